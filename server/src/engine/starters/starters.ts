import type { ApplicationType } from "../catalogue/entry.ts";

/** A value that the author will want to replace: what stands there at first, and what else is likely. */
export interface Slot {
  readonly slot: string | number;
  readonly choices?: readonly string[];
}
export type StarterValue = string | number | boolean | Slot | readonly StarterValue[] | StarterMembers;
export interface StarterMembers {
  readonly [name: string]: StarterValue;
}

/** A whole spec to begin with. Editors' snippets and *New Spec…* are made from it; a test checks that it passes every rule. */
export interface Starter {
  /** What one types to get it. */
  readonly prefix: string;
  readonly title: string;
  /** When to take it, in one sentence. */
  readonly description: string;
  readonly application: ApplicationType;
  readonly members: StarterMembers;
}

export function slot(value: string | number, choices?: readonly string[]): Slot {
  return choices ? { slot: value, choices } : { slot: value };
}

const pool = { UserPoolId: slot("eu-west-1_EXAMPLE1") };
const codeGrant = { AllowedOAuthFlowsUserPoolClient: true, AllowedOAuthFlows: ["code"] };
const userScopes = ["openid", "email", "profile"];
const oneHour = { AccessTokenValidity: slot(60), IdTokenValidity: slot(60) };
const rotation = { Feature: "ENABLED", RetryGracePeriodSeconds: 10 };
const units = { AccessToken: "minutes", IdToken: "minutes", RefreshToken: "days" };
const protection = { EnableTokenRevocation: true, PreventUserExistenceErrors: "ENABLED" };

/** In the order in which *New Spec…* shows them. */
export const starters: readonly Starter[] = [
  {
    prefix: "spa",
    title: "Single-page application",
    description: "JavaScript in the browser: authorization code with PKCE, no secret, rotating refresh tokens.",
    application: "spa",
    members: {
      ...pool,
      ClientName: slot("web-app"),
      GenerateSecret: false,
      ExplicitAuthFlows: ["ALLOW_USER_SRP_AUTH"],
      ...codeGrant,
      AllowedOAuthScopes: userScopes,
      CallbackURLs: [slot("https://app.example.com/callback")],
      LogoutURLs: [slot("https://app.example.com/")],
      SupportedIdentityProviders: ["COGNITO"],
      ...oneHour,
      RefreshTokenValidity: slot(7),
      TokenValidityUnits: units,
      RefreshTokenRotation: rotation,
      ...protection,
    },
  },
  {
    prefix: "native",
    title: "Native application",
    description: "Phone, tablet or desktop: authorization code with PKCE through the system browser, no secret.",
    application: "native",
    members: {
      ...pool,
      ClientName: slot("mobile-app"),
      GenerateSecret: false,
      ExplicitAuthFlows: ["ALLOW_USER_SRP_AUTH"],
      ...codeGrant,
      AllowedOAuthScopes: userScopes,
      CallbackURLs: [slot("com.example.app://callback")],
      LogoutURLs: [slot("com.example.app://signed-out")],
      SupportedIdentityProviders: ["COGNITO"],
      ...oneHour,
      RefreshTokenValidity: slot(30),
      TokenValidityUnits: units,
      RefreshTokenRotation: rotation,
      ...protection,
    },
  },
  {
    prefix: "web",
    title: "Web application with a secret",
    description: "Pages made on a server that can keep a secret: authorization code, tokens stay on the server.",
    application: "web",
    members: {
      ...pool,
      ClientName: slot("web-server"),
      GenerateSecret: true,
      ExplicitAuthFlows: ["ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"],
      ...codeGrant,
      AllowedOAuthScopes: userScopes,
      CallbackURLs: [slot("https://web.example.com/auth/callback")],
      LogoutURLs: [slot("https://web.example.com/")],
      SupportedIdentityProviders: ["COGNITO"],
      ...oneHour,
      RefreshTokenValidity: slot(30),
      TokenValidityUnits: units,
      ...protection,
    },
  },
  {
    prefix: "m2m",
    title: "Machine-to-machine",
    description: "A program that acts as itself: client credentials, custom scopes, no users.",
    application: "m2m",
    members: {
      ...pool,
      ClientName: slot("nightly-job"),
      GenerateSecret: true,
      AllowedOAuthFlowsUserPoolClient: true,
      AllowedOAuthFlows: ["client_credentials"],
      AllowedOAuthScopes: [slot("api.example.com/read")],
      AccessTokenValidity: slot(60),
      TokenValidityUnits: { AccessToken: "minutes" },
      EnableTokenRevocation: true,
    },
  },
  {
    prefix: "admin",
    title: "Back end that signs users in",
    description: "A trusted server passes names and passwords with calls signed by AWS credentials.",
    application: "admin",
    members: {
      ...pool,
      ClientName: slot("back-end"),
      GenerateSecret: true,
      ExplicitAuthFlows: ["ALLOW_ADMIN_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"],
      ...oneHour,
      RefreshTokenValidity: slot(30),
      TokenValidityUnits: units,
      ...protection,
    },
  },
  {
    prefix: "passkey",
    title: "Choice-based sign-in",
    description: "The user picks password, passkey or one-time code. Needs the Essentials or Plus feature plan.",
    application: "sdk",
    members: {
      ...pool,
      ClientName: slot("passkey-app"),
      GenerateSecret: false,
      ExplicitAuthFlows: ["ALLOW_USER_AUTH"],
      AuthSessionValidity: slot(5),
      ...oneHour,
      RefreshTokenValidity: slot(30),
      TokenValidityUnits: units,
      RefreshTokenRotation: rotation,
      ...protection,
    },
  },
  {
    prefix: "sdk",
    title: "Sign-in with an SDK",
    description: "Amplify or another SDK shows its own login form and proves the password by SRP; no login pages.",
    application: "sdk",
    members: {
      ...pool,
      ClientName: slot("app"),
      GenerateSecret: false,
      ExplicitAuthFlows: ["ALLOW_USER_SRP_AUTH"],
      ...oneHour,
      RefreshTokenValidity: slot(30),
      TokenValidityUnits: units,
      RefreshTokenRotation: rotation,
      ...protection,
    },
  },
];
