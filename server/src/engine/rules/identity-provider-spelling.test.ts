import { factsWith, onPool } from "../../../../test/support/pool-facts.ts";
import { testRule } from "../../../../test/support/rule-tester.ts";

testRule("identity-provider-spelling", {
  accept: [
    {
      why: "the fixed names",
      yaml: "SupportedIdentityProviders: [COGNITO, Google, Facebook, LoginWithAmazon, SignInWithApple]",
    },
    { why: "names of one's own", yaml: "SupportedIdentityProviders: [Okta, AzureAD, google-workspace]" },
    { why: "a template", yaml: "SupportedIdentityProviders: ['${PROVIDER}']" },
    {
      why: "a known pool is idp-not-found's",
      yaml: onPool("SupportedIdentityProviders: [google]"),
      facts: factsWith({ identityProviders: [{ name: "google" }] }),
    },
  ],
  reject: [
    ...(
      [
        ["Cognito", "COGNITO"],
        ["GOOGLE", "Google"],
        ["facebook", "Facebook"],
        ["Apple", "SignInWithApple"],
        ["Amazon", "LoginWithAmazon"],
        ["login-with-amazon", "LoginWithAmazon"],
        ["COGNITO_USER_POOLS", "COGNITO"],
      ] as const
    ).map(([wrong, right]) => ({
      why: wrong,
      yaml: `SupportedIdentityProviders: [Okta, ‹${wrong}›] # c\n`,
      message: `is probably ${right}`,
      severity: "warning" as const,
      fixes: [
        { title: `Use ${right}`, safe: false, yaml: `SupportedIdentityProviders: [Okta, ${right}] # c\n` },
        { title: `Remove ${wrong}`, safe: false, yaml: "SupportedIdentityProviders: [Okta] # c\n" },
      ],
    })),
    {
      why: "the right one is there",
      yaml: "SupportedIdentityProviders: [COGNITO, ‹cognito›]\n",
      fixes: [
        { title: "Remove cognito (COGNITO is there)", safe: false, yaml: "SupportedIdentityProviders: [COGNITO]\n" },
      ],
    },
  ],
});
