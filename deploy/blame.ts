import { unitSeconds } from "../server/src/engine/catalogue/entry.ts";
import type { Blame } from "./problem.ts";
import type { JsonObject } from "./types.ts";
import { validationBlames } from "./validation-blame.ts";

type Path = readonly (string | number)[];

/** AWS's literal words (`…` varies), the rule that explains them, and what in the request they are about. */
interface Refusal {
  readonly words: RegExp;
  readonly ruleId: string;
  readonly blames: (request: JsonObject, said: string) => readonly Path[];
}

const urlLists = ["CallbackURLs", "LogoutURLs", "DefaultRedirectURI"];

/** Literal messages as public reports quote them; the reference is each rule's page. */
const refusals: readonly Refusal[] = [
  {
    words: /^AllowedOAuthFlows and AllowedOAuthScopes are required/,
    ruleId: "oauth-flows-and-scopes-required",
    blames: (request) => present(request, ["AllowedOAuthFlowsUserPoolClient"]),
  },
  {
    words: /^client_credentials flow can not be selected along with/,
    ruleId: "client-credentials-exclusive",
    blames: (request) => items(request, ["AllowedOAuthFlows"], "client_credentials"),
  },
  {
    words: /^client_credentials flow can not be selected if client does not have a client secret/,
    ruleId: "client-credentials-requires-secret",
    blames: (request) =>
      first(present(request, ["GenerateSecret"]), items(request, ["AllowedOAuthFlows"], "client_credentials")),
  },
  {
    words: /^(\S+) is not supported with client_credentials flow/,
    ruleId: "client-credentials-standard-scope",
    blames: (request, scope) => items(request, ["AllowedOAuthScopes"], scope),
  },
  {
    words: /^CallbackUrls can not be empty/,
    ruleId: "callback-required-for-redirect-flows",
    blames: (request) => present(request, ["CallbackURLs", "AllowedOAuthFlows"]).slice(0, 1),
  },
  {
    words: /^(.+) cannot use the HTTP protocol/s,
    ruleId: "url-http-not-loopback",
    blames: (request, url) => items(request, urlLists, url),
  },
  {
    words: /^(.+) cannot use fragment/s,
    ruleId: "url-fragment",
    blames: (request, url) => items(request, urlLists, url),
  },
  {
    words: /^(.+) must contain a scheme/s,
    ruleId: "url-missing-scheme",
    blames: (request, url) => items(request, urlLists, url),
  },
  {
    words: /^The default redirect URI .*is not in the callback URIs list/s,
    ruleId: "default-redirect-not-in-callbacks",
    blames: (request) => present(request, ["DefaultRedirectURI"]),
  },
  {
    words: /^Auth flow name with prefix 'ALLOW' cannot be used with legacy/,
    ruleId: "auth-flows-legacy-mixed",
    blames: (request) => where(request, "ExplicitAuthFlows", (flow) => !flow.startsWith("ALLOW_")),
  },
  {
    words: /^ALLOW_REFRESH_TOKEN_AUTH is not a permitted ExplicitAuthFlow/,
    ruleId: "rotation-with-refresh-token-auth",
    blames: (request) =>
      first(
        items(request, ["ExplicitAuthFlows"], "ALLOW_REFRESH_TOKEN_AUTH"),
        present(request, ["RefreshTokenRotation"]),
      ),
  },
  {
    words: /^REFRESH_TOKEN_AUTH should always be allowed/,
    ruleId: "refresh-token-auth-missing",
    blames: (request) => present(request, ["ExplicitAuthFlows"]),
  },
  { words: /^Invalid range for token validity/, ruleId: "token-validity-range", blames: outOfRange },
  {
    words: /^Access and Id Token expiration times must be less than or equal/,
    ruleId: "token-validity-exceeds-refresh",
    blames: (request) => present(request, ["AccessTokenValidity", "IdTokenValidity"]),
  },
  {
    words: /^Client Secret is required to set EnablePropagateAdditionalUserContextData/,
    ruleId: "context-data-requires-secret",
    blames: (request) => present(request, ["EnablePropagateAdditionalUserContextData"]),
  },
  {
    words: /^Invalid analytics configuration given/,
    ruleId: "analytics-alternatives",
    blames: (request) => present(request, ["AnalyticsConfiguration"]),
  },
  {
    words: /^The integration with Pinpoint is not supported/,
    ruleId: "analytics-region-unsupported",
    blames: (request) => present(request, ["AnalyticsConfiguration"]),
  },
  {
    words: /^Invalid scope requested: (\S+\/\S+)/,
    ruleId: "scope-not-found",
    blames: (request, scope) => items(request, ["AllowedOAuthScopes"], scope),
  },
  {
    words: /^Invalid scope requested: (\S+)/,
    ruleId: "scope-unknown-builtin",
    blames: (request, scope) => items(request, ["AllowedOAuthScopes"], scope),
  },
  {
    words: /^The provider (.+) does not exist/s,
    ruleId: "idp-not-found",
    blames: (request, provider) => items(request, ["SupportedIdentityProviders"], provider),
  },
  {
    words: /^Invalid read attributes specified/,
    ruleId: "read-attribute-not-found",
    blames: (request) => present(request, ["ReadAttributes"]),
  },
];

