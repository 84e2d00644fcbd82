import type { EnumValue } from "./entry.ts";

/** Values of ExplicitAuthFlows, the ones to prefer first. */
export const authFlows = [
  {
    value: "ALLOW_USER_SRP_AUTH",
    doc: "Sign-in with user name and password, proved by the SRP protocol: the password itself never leaves the device. What Amplify and most SDKs use. In the default set.",
  },
  {
    value: "ALLOW_REFRESH_TOKEN_AUTH",
    doc: "Lets the application renew its tokens through `InitiateAuth`. In the default set. Must be left out when refresh token rotation is on: renewal then goes through `GetTokensFromRefreshToken`.",
  },
  {
    value: "ALLOW_USER_AUTH",
    doc: "Choice-based sign-in: the user picks among password, SRP, one-time code by email or SMS, and passkey. Covers passwords and SRP without their own values, but not custom challenges. Needs the Essentials or Plus feature plan.",
  },
  {
    value: "ALLOW_CUSTOM_AUTH",
    doc: "A sequence of challenges that you define with three Lambda triggers on the pool (define, create and verify auth challenge). In the default set.",
  },
  {
    value: "ALLOW_ADMIN_USER_PASSWORD_AUTH",
    doc: "A trusted back end sends user name and password with `AdminInitiateAuth`, a call signed with AWS credentials. Replaces `ADMIN_NO_SRP_AUTH`.",
  },
  {
    value: "ALLOW_USER_PASSWORD_AUTH",
    doc: "The application sends user name and password to Cognito inside the request. Prefer SRP, which never sends the password; the user migration trigger is the usual reason to need this.",
  },
  {
    value: "ALLOW_CLIENT_TOKEN_AUTH",
    doc: "Machine-to-machine access tokens through `GetClientToken`, without a domain on the pool. Must be the only value of the list; getting tokens needs a client secret.",
    notInSdk: true,
  },
  {
    value: "ADMIN_NO_SRP_AUTH",
    doc: "Old name of `ALLOW_ADMIN_USER_PASSWORD_AUTH`. Cannot stand beside values that begin with `ALLOW_`.",
    deprecated: "Use ALLOW_ADMIN_USER_PASSWORD_AUTH.",
  },
  {
    value: "CUSTOM_AUTH_FLOW_ONLY",
    doc: "Old name of `ALLOW_CUSTOM_AUTH`, which also turned every other way of sign-in off. Cannot stand beside values that begin with `ALLOW_`.",
    deprecated: "Use ALLOW_CUSTOM_AUTH.",
  },
  {
    value: "USER_PASSWORD_AUTH",
    doc: "Old name of `ALLOW_USER_PASSWORD_AUTH`. Cannot stand beside values that begin with `ALLOW_`.",
    deprecated: "Use ALLOW_USER_PASSWORD_AUTH.",
  },
] as const satisfies readonly EnumValue[];

/** Old value → the one that replaced it. */
export const legacyAuthFlows: Readonly<Record<string, string>> = {
  ADMIN_NO_SRP_AUTH: "ALLOW_ADMIN_USER_PASSWORD_AUTH",
  CUSTOM_AUTH_FLOW_ONLY: "ALLOW_CUSTOM_AUTH",
  USER_PASSWORD_AUTH: "ALLOW_USER_PASSWORD_AUTH",
};

/** What Cognito enables when ExplicitAuthFlows is absent. */
export const defaultAuthFlows = ["ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_USER_SRP_AUTH", "ALLOW_CUSTOM_AUTH"] as const;
