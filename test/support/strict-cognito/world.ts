import { randomBytes } from "node:crypto";
import { type Json, type JsonObject, notFound } from "./wire.ts";

/** One secret of an app client. `original` came with the app client; AWS shows no other in a description. */
export interface Secret {
  readonly id: string;
  readonly value: string;
  /** Milliseconds since 1970. */
  readonly created: number;
  readonly original: boolean;
}

export interface AppClient {
  readonly id: string;
  readonly type: "REGULAR" | "DCR";
  /** Members of the request that are set, in normal form; what is absent has its default. */
  settings: JsonObject;
  /** Members that no SDK knows. */
  newMembers: Readonly<Record<string, Json>>;
  secrets: Secret[];
  created: number;
  modified: number;
  /** The style of its managed login pages. */
  brandingId?: string;
  /** What reads still tell after a write, and how often; `undefined` stands for an app client that was not there. */
  stale?: { answer: JsonObject | undefined; left: number };
}

export interface Domain {
  readonly name: string;
  readonly custom: boolean;
  /** 1 is the classic hosted UI, 2 managed login. */
  readonly managedLoginVersion: number;
}

export interface PoolAttribute {
  /** With its `custom:` or `dev:`. */
  readonly name: string;
  readonly type: "String" | "Number" | "DateTime" | "Boolean";
  readonly required: boolean;
  readonly mutable: boolean;
}

export interface ResourceServer {
  readonly name: string;
  readonly scopes: readonly { readonly name: string; readonly description: string }[];
}

export interface IdentityProvider {
  readonly type: "SAML" | "Facebook" | "Google" | "LoginWithAmazon" | "SignInWithApple" | "OIDC";
  readonly details: Readonly<Record<string, string>>;
  readonly mapping: Readonly<Record<string, string>>;
  readonly created: number;
}

export interface Pool {
  readonly id: string;
  readonly account: string;
  readonly region: string;
  readonly name: string;
  readonly tier: "LITE" | "ESSENTIALS" | "PLUS";
  readonly attributes: readonly PoolAttribute[];
  readonly triggers: Readonly<Record<string, string>>;
  readonly created: number;
  domain?: Domain;
  readonly resourceServers: Map<string, ResourceServer>;
  readonly identityProviders: Map<string, IdentityProvider>;
  /** In the order of their creation. Those that were deleted stay for reads that lag. */
  readonly appClients: Map<string, AppClient>;
  readonly deleted: Map<string, AppClient>;
}

/** All that exists, whatever account and region it is in. */
export interface World {
  readonly pools: Map<string, Pool>;
}

const letters = "abcdefghijklmnopqrstuvwxyz0123456789";

/** Letters and digits by chance, as AWS's ids and secrets have them. */
export function randomText(length: number): string {
  return [...randomBytes(length)].map((byte) => letters[byte % letters.length]).join("");
}

/** Who asks, and of which region. */
export interface Place {
  readonly account: string;
  readonly region: string;
}

type PoolSettings = Pick<Pool, "name" | "tier" | "attributes" | "triggers">;

/** A pool of AWS's kind of id. */
export function makePool({ pools }: World, { account, region }: Place, now: number, settings: PoolSettings): Pool {
  const pool: Pool = {
    ...settings,
    id: `${region}_${randomText(9)}`,
    account,
    region,
    created: now,
    resourceServers: new Map(),
    identityProviders: new Map(),
    appClients: new Map(),
    deleted: new Map(),
  };
  pools.set(pool.id, pool);
  return pool;
}

/**
 * A pool of another account or region is none.
 * @throws ResourceNotFoundException; AWS's words as reports quote them ("User pool us-east-1_… does not exist.")
 */
export function poolOf({ pools }: World, { account, region }: Place, id: Json | undefined): Pool {
  const pool = pools.get(String(id));
  if (!pool || pool.account !== account || pool.region !== region) throw notFound(`User pool ${id} does not exist.`);
  return pool;
}

/** @throws ResourceNotFoundException; "User pool client … does not exist." is in many reports, such as hashicorp/terraform-provider-aws#5021 */
export function appClientOf(pool: Pool, id: Json | undefined): AppClient {
  const found = pool.appClients.get(String(id));
  if (!found) throw notFound(`User pool client ${id} does not exist.`);
  return found;
}
