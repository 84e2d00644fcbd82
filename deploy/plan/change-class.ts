import { readUrl } from "../../server/src/engine/index.ts";
import type { Json, JsonObject } from "../json.ts";

/** In order of severity. */
export type ChangeClass = "may-stop-sign-in" | "weakens-security" | "other";

interface Step {
  readonly name: string;
  /** In normal form. */
  readonly before: Json | undefined;
  readonly after: Json | undefined;
  /** Of lists. */
  readonly added: readonly Json[];
  readonly removed: readonly Json[];
  /** A lifetime that becomes longer. */
  readonly longer: boolean;
  /** The environment is protected: warnings are stronger. */
  readonly guarded: boolean;
}

/** @returns the most serious class, with all reasons. */
export function classOf(step: Step): { readonly class: ChangeClass; readonly why: readonly string[] } {
  const [stops, weakens] = [[...mayStop(step)], [...weakensSecurity(step)]];
  const kind = stops.length > 0 ? "may-stop-sign-in" : weakens.length > 0 ? "weakens-security" : "other";
  return { class: kind, why: [...stops, ...weakens] };
}

const removable: Readonly<Record<string, string>> = {
  CallbackURLs: "Sign-in can no longer return to",
  LogoutURLs: "Sign-out can no longer return to",
  SupportedIdentityProviders: "Nobody can sign in any more through",
  AllowedOAuthScopes: "Tokens are no longer given for",
  AllowedOAuthFlows: "This OAuth flow no longer works:",
  ExplicitAuthFlows: "This sign-in no longer works:",
  ReadAttributes: "The application can no longer read",
  WriteAttributes: "The application can no longer write",
};

function* mayStop({ name, before, after, removed }: Step): Generator<string> {
  const says = removable[name];
  if (says !== undefined && removed.length > 0) yield `${says} ${removed.join(", ")}.`;
  if (name === "ExplicitAuthFlows" && after === undefined) yield "Which sign-ins work is then Cognito's default.";
  if ((name === "ReadAttributes" || name === "WriteAttributes") && before === undefined)
    yield "The application can then use these attributes only.";
  if (name === "AllowedOAuthFlowsUserPoolClient" && after !== true) yield "The OAuth settings have no effect any more.";
  if (name === "DefaultRedirectURI" && after === undefined)
    yield "Requests that name no redirect_uri have nowhere to return to.";
  if (name === "RefreshTokenRotation" && featureOf(after) === "ENABLED" && featureOf(before) !== "ENABLED")
    yield "Applications that renew with REFRESH_TOKEN_AUTH must use GetTokensFromRefreshToken instead.";
}

function* weakensSecurity({ name, before, after, added, longer, guarded }: Step): Generator<string> {
  if (name === "CallbackURLs") for (const url of added) yield callback(String(url), guarded);
  if (name === "AllowedOAuthFlows" && added.includes("implicit")) yield "Implicit: tokens travel in addresses.";
  if (name === "ExplicitAuthFlows") {
    for (const flow of added) if (/PASSWORD/.test(String(flow))) yield `The password itself is sent: ${flow}.`;
  }
  if (name === "AllowedOAuthScopes" && added.length > 0) {
    yield `Tokens may carry more: ${added.join(", ")}.`;
    if (added.includes("aws.cognito.signin.user.admin"))
      yield "With aws.cognito.signin.user.admin a token can change the user's own account.";
  }
  if (name === "SupportedIdentityProviders" && added.length > 0) yield `One more way in: ${added.join(", ")}.`;
  if (name === "PreventUserExistenceErrors" && after !== "ENABLED") yield "Errors tell whether a user exists.";
  if (name === "EnableTokenRevocation" && after === false) yield "Refresh tokens can no longer be revoked.";
  if (name === "RefreshTokenRotation" && featureOf(before) === "ENABLED" && featureOf(after) !== "ENABLED")
    yield "A stolen refresh token stays usable for its whole life.";
  if (name === "WriteAttributes" && added.length > 0 && before !== undefined)
    yield `The application can write more: ${added.join(", ")}.`;
  if (longer) yield "Tokens live longer (those that are issued from now on, as far as is known).";
}

function callback(text: string, guarded: boolean): string {
  const { scheme, host, port, isLoopback } = readUrl(text);
  const where = host === undefined ? text : `${host}${port ? `:${port}` : ""}`;
  const odd = scheme !== "https" || host === undefined || isLoopback || text.includes("*");
  const said = `Codes and tokens may be sent to ${where} (${text}).`;
  return guarded && odd ? `${said} That is no public https address, and this environment is protected.` : said;
}

function featureOf(value: Json | undefined): Json | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as JsonObject)["Feature"]
    : undefined;
}
