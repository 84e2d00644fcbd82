import type {
  CreateIdentityProviderRequest,
  CreateIdentityProviderResponse,
  CreateResourceServerRequest,
  CreateResourceServerResponse,
  DescribeIdentityProviderRequest,
  DescribeIdentityProviderResponse,
  ListIdentityProvidersRequest,
  ListIdentityProvidersResponse,
  ListResourceServersRequest,
  ListResourceServersResponse,
} from "@aws-sdk/client-cognito-identity-provider";
import { operation, results, text } from "./call.ts";
import { page } from "./lists.ts";
import { invalid, notFound, seconds } from "./wire.ts";
import { poolOf } from "./world.ts";

const pool = { UserPoolId: { required: text } } as const;

const createResourceServer = operation<CreateResourceServerRequest, CreateResourceServerResponse>(
  { ...pool, Identifier: { required: text }, Name: { required: text }, Scopes: "any" },
  ({ world, place, request }) => {
    const { UserPoolId, Identifier, Name, Scopes = [] } = request;
    const owner = poolOf(world, place, UserPoolId);
    const scopes = Scopes.map((scope) => ({
      name: String(scope.ScopeName),
      description: String(scope.ScopeDescription),
    }));
    owner.resourceServers.set(String(Identifier), { name: String(Name), scopes });
    return { ResourceServer: { UserPoolId, Identifier, Name, Scopes } };
  },
);

const listResourceServers = operation<ListResourceServersRequest, ListResourceServersResponse>(
  { ...pool, MaxResults: results(50), NextToken: text },
  ({ world, place, request }) => {
    const owner = poolOf(world, place, request.UserPoolId);
    const { items, next } = page([...owner.resourceServers], {
      size: request.MaxResults ?? 50,
      token: request.NextToken,
    });
    const ResourceServers = items.map(([Identifier, { name, scopes }]) => ({
      UserPoolId: owner.id,
      Identifier,
      Name: name,
      Scopes: scopes.map((scope) => ({ ScopeName: scope.name, ScopeDescription: scope.description })),
    }));
    return { ResourceServers, ...next };
  },
);

const createProvider = operation<CreateIdentityProviderRequest, CreateIdentityProviderResponse>(
  {
    ...pool,
    ProviderName: { required: text },
    ProviderType: { required: text },
    ProviderDetails: { required: "any" },
    AttributeMapping: "any",
    IdpIdentifiers: "any",
    AcrMapping: "any",
  },
  ({ world, place, request, now }) => {
    const { UserPoolId, ProviderName, ProviderType, ProviderDetails, AttributeMapping } = request;
    const owner = poolOf(world, place, UserPoolId);
    if (owner.identityProviders.has(String(ProviderName)))
      throw invalid(`The provider ${ProviderName} already exists for User Pool ${owner.id}.`);
    owner.identityProviders.set(String(ProviderName), {
      type: ProviderType ?? "SAML",
      details: { ...ProviderDetails },
      mapping: { ...AttributeMapping },
      created: now,
    });
    return { IdentityProvider: { UserPoolId, ProviderName, ProviderType, CreationDate: seconds(now) } };
  },
);

const describeProvider = operation<DescribeIdentityProviderRequest, DescribeIdentityProviderResponse>(
  { ...pool, ProviderName: { required: text } },
  ({ world, place, request: { UserPoolId, ProviderName } }) => {
    const found = poolOf(world, place, UserPoolId).identityProviders.get(String(ProviderName));
    if (!found) throw notFound(`Identity provider ${ProviderName} does not exist.`);
    const { type, details, mapping, created } = found;
    return {
      IdentityProvider: {
        UserPoolId,
        ProviderName,
        ProviderType: type,
        ProviderDetails: { ...details },
        AttributeMapping: { ...mapping },
        CreationDate: seconds(created),
      },
    };
  },
);

const listProviders = operation<ListIdentityProvidersRequest, ListIdentityProvidersResponse>(
  { ...pool, MaxResults: results(60), NextToken: text },
  ({ world, place, request }) => {
    const owner = poolOf(world, place, request.UserPoolId);
    const { items, next } = page([...owner.identityProviders], {
      size: request.MaxResults ?? 60,
      token: request.NextToken,
    });
    const Providers = items.map(([ProviderName, { type, created }]) => ({
      ProviderName,
      ProviderType: type,
      CreationDate: seconds(created),
    }));
    return { Providers, ...next };
  },
);

export const poolPartOperations = {
  CreateResourceServer: createResourceServer,
  ListResourceServers: listResourceServers,
  CreateIdentityProvider: createProvider,
  DescribeIdentityProvider: describeProvider,
  ListIdentityProviders: listProviders,
};
