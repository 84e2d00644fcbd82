import { unitSeconds } from "../../../server/src/engine/catalogue/entry.ts";
import { builtInScopes, userScopes } from "../../../server/src/engine/catalogue/scopes.ts";
import { userDataRefusals } from "./user-data-refusals.ts";
import { invalid, isObject, type JsonObject, Refusal, texts } from "./wire.ts";
import type { Pool } from "./world.ts";

/** An app client as it would be after the request. */
export interface Candidate {
  readonly operation: "create" | "update";
  readonly pool: Pool;
  readonly settings: JsonObject;
  readonly hasSecret: boolean;
}

const flow = (message: string) => new Refusal("InvalidOAuthFlowException", message);

/**
 * What AWS is recorded to refuse, in its words (test/aws/refusals.test.ts; the rules' pages name who saw each).
 * The whole state after the request is judged, not the request alone: hashicorp/terraform-provider-aws#47196 met the
 * refusal of ALLOW_REFRESH_TOKEN_AUTH in an update that only left the rotation out.
 * @throws the first one that applies.
 */
export function refuse(candidate: Candidate): void {
  for (const refusals of [oauth, urls, signIn, lifetimes, userDataRefusals])
    for (const refusal of refusals(candidate)) throw refusal;
}

function* oauth({ settings, hasSecret, pool }: Candidate): Generator<Refusal> {
  const flows = texts(settings["AllowedOAuthFlows"]);
  const scopes = texts(settings["AllowedOAuthScopes"]);
  const on = settings["AllowedOAuthFlowsUserPoolClient"] === true;
  if (on && (flows.length === 0 || scopes.length === 0))
    yield invalid(
      "AllowedOAuthFlows and AllowedOAuthScopes are required if user pool client is allowed to use OAuth flows.",
    );
  if (flows.includes("client_credentials")) {
    if (flows.length > 1)
      yield flow("client_credentials flow can not be selected along with code flow or implicit flow.");
    if (!hasSecret) yield flow("client_credentials flow can not be selected if client does not have a client secret.");
    const standard = scopes.find((scope) => userScopes.some((user) => user === scope));
    if (standard !== undefined) yield flow(`${standard} is not supported with client_credentials flow`);
  }
  // Seen only with the flag; without it AWS's own examples have flows that lead nowhere (boto/boto3#3916).
  else if (on && texts(settings["CallbackURLs"]).length === 0)
    yield flow("CallbackUrls can not be empty when code flow or implicit flow is selected");
  const known = new Set<string>(builtInScopes.map(({ value }) => value));
  for (const [identifier, { scopes: own }] of pool.resourceServers)
    for (const { name } of own) known.add(`${identifier}/${name}`);
  const unknown = scopes.find((scope) => !known.has(scope));
  if (on && unknown !== undefined)
    yield new Refusal("ScopeDoesNotExistException", `Invalid scope requested: ${unknown}`);
  const missing = texts(settings["SupportedIdentityProviders"]).find(
    (name) => name !== "COGNITO" && !pool.identityProviders.has(name),
  );
  if (missing !== undefined) yield invalid(`The provider ${missing} does not exist for User Pool ${pool.id}.`);
}

function* urls({ settings }: Candidate): Generator<Refusal> {
  const callbacks = texts(settings["CallbackURLs"]);
  for (const url of [...callbacks, ...texts(settings["LogoutURLs"])]) {
    if (!/^[A-Za-z][A-Za-z0-9+.-]*:/.test(url)) yield invalid(`${url} must contain a scheme`);
    if (/^http:/i.test(url) && !/^http:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?:[:/?#]|$)/i.test(url))
      yield invalid(`${url} cannot use the HTTP protocol.`);
  }
  const fragment = callbacks.find((url) => url.includes("#"));
  if (fragment !== undefined) yield invalid(`${fragment} cannot use fragment`);
  const redirect = settings["DefaultRedirectURI"];
  if (typeof redirect === "string" && !callbacks.includes(redirect))
    yield invalid(`The default redirect URI ${redirect} is not in the callback URIs list.`);
}

function* signIn({ settings, hasSecret, pool }: Candidate): Generator<Refusal> {
  const flows = texts(settings["ExplicitAuthFlows"]);
  const legacy = flows.filter((name) => !name.startsWith("ALLOW_"));
  if (legacy.length > 0 && legacy.length < flows.length)
    yield invalid("Auth flow name with prefix 'ALLOW' cannot be used with legacy auth flow names.");
  const rotation = settings["RefreshTokenRotation"];
  if (isObject(rotation) && rotation["Feature"] === "ENABLED" && flows.includes("ALLOW_REFRESH_TOKEN_AUTH"))
    yield invalid(
      "ALLOW_REFRESH_TOKEN_AUTH is not a permitted ExplicitAuthFlow when refresh token rotation is enabled.",
    );
  if (flows.includes("ALLOW_USER_AUTH") && pool.tier === "LITE")
    yield new Refusal("FeatureUnavailableInTierException", "The feature is not available in the tier.");
  if (settings["EnablePropagateAdditionalUserContextData"] === true && !hasSecret)
    yield invalid("Client Secret is required to set EnablePropagateAdditionalUserContextData as true");
}

/** Bounds in seconds, both inclusive: seven variants tried by badmintoncryer/cdk-preflight. */
const tokens = [
  { token: "AccessToken", unit: "hours", count: 1, bounds: [300, 86_400] },
  { token: "IdToken", unit: "hours", count: 1, bounds: [300, 86_400] },
  { token: "RefreshToken", unit: "days", count: 30, bounds: [3600, 315_360_000] },
] as const;

function* lifetimes({ settings }: Candidate): Generator<Refusal> {
  const units = settings["TokenValidityUnits"];
  const lives = tokens.map(({ token, unit, count, bounds: [least, most] }) => {
    const given = settings[`${token}Validity`];
    // A unit without a number scales nothing: hashicorp/terraform-provider-aws has an acceptance test for it.
    if (typeof given !== "number") return { life: count * unitSeconds[unit], isBad: false };
    const own = isObject(units) ? units[token] : undefined;
    const life = given * (Object.entries(unitSeconds).find(([name]) => name === own)?.[1] ?? unitSeconds[unit]);
    return { life, isBad: life < least || life > most };
  });
  if (lives.some(({ isBad }) => isBad)) yield invalid("Invalid range for token validity.");
  const [access = 0, id = 0, refresh = 0] = lives.map(({ life }) => life);
  if (Math.max(access, id) > refresh)
    yield invalid("Access and Id Token expiration times must be less than or equal to refresh token expiration times.");
}
