import { unitSeconds } from "../server/src/engine/catalogue/entry.ts";
import { sameJson } from "./digest.ts";
import type { DescribedClient, Difference, Json, JsonObject } from "./types.ts";

/** Describe keeps neither order nor duplicates of lists, and leaves empty ones out. */
const sets = [
  "SupportedIdentityProviders",
  "CallbackURLs",
  "LogoutURLs",
  "AllowedOAuthFlows",
  "AllowedOAuthScopes",
] as const;

/** Scalars with the value that their absence means. */
const scalars: Readonly<Record<string, Json | undefined>> = {
  ClientName: undefined,
  DefaultRedirectURI: undefined,
  AllowedOAuthFlowsUserPoolClient: false,
  PreventUserExistenceErrors: "LEGACY",
  EnableTokenRevocation: true,
  EnablePropagateAdditionalUserContextData: false,
  AuthSessionValidity: 3,
};

const defaultAuthFlows = ["ALLOW_CUSTOM_AUTH", "ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_USER_SRP_AUTH"];

/**
 * What differs between a create request and what AWS has, apart from how AWS writes things down: lists are sets, absent
 * members mean their default, lifetimes are compared in seconds. A spec's secret is not compared here; it never gets here.
 * Observed in Terraform's acceptance tests and AWS's own examples; see the rules reference on what Describe returns.
 */
export function differences(
  request: JsonObject,
  client: Pick<DescribedClient, "settings" | "hasSecret">,
): Difference[] {
  const found = client.settings;
  const result: Difference[] = [];
  const compare = (path: readonly string[], a: Json | undefined, b: Json | undefined) => {
    if (!sameJson(a, b)) result.push({ path, asked: a, found: b });
  };
  for (const [name, fallback] of Object.entries(scalars))
    compare([name], request[name] ?? fallback, found[name] ?? fallback);
  for (const name of sets) compare([name], asSet(request[name]), asSet(found[name]));
  const flows = (value: Json | undefined) => asSet(value) ?? defaultAuthFlows;
  compare(["ExplicitAuthFlows"], flows(request["ExplicitAuthFlows"]), flows(found["ExplicitAuthFlows"]));
  for (const name of ["ReadAttributes", "WriteAttributes"]) {
    const asked = asSet(request[name]);
    if (asked) compare([name], asked, asSet(found[name]));
  }
  for (const token of ["AccessToken", "IdToken", "RefreshToken"] as const) {
    compare([`${token}Validity`], lifetime(request, token), lifetime(found, token));
  }
  compare(["RefreshTokenRotation"], rotation(request["RefreshTokenRotation"]), rotation(found["RefreshTokenRotation"]));
  compare(
    ["AnalyticsConfiguration"],
    analytics(request["AnalyticsConfiguration"]),
    analytics(found["AnalyticsConfiguration"]),
  );
  const secret = request["GenerateSecret"] === true || request["ClientSecret"] !== undefined;
  compare(["GenerateSecret"], secret, client.hasSecret);
  return result;
}

function asSet(value: Json | undefined): Json[] | undefined {
  if (!Array.isArray(value) || value.length === 0) return undefined;
  return [...new Set(value.map(String))].sort();
}

/** `3600 seconds`; a number without a known unit stays as it is. */
function lifetime(object: JsonObject, token: "AccessToken" | "IdToken" | "RefreshToken"): Json {
  const refresh = token === "RefreshToken";
  const value = object[`${token}Validity`];
  const unit = asObject(object["TokenValidityUnits"])[token] ?? (refresh ? "days" : "hours");
  if (value === undefined || value === 0) return `${refresh ? 30 * unitSeconds.days : unitSeconds.hours} seconds`;
  const seconds =
    typeof unit === "string" && unit in unitSeconds ? unitSeconds[unit as keyof typeof unitSeconds] : undefined;
  return typeof value === "number" && seconds !== undefined ? `${value * seconds} seconds` : value;
}

/** Cognito drops the grace period of a rotation that is off, and always returns the object. */
function rotation(value: Json | undefined): Json {
  const { Feature = "DISABLED", RetryGracePeriodSeconds = 0 } = asObject(value);
  return Feature === "ENABLED" ? { Feature, RetryGracePeriodSeconds } : { Feature };
}

/** In the ARN form Cognito fills in a service-linked role by itself. */
function analytics(value: Json | undefined): Json | undefined {
  if (value === undefined) return undefined;
  const { ApplicationArn, RoleArn, UserDataShared = false, ...rest } = asObject(value);
  const role = ApplicationArn === undefined && RoleArn !== undefined ? { RoleArn } : {};
  return { ...rest, ...role, ...(ApplicationArn === undefined ? {} : { ApplicationArn }), UserDataShared };
}

function asObject(value: Json | undefined): JsonObject {
  return value !== null && typeof value === "object" && !Array.isArray(value) ? (value as JsonObject) : {};
}
