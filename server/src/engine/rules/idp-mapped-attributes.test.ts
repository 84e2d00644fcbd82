import { testRule } from "../../../../test/support/rule-tester.ts";

testRule("idp-mapped-attributes", {
  accept: [
    { why: "only the pool's own users", yaml: "SupportedIdentityProviders: [COGNITO]\nWriteAttributes: [name]" },
    { why: "absent means all standard attributes", yaml: "SupportedIdentityProviders: [Google]" },
    { why: "an empty list", yaml: "SupportedIdentityProviders: [Google]\nWriteAttributes: []" },
    {
      why: "the mapping is known: another rule names the attributes",
      yaml: "UserPoolId: eu-west-1_a\nSupportedIdentityProviders: [Google]\nWriteAttributes: [name]",
      facts: { poolId: "eu-west-1_a", fetchedAt: "2026-11-22T00:00:00Z", identityProviders: [{ name: "Google" }] },
    },
  ],
  reject: [
    {
      yaml: "SupportedIdentityProviders: [COGNITO, Google, Okta]\n‹WriteAttributes›: [name]",
      message: /mapped from Google and Okta/,
      severity: "info",
      preset: "recommended",
    },
  ],
});
