import { testRule } from "../../../../test/support/rule-tester.ts";

testRule("cognito-idp-not-a-lock", {
  accept: [
    { why: "COGNITO is among them", yaml: "SupportedIdentityProviders: [Google, COGNITO]" },
    { why: "an unknown item may be it", yaml: "SupportedIdentityProviders: [Google, !Ref P]", only: "yaml" },
    { why: "an empty list", yaml: "SupportedIdentityProviders: []" },
    {
      why: "machines",
      yaml: "GenerateSecret: true\nAllowedOAuthFlows: [client_credentials]\nSupportedIdentityProviders: [Okta]",
    },
  ],
  reject: [
    { yaml: "‹SupportedIdentityProviders›: [Google]", message: /can still sign in/, severity: "info" },
    { yaml: "‹SupportedIdentityProviders›: [Okta, Google]", severity: "hint", preset: "recommended" },
  ],
});
