/**
 * What is known of a user pool, as plain data: the extension or the command line reads a live one, a template tells of its own.
 * A member that is absent is not known (no permission, not fetched): no rule may conclude anything from its absence.
 */
export interface PoolFacts {
  readonly poolId: string;
  /** `false` when AWS answered that there is no such pool in this account and region; then nothing else is known. */
  readonly exists?: boolean;
  readonly poolName?: string;
  /** ISO time at which the facts were read. */
  readonly fetchedAt: string;
  /** Where they come from, for people: `profile dev`, `pool.json`. */
  readonly source?: string;
  /** The address at which they were read, when it was not AWS's: an emulator has no console, and other login pages or none. */
  readonly endpoint?: string;
  readonly tier?: "LITE" | "ESSENTIALS" | "PLUS";
  readonly resourceServers?: readonly ResourceServer[];
  readonly identityProviders?: readonly IdentityProvider[];
  readonly attributes?: readonly PoolAttribute[];
  /** Prefix or custom domain; `null` when the pool is known to have none. */
  readonly domain?: string | null;
  /** Of the domain: 1 has the classic hosted UI, 2 managed login, whose pages need a style for each app client. */
  readonly managedLoginVersion?: 1 | 2;
  /** Whether this app client has a managed login style of its own, where that is known. */
  readonly isBranded?: boolean;
  /** Names of the Lambda triggers that are set, as in `LambdaConfig`. */
  readonly triggers?: readonly string[];
  /** All app clients on the pool, without secrets. */
  readonly clients?: readonly { readonly id: string; readonly name: string }[];
  /** How many app clients the account may have on a pool, where that is known (Service Quotas). */
  readonly clientQuota?: number;
  /** Ids under which the pool has this very app client, though its spec names none: it is no further one, and no double of itself. */
  readonly itself?: readonly string[];
  /** For an update input: the existing client's own facts. */
  readonly existing?: { readonly clientId: string; readonly hasSecret: boolean };
}

export interface ResourceServer {
  readonly identifier: string;
  /** Set where a template leaves a part of it to the deploy: `identifier` is then as `Fn::Sub` would write it. */
  readonly isSymbolic?: true;
  readonly name?: string;
  readonly scopes: readonly { readonly name: string; readonly description?: string }[];
}

export interface IdentityProvider {
  readonly name: string;
  /** As of a resource server's identifier. */
  readonly isSymbolic?: true;
  /** `SAML`, `OIDC`, `Google`, … */
  readonly type?: string;
  /** User pool attribute → provider attribute. */
  readonly attributeMapping?: Readonly<Record<string, string>>;
}

export interface PoolAttribute {
  /** With its `custom:` or `dev:` prefix. */
  readonly name: string;
  readonly type?: string;
  readonly required?: boolean;
  readonly mutable?: boolean;
}

/** Pool id → facts. */
export type FactsByPool = ReadonlyMap<string, PoolFacts>;
