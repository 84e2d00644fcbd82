import { appClientOperations } from "./app-clients.ts";
import { brandingOperations } from "./branding.ts";
import type { Operation } from "./call.ts";
import { checkConstraints } from "./constraints.ts";
import { domainOperations } from "./domains.ts";
import type { Hooks } from "./hooks.ts";
import { arnOf, type Caller } from "./identity.ts";
import type { Knobs } from "./knobs.ts";
import type { Limits } from "./limits.ts";
import { listOperations } from "./lists.ts";
import { poolPartOperations } from "./pool-parts.ts";
import { poolOperations } from "./pools.ts";
import { secretOperations } from "./secrets.ts";
import { isObject, type Json, type JsonObject, Refusal } from "./wire.ts";
import type { World } from "./world.ts";

const operations = {
  ...appClientOperations,
  ...listOperations,
  ...secretOperations,
  ...brandingOperations,
  ...poolOperations,
  ...domainOperations,
  ...poolPartOperations,
} satisfies Record<string, Operation>;

/** The operations of user pools that this server answers. */
export type OperationName = keyof typeof operations;

export const operationNames = Object.keys(operations) as readonly OperationName[];

export interface Service {
  readonly world: World;
  readonly knobs: Knobs;
  readonly hooks: Hooks;
  readonly limits: Limits;
}

/**
 * Answers one call.
 * @throws Refusal
 */
export async function answer(
  service: Service,
  name: string,
  caller: Caller | undefined,
  body: string,
): Promise<unknown> {
  const { world, knobs, hooks, limits } = service;
  const found = Object.entries<Operation>(operations).find(([known]) => known === name)?.[1];
  if (!found) throw new Refusal("UnknownOperationException", "");
  if (!caller) throw new Refusal("MissingAuthenticationTokenException", "Missing Authentication Token");
  const request = read(body);
  const own = hooks.take(name);
  const now = knobs.clock();
  const poolId = typeof request["UserPoolId"] === "string" ? request["UserPoolId"] : "";
  if (poolId !== "") limits.count(name, poolId, now);
  if (knobs.denied.has(name))
    throw new Refusal(
      "AccessDeniedException",
      `User: ${arnOf(caller)} is not authorized to perform: cognito-idp:${name} on resource: arn:aws:cognito-idp:${caller.region}:${caller.account}:userpool/${poolId || "*"}`,
    );
  checkConstraints(found.members, request);
  using _lock = found.locks ? limits.lock(poolId) : undefined;
  await own.run("before", request);
  const result = found.run({ world, knobs, place: caller, request, now: knobs.clock() });
  await own.run("after", request);
  return result;
}

function read(body: string): JsonObject {
  let value: Json;
  try {
    value = JSON.parse(body);
  } catch {
    throw new Refusal("SerializationException", "The request is no JSON");
  }
  if (!isObject(value)) throw new Refusal("SerializationException", "The request is no object");
  return value;
}
