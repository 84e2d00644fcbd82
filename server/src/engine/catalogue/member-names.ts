import { membersFor, property } from "./properties.ts";
import { type Respelling, reduce, respelling, type Synonyms } from "./respelling.ts";

/** An object whose members have names: the request, or one of the objects in it. */
export type Level = "request" | "TokenValidityUnits" | "RefreshTokenRotation" | "AnalyticsConfiguration";

export const nestedLevels = ["TokenValidityUnits", "RefreshTokenRotation", "AnalyticsConfiguration"] as const;

/** @returns the member that a wrong name stands for, as far as that can be told. */
export function intendedMember(name: string, level: Level, operation: "create" | "update"): Respelling | undefined {
  const names = namesOf(level, operation);
  const meant = respelling(name, names, sameThing[level]);
  if (meant?.certain) return meant;
  const guess = guesses[level][reduce(name)];
  if (guess !== undefined && names.includes(guess)) return { word: guess, certain: false };
  return meant ?? begun(reduce(name), names);
}

/** The only member that begins so: `Callback`, `PreventUser`. */
function begun(letters: string, names: readonly string[]): Respelling | undefined {
  const [word, ...others] = letters.length < 3 ? [] : names.filter((known) => reduce(known).startsWith(letters));
  return word !== undefined && others.length === 0 ? { word, certain: false } : undefined;
}

/** @returns the object that a name belongs into, when somebody wrote it one level too high. */
export function homeOf(
  name: string,
): { readonly level: (typeof nestedLevels)[number]; readonly word: string } | undefined {
  for (const level of nestedLevels) {
    const word = namesOf(level, "create").find((known) => reduce(known) === reduce(name));
    if (word) return { level, word };
  }
  return undefined;
}

function namesOf(level: Level, operation: "create" | "update"): string[] {
  if (level === "request") return membersFor(operation).map(({ name }) => name);
  const value = property(level)?.value;
  return value?.type === "object" ? value.members.map(({ name }) => name) : [];
}

/** What other tools (CloudFormation, CDK, Terraform, other clients of the API) call the same thing, with the same values. Reduced. */
const sameThing: Readonly<Record<Level, Synonyms>> = {
  request: {
    name: "ClientName",
    appclientname: "ClientName",
    userpoolclientname: "ClientName",
    clientappname: "ClientName",
    poolid: "UserPoolId",
    userpool: "UserPoolId",
    generateclientsecret: "GenerateSecret",
    generateappsecret: "GenerateSecret",
    defaultredirecturl: "DefaultRedirectURI",
    redirecturls: "CallbackURLs",
    callbacks: "CallbackURLs",
    signouturls: "LogoutURLs",
    oauthflows: "AllowedOAuthFlows",
    allowedflows: "AllowedOAuthFlows",
    oauthscopes: "AllowedOAuthScopes",
    allowedscopes: "AllowedOAuthScopes",
    scopes: "AllowedOAuthScopes",
    allowoauthflowsuserpoolclient: "AllowedOAuthFlowsUserPoolClient",
    allowedflowsuserpoolclient: "AllowedOAuthFlowsUserPoolClient",
    identityproviders: "SupportedIdentityProviders",
    supportedproviders: "SupportedIdentityProviders",
    authflows: "ExplicitAuthFlows",
    tokenrevocation: "EnableTokenRevocation",
    propagateadditionalusercontextdata: "EnablePropagateAdditionalUserContextData",
  },
  TokenValidityUnits: {},
  RefreshTokenRotation: { retrygraceperiod: "RetryGracePeriodSeconds" },
  AnalyticsConfiguration: {
    appid: "ApplicationId",
    pinpointappid: "ApplicationId",
    pinpointapplicationid: "ApplicationId",
  },
};

/** Names whose values are likely to need another look. */
const guesses: Readonly<Record<Level, Synonyms>> = {
  request: {
    redirecturis: "CallbackURLs",
    redirecturl: "CallbackURLs",
    postlogoutredirecturis: "LogoutURLs",
    granttypes: "AllowedOAuthFlows",
    flows: "AllowedOAuthFlows",
    scope: "AllowedOAuthScopes",
    providers: "SupportedIdentityProviders",
    secret: "ClientSecret",
    units: "TokenValidityUnits",
    tokenunits: "TokenValidityUnits",
    rotation: "RefreshTokenRotation",
    refreshtokenrotationtype: "RefreshTokenRotation",
    analytics: "AnalyticsConfiguration",
    accesstokenlifetime: "AccessTokenValidity",
    accesstokenexpiration: "AccessTokenValidity",
    idtokenlifetime: "IdTokenValidity",
    idtokenexpiration: "IdTokenValidity",
    refreshtokenlifetime: "RefreshTokenValidity",
    refreshtokenexpiration: "RefreshTokenValidity",
    refreshtokenrotationgraceperiod: "RefreshTokenRotation",
    authsessionduration: "AuthSessionValidity",
  },
  TokenValidityUnits: {
    access: "AccessToken",
    id: "IdToken",
    refresh: "RefreshToken",
    accesstokenvalidity: "AccessToken",
    idtokenvalidity: "IdToken",
    refreshtokenvalidity: "RefreshToken",
  },
  RefreshTokenRotation: {
    graceperiod: "RetryGracePeriodSeconds",
    graceperiodseconds: "RetryGracePeriodSeconds",
    enabled: "Feature",
    status: "Feature",
    type: "Feature",
    rotationtype: "Feature",
  },
  AnalyticsConfiguration: { role: "RoleArn", arn: "ApplicationArn" },
};
