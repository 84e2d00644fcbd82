import type { ApplicationType } from "../../catalogue/entry.ts";
import type { PoolFacts } from "../../clients/pool-facts.ts";
import type { Ternary } from "../../reading/fields.ts";
import { findItem, itemsOf } from "../../reading/lists.ts";
import { regionOf } from "../../reading/pool-region.ts";
import type { Spec } from "../../reading/spec.ts";

/** Which app client of AWS is meant: what the file does not say, or not for itself. */
export interface Existing {
  readonly poolId: string;
  readonly clientId: string;
}

/** What an application needs to know of its app client. Only what is certain: a placeholder is left out. */
export interface Setup extends Existing {
  readonly region: string;
  readonly type: ApplicationType;
  /** Of OpenID Connect; its discovery document is below it. */
  readonly issuer: string;
  /** `https://…` of the pool's domain; `null` when the pool has none; `undefined` when that is not known. */
  readonly domain: string | null | undefined;
  /** Where the pool was read, when that was not AWS. The other addresses are AWS's all the same. */
  readonly endpoint: string | undefined;
  readonly secret: Ternary;
  /** The OAuth flow that the application uses; `code` before `implicit`. */
  readonly flow: "code" | "implicit" | "client_credentials" | undefined;
  readonly scopes: readonly string[];
  /** The default one first. */
  readonly callbacks: readonly string[];
  readonly logouts: readonly string[];
}

/** @returns why an application cannot be set up, as a sentence for people. */
export function setupOf(
  spec: Spec,
  existing: Existing,
  facts: PoolFacts | undefined,
): Setup | { readonly problem: string } {
  const { poolId, clientId } = existing;
  const region = regionOf(poolId);
  if (region === undefined)
    return { problem: `${poolId} is no user pool's id of AWS: it begins with the region, as in eu-west-1_AbCdEf123.` };
  if (!/^[\w+]{1,128}$/.test(clientId))
    return { problem: "The client ID has characters that no client ID of AWS has." };
  const first = spec.string("DefaultRedirectURI");
  const callbacks = itemsOf(spec.callbacks).map(({ value }) => value);
  const preferred = first.state === "known" ? callbacks.filter((url) => url === first.value) : [];
  return {
    poolId,
    clientId,
    region,
    type: spec.application.type,
    issuer: `https://cognito-idp.${region}.${suffixOf(region)}/${poolId}`,
    domain: domainOf(facts, region),
    endpoint: facts?.endpoint,
    secret: spec.secret,
    flow: (["code", "implicit", "client_credentials"] as const).find((flow) => findItem(spec.flows, flow)),
    scopes: itemsOf(spec.scopes).map(({ value }) => value),
    callbacks: [...new Set([...preferred, ...callbacks])],
    logouts: itemsOf(spec.list("LogoutURLs")).map(({ value }) => value),
  };
}

/** DNS suffixes of endpoints: https://docs.aws.amazon.com/general/latest/gr/cognito_identity.html */
function suffixOf(region: string): string {
  if (region.startsWith("cn-")) return "amazonaws.com.cn";
  return region.startsWith("eusc-") ? "amazonaws.eu" : "amazonaws.com";
}

/**
 * A prefix stands before Cognito's own host, a custom domain is a host itself.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-assign-domain-prefix.html; in GovCloud the host is
 * `auth-fips`: https://docs.aws.amazon.com/govcloud-us/latest/UserGuide/govcloud-cog.html
 */
function domainOf(facts: PoolFacts | undefined, region: string): string | null | undefined {
  const domain = facts?.domain;
  if (domain === null || domain === undefined) return domain;
  // Whoever answers for the pool may be no AWS: only a host's name gets into an address.
  if (!/^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/i.test(domain)) return undefined;
  if (domain.includes(".")) return `https://${domain}`;
  return `https://${domain}.${region.startsWith("us-gov-") ? "auth-fips" : "auth"}.${region}.amazoncognito.com`;
}
