import { newSecret } from "./app-clients.ts";
import { attributesOf } from "./attributes.ts";
import { defaultAccount } from "./identity.ts";
import type { Knobs } from "./knobs.ts";
import { updated } from "./omitted.ts";
import type { JsonObject } from "./wire.ts";
import {
  type AppClient,
  type Domain,
  type IdentityProvider,
  makePool,
  type Pool,
  randomText,
  type World,
} from "./world.ts";

/** A pool that exists from the beginning. */
export interface PoolSeed extends Partial<Pick<Pool, "name" | "account" | "region" | "tier" | "triggers">> {
  /** Custom attributes, without their prefix. */
  readonly attributes?: readonly string[];
  /** Standard attributes that every user must have. */
  readonly required?: readonly string[];
  readonly domain?: Domain;
  /** Identifier → names of scopes. */
  readonly resourceServers?: Readonly<Record<string, readonly string[]>>;
  /** Name → type. */
  readonly identityProviders?: Readonly<Record<string, IdentityProvider["type"]>>;
}

export function seedPool(world: World, now: number, seed: PoolSeed & { readonly region: string }): Pool {
  const { name = "Local users", account = defaultAccount, region, tier = "ESSENTIALS", triggers = {} } = seed;
  const attributes = attributesOf([
    ...(seed.attributes ?? []).map((Name) => ({ Name })),
    ...(seed.required ?? []).map((Name) => ({ Name, Required: true })),
  ]);
  const pool = makePool(world, { account, region }, now, { name, tier, attributes, triggers });
  if (seed.domain) pool.domain = seed.domain;
  for (const [identifier, scopes] of Object.entries(seed.resourceServers ?? {})) {
    const named = scopes.map((scope) => ({ name: scope, description: `May ${scope}` }));
    pool.resourceServers.set(identifier, { name: identifier, scopes: named });
  }
  for (const [provider, type] of Object.entries(seed.identityProviders ?? {}))
    pool.identityProviders.set(provider, { type, details: {}, mapping: { email: "email" }, created: now });
  return pool;
}

/** An app client that exists from the beginning, whatever a request could make. */
export interface AppClientSeed extends Partial<Pick<AppClient, "id" | "type" | "newMembers" | "brandingId">> {
  /** How many secrets it has; the first one is the original. */
  readonly secrets?: 0 | 1 | 2;
}

/** Puts an app client into a pool. @param members of a create request, without pool and secret; not judged. */
export function seedAppClient(
  pool: Pool,
  { clock, newMembers }: Pick<Knobs, "clock" | "newMembers">,
  members: JsonObject,
  seed: AppClientSeed = {},
): AppClient {
  const { secrets = 0, ...rest } = seed;
  const id = seed.id ?? randomText(26);
  const created = clock();
  const made = Array.from({ length: secrets }, (_, index) => newSecret(id, clock(), undefined, index === 0));
  const settings = updated({}, members, "reset");
  const appClient: AppClient = {
    type: "REGULAR",
    newMembers,
    ...rest,
    id,
    settings,
    secrets: made,
    created,
    modified: created,
  };
  pool.appClients.set(id, appClient);
  return appClient;
}
