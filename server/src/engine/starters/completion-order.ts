import type { ApplicationType } from "../catalogue/entry.ts";
import { type PropertyName, properties } from "../catalogue/properties.ts";

interface Wish {
  /** Best first; before everything else. */
  readonly first: readonly PropertyName[];
  /** Of no use to this type; after everything else. */
  readonly last: readonly PropertyName[];
}

const redirects = [
  "AllowedOAuthFlowsUserPoolClient",
  "AllowedOAuthFlows",
  "AllowedOAuthScopes",
  "CallbackURLs",
  "LogoutURLs",
  "SupportedIdentityProviders",
] as const satisfies readonly PropertyName[];
const lifetimes = [
  "AccessTokenValidity",
  "IdTokenValidity",
  "RefreshTokenValidity",
  "TokenValidityUnits",
] as const satisfies readonly PropertyName[];
const secrets = ["GenerateSecret", "ClientSecret"] as const satisfies readonly PropertyName[];

const wishes: Readonly<Record<ApplicationType, Wish>> = {
  spa: {
    first: [
      "UserPoolId",
      "ClientName",
      ...redirects,
      "ExplicitAuthFlows",
      "RefreshTokenRotation",
      ...lifetimes,
      "PreventUserExistenceErrors",
    ],
    last: ["EnablePropagateAdditionalUserContextData", ...secrets],
  },
  native: {
    first: [
      "UserPoolId",
      "ClientName",
      "ExplicitAuthFlows",
      ...redirects,
      "RefreshTokenRotation",
      ...lifetimes,
      "PreventUserExistenceErrors",
    ],
    last: ["EnablePropagateAdditionalUserContextData", ...secrets],
  },
  web: {
    first: [
      "UserPoolId",
      "ClientName",
      "GenerateSecret",
      ...redirects,
      "ExplicitAuthFlows",
      ...lifetimes,
      "PreventUserExistenceErrors",
    ],
    last: ["ClientSecret"],
  },
  m2m: {
    first: [
      "UserPoolId",
      "ClientName",
      "GenerateSecret",
      "AllowedOAuthFlowsUserPoolClient",
      "AllowedOAuthFlows",
      "AllowedOAuthScopes",
      "AccessTokenValidity",
      "TokenValidityUnits",
      "EnableTokenRevocation",
    ],
    last: [
      "ClientSecret",
      "AuthSessionValidity",
      "CallbackURLs",
      "LogoutURLs",
      "DefaultRedirectURI",
      "SupportedIdentityProviders",
      "IdTokenValidity",
      "RefreshTokenValidity",
      "RefreshTokenRotation",
      "PreventUserExistenceErrors",
      "EnablePropagateAdditionalUserContextData",
      "ReadAttributes",
      "WriteAttributes",
    ],
  },
  sdk: {
    first: [
      "UserPoolId",
      "ClientName",
      "ExplicitAuthFlows",
      "PreventUserExistenceErrors",
      ...lifetimes,
      "RefreshTokenRotation",
      "AuthSessionValidity",
      "EnableTokenRevocation",
      "ReadAttributes",
      "WriteAttributes",
    ],
    last: ["DefaultRedirectURI", "EnablePropagateAdditionalUserContextData", ...secrets],
  },
  admin: {
    first: [
      "UserPoolId",
      "ClientName",
      "ExplicitAuthFlows",
      "GenerateSecret",
      "PreventUserExistenceErrors",
      "RefreshTokenRotation",
      ...lifetimes,
      "EnableTokenRevocation",
      "AuthSessionValidity",
      "EnablePropagateAdditionalUserContextData",
      "ReadAttributes",
      "WriteAttributes",
    ],
    last: ["ClientSecret", "DefaultRedirectURI"],
  },
  unknown: { first: ["UserPoolId", "ClientName"], last: ["ClientSecret"] },
};

function arrange({ first, last }: Wish): readonly string[] {
  const middle = properties
    .filter(({ name }) => !(first as readonly string[]).includes(name) && !(last as readonly string[]).includes(name))
    // Pinpoint is gone and an update's ClientId is rarely typed: deprecated and rare members come last of the rest.
    .sort((a, b) => b.popularity - a.popularity)
    .map(({ name }) => name);
  return [...first, ...middle, ...last];
}

/** Names of all top-level members in the order in which completion offers them, by what the application is. */
export const completionOrder: Readonly<Record<ApplicationType, readonly string[]>> = {
  spa: arrange(wishes.spa),
  native: arrange(wishes.native),
  web: arrange(wishes.web),
  m2m: arrange(wishes.m2m),
  sdk: arrange(wishes.sdk),
  admin: arrange(wishes.admin),
  unknown: arrange(wishes.unknown),
};