const NEVER_WRITABLE = /^(?:email_verified|phone_number_verified|sub|dev:.*)$/;

/** @returns the parts of the request that AWS's words are about; none when they name nothing that is in it. */
export function blameOf(exception: string, message: string, request: JsonObject): Blame[] {
  const validation = validationBlames(message, request);
  if (validation.length > 0) return validation;
  if (/^Invalid write attributes specified/.test(message)) return writeAttributes(request);
  for (const { words, ruleId, blames } of refusals) {
    const match = words.exec(message);
    if (match) return blames(request, match[1] ?? "").map((path) => ({ path, ruleId }));
  }
  return byException(exception, request);
}

function byException(exception: string, request: JsonObject): Blame[] {
  const blame = (ruleId: string | undefined, paths: readonly Path[]) =>
    paths.map((path) => ({ path, ...(ruleId ? { ruleId } : {}) }));
  switch (exception) {
    case "ResourceNotFoundException":
      return blame("pool-not-found", present(request, ["UserPoolId"]));
    case "InvalidOAuthFlowException":
      return blame(undefined, present(request, ["AllowedOAuthFlows"]));
    case "ScopeDoesNotExistException":
      return blame(undefined, present(request, ["AllowedOAuthScopes"]));
    case "FeatureUnavailableInTierException":
      return blame("user-auth-tier", items(request, ["ExplicitAuthFlows"], "ALLOW_USER_AUTH"));
    default:
      return [];
  }
}

function writeAttributes(request: JsonObject): Blame[] {
  const never = where(request, "WriteAttributes", (name) => NEVER_WRITABLE.test(name));
  if (never.length > 0) return never.map((path) => ({ path, ruleId: "write-attribute-never-writable" }));
  return present(request, ["WriteAttributes"]).map((path) => ({ path, ruleId: "write-attribute-not-found" }));
}

/** The lifetimes that are really out of range, else all that are given. */
function outOfRange(request: JsonObject): readonly Path[] {
  const units = (request["TokenValidityUnits"] ?? {}) as JsonObject;
  const bad = (["AccessToken", "IdToken", "RefreshToken"] as const).flatMap((token): Path[] => {
    const value = request[`${token}Validity`];
    const refresh = token === "RefreshToken";
    const unit = (units[token] ?? (refresh ? "days" : "hours")) as keyof typeof unitSeconds;
    if (typeof value !== "number" || (refresh && value === 0)) return [];
    const seconds = value * (unitSeconds[unit] ?? Number.NaN);
    const fits = refresh ? seconds >= 3600 && seconds <= 315_360_000 : seconds >= 300 && seconds <= 86_400;
    return fits ? [] : [[`${token}Validity`]];
  });
  return first(bad, present(request, ["AccessTokenValidity", "IdTokenValidity", "RefreshTokenValidity"]));
}

function present(request: JsonObject, names: readonly string[]): Path[] {
  return names.filter((name) => request[name] !== undefined).map((name) => [name]);
}

function first(...choices: readonly (readonly Path[])[]): readonly Path[] {
  return choices.find((paths) => paths.length > 0) ?? [];
}

function where(request: JsonObject, name: string, test: (item: string) => boolean): Path[] {
  const list = request[name];
  if (!Array.isArray(list)) return [];
  return list.flatMap((item, index) => (typeof item === "string" && test(item) ? [[name, index]] : []));
}

/** Every place among these members where the value is exactly this; a single value counts as its own place. */
function items(request: JsonObject, names: readonly string[], value: string): Path[] {
  return names.flatMap((name) => (request[name] === value ? [[name]] : where(request, name, (item) => item === value)));
}
