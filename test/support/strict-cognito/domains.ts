import type {
  CreateUserPoolDomainRequest,
  CreateUserPoolDomainResponse,
  DeleteUserPoolDomainRequest,
  DescribeUserPoolDomainRequest,
  DescribeUserPoolDomainResponse,
} from "@aws-sdk/client-cognito-identity-provider";
import { operation, text } from "./call.ts";
import { invalid, type JsonObject } from "./wire.ts";
import { poolOf } from "./world.ts";

const pool = { UserPoolId: { required: text } } as const;

const createDomain = operation<CreateUserPoolDomainRequest, CreateUserPoolDomainResponse>(
  {
    ...pool,
    Domain: { required: text },
    ManagedLoginVersion: { type: "integer", minimum: 1, maximum: 2 },
    CustomDomainConfig: "any",
    Routing: "any",
  },
  ({ world, place, request }) => {
    const name = String(request.Domain);
    const custom = request.CustomDomainConfig !== undefined;
    if ([...world.pools.values()].some(({ domain }) => domain?.name === name))
      throw invalid("Domain already associated with another user pool.");
    const owner = poolOf(world, place, request.UserPoolId);
    // Without a version it is the classic hosted UI: "The default is 1", developer guide on managed login.
    owner.domain = { name, custom, managedLoginVersion: request.ManagedLoginVersion ?? 1 };
    return { ManagedLoginVersion: owner.domain.managedLoginVersion };
  },
);

/** A domain that nobody has is described by an empty object: Terraform's provider takes one without a status for missing. */
const describeDomain = operation<DescribeUserPoolDomainRequest, DescribeUserPoolDomainResponse>(
  { Domain: { required: text } },
  ({ world, request }) => {
    const owner = [...world.pools.values()].find(({ domain }) => domain?.name === request.Domain);
    if (!owner?.domain) return { DomainDescription: {} };
    return {
      DomainDescription: {
        UserPoolId: owner.id,
        AWSAccountId: owner.account,
        Domain: owner.domain.name,
        Status: "ACTIVE",
        ManagedLoginVersion: owner.domain.managedLoginVersion,
        ...(owner.domain.custom ? { CustomDomainConfig: { CertificateArn: "" } } : {}),
      },
    };
  },
);

const deleteDomain = operation<DeleteUserPoolDomainRequest, JsonObject>(
  { ...pool, Domain: { required: text } },
  ({ world, place, request }) => {
    const owner = poolOf(world, place, request.UserPoolId);
    if (owner.domain?.name !== request.Domain) throw invalid("No such domain or user pool exists.");
    delete owner.domain;
    return {};
  },
);

export const domainOperations = {
  CreateUserPoolDomain: createDomain,
  DescribeUserPoolDomain: describeDomain,
  DeleteUserPoolDomain: deleteDomain,
};
