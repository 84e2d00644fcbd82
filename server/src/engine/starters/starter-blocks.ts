import { unitsDown } from "../catalogue/duration.ts";
import { type StarterMembers, slot } from "./starters.ts";

/** Members to add to a spec: one snippet for each list and object, and for settings that go together. */
export interface Block {
  readonly prefix: string;
  readonly title: string;
  readonly description: string;
  readonly members: StarterMembers;
}

const units = unitsDown.toReversed();

export const starterBlocks: readonly Block[] = [
  {
    prefix: "oauth-code",
    title: "Login pages with the code grant",
    description: "Switches OAuth on, with what the code grant needs.",
    members: {
      AllowedOAuthFlowsUserPoolClient: true,
      AllowedOAuthFlows: ["code"],
      AllowedOAuthScopes: ["openid", "email"],
      CallbackURLs: [slot("https://app.example.com/callback")],
      SupportedIdentityProviders: ["COGNITO"],
    },
  },
  {
    prefix: "auth-flows",
    title: "Sign-in flows",
    description: "Password by SRP, and renewal by refresh token.",
    members: { ExplicitAuthFlows: ["ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"] },
  },
  {
    prefix: "callbacks",
    title: "Callback and logout URLs",
    description: "Where the browser may be sent after sign-in and sign-out, matched character by character.",
    members: {
      CallbackURLs: [slot("https://app.example.com/callback")],
      LogoutURLs: [slot("https://app.example.com/")],
    },
  },
  {
    prefix: "scopes",
    title: "OAuth scopes",
    description: "What tokens may permit; custom ones are written resource-server/scope.",
    members: { AllowedOAuthScopes: ["openid", "email", slot("api.example.com/read")] },
  },
  {
    prefix: "providers",
    title: "Identity providers",
    description: "The ways to sign in that the login pages offer.",
    members: {
      SupportedIdentityProviders: [
        "COGNITO",
        slot("Google", ["Google", "Facebook", "LoginWithAmazon", "SignInWithApple"]),
      ],
    },
  },
  {
    prefix: "lifetimes",
    title: "Token lifetimes with units",
    description: "How long the three tokens live, each with its unit.",
    members: {
      AccessTokenValidity: slot(60),
      IdTokenValidity: slot(60),
      RefreshTokenValidity: slot(30),
      TokenValidityUnits: {
        AccessToken: slot("minutes", units),
        IdToken: slot("minutes", units),
        RefreshToken: slot("days", units),
      },
    },
  },
  {
    prefix: "rotation",
    title: "Refresh token rotation",
    description: "A new refresh token at every renewal. Take ALLOW_REFRESH_TOKEN_AUTH out of ExplicitAuthFlows.",
    members: { RefreshTokenRotation: { Feature: "ENABLED", RetryGracePeriodSeconds: slot(10) } },
  },
  {
    prefix: "read-attributes",
    title: "Attributes the application reads",
    description: "They also decide what the ID token holds.",
    members: { ReadAttributes: ["email", "email_verified", slot("name")] },
  },
  {
    prefix: "write-attributes",
    title: "Attributes the user may change",
    description: "Must contain those that the pool requires and those mapped from an identity provider.",
    members: { WriteAttributes: ["email", slot("name")] },
  },
];
