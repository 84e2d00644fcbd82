import type {
  CreateUserPoolRequest,
  CreateUserPoolResponse,
  DeleteUserPoolRequest,
  DescribeUserPoolRequest,
  DescribeUserPoolResponse,
  UserPoolType,
} from "@aws-sdk/client-cognito-identity-provider";
import { attributesOf } from "./attributes.ts";
import { operation, text } from "./call.ts";
import { invalid, type JsonObject, type OnTheWire, seconds } from "./wire.ts";
import { makePool, type Pool, poolOf } from "./world.ts";

/** A pool as its description tells it; its quota of app clients and much else is left out. */
function told(pool: Pool): OnTheWire<UserPoolType> {
  const { id, name, region, account, tier, triggers, created, domain } = pool;
  return {
    Id: id,
    Name: name,
    Arn: `arn:aws:cognito-idp:${region}:${account}:userpool/${id}`,
    UserPoolTier: tier,
    LambdaConfig: triggers,
    SchemaAttributes: pool.attributes.map((attribute) => ({
      Name: attribute.name,
      AttributeDataType: attribute.type,
      Required: attribute.required,
      Mutable: attribute.mutable,
      DeveloperOnlyAttribute: attribute.name.startsWith("dev:"),
    })),
    ...(domain ? { [domain.custom ? "CustomDomain" : "Domain"]: domain.name } : {}),
    EstimatedNumberOfUsers: 0,
    DeletionProtection: "INACTIVE",
    CreationDate: seconds(created),
    LastModifiedDate: seconds(created),
  };
}

/** Essentials is what a pool has that names no plan (developer guide, "User pool feature plans"). */
const create = operation<Pick<CreateUserPoolRequest, PoolMember>, CreateUserPoolResponse>(
  { PoolName: { required: text }, UserPoolTier: text, Schema: "any", LambdaConfig: "any" },
  ({ world, place, request, now }) => {
    const pool = makePool(world, place, now, {
      name: String(request.PoolName),
      tier: request.UserPoolTier ?? "ESSENTIALS",
      attributes: attributesOf(request.Schema ?? []),
      triggers: { ...(request.LambdaConfig as Record<string, string> | undefined) },
    });
    return { UserPool: told(pool) };
  },
);
/** What this server takes of the some twenty members that a pool can be made with. */
type PoolMember = "PoolName" | "UserPoolTier" | "Schema" | "LambdaConfig";

const describe = operation<DescribeUserPoolRequest, DescribeUserPoolResponse>(
  { UserPoolId: { required: text } },
  ({ world, place, request }) => ({ UserPool: told(poolOf(world, place, request.UserPoolId)) }),
);

/** A domain has to go first; AWS's words as reports have them. */
const remove = operation<DeleteUserPoolRequest, JsonObject>(
  { UserPoolId: { required: text } },
  ({ world, place, request }) => {
    const pool = poolOf(world, place, request.UserPoolId);
    if (pool.domain)
      throw invalid("User pool cannot be deleted. It has a domain configured that should be deleted first.");
    world.pools.delete(pool.id);
    return {};
  },
);

export const poolOperations = { CreateUserPool: create, DescribeUserPool: describe, DeleteUserPool: remove };
