import type { EnumValue } from "./entry.ts";

/** Scopes that exist on every pool, and what a token that carries them reveals or permits. */
export const builtInScopes = [
  {
    value: "openid",
    doc: "Makes the request an OpenID Connect one: an ID token is issued, and `userInfo` answers. Asked for alone, the ID token holds every attribute that the app client may read; together with `email`, `phone` or `profile`, only what those name.",
  },
  {
    value: "email",
    doc: "Reveals `email` and `email_verified`. Only together with `openid`.",
  },
  {
    value: "phone",
    doc: "Reveals `phone_number` and `phone_number_verified`. Only together with `openid`.",
  },
  {
    value: "profile",
    doc: "Reveals every attribute that the app client may read: name, birthdate, locale, custom attributes and so on. Only together with `openid`.",
  },
  {
    value: "aws.cognito.signin.user.admin",
    doc: "Lets the holder of the access token use the user's own self-service operations: read and change attributes, password, MFA and devices, or delete the account. It concerns the signed-in user only; it grants no administration of the pool.",
  },
  {
    value: "aws.cognito/dcr/register",
    doc: "Lets the holder of the token register further app clients by dynamic client registration, where the pool has that turned on. Not for app clients that were themselves made by dynamic registration.",
  },
] as const satisfies readonly EnumValue[];

/** The built-in scopes that client_credentials refuses: each says something about a user, and there is none. */
export const userScopes = ["openid", "email", "phone", "profile", "aws.cognito.signin.user.admin"] as const;
