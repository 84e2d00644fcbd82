import { factsWith, onPool } from "../../../../test/support/pool-facts.ts";
import { testRule } from "../../../../test/support/rule-tester.ts";

const facts = factsWith({ identityProviders: [{ name: "Google" }, { name: "Corporate SSO" }] });

testRule("idp-not-found", {
  accept: [
    { why: "they exist", yaml: onPool("SupportedIdentityProviders: [Google, Corporate SSO]"), facts },
    { why: "COGNITO is always there", yaml: onPool("SupportedIdentityProviders: [COGNITO]"), facts },
    { why: "a template", yaml: onPool("SupportedIdentityProviders: ['${idp}']"), facts },
    { why: "no facts", yaml: onPool("SupportedIdentityProviders: [Facebook]") },
    {
      why: "the providers are not known",
      yaml: onPool("SupportedIdentityProviders: [Facebook]"),
      facts: factsWith({ tier: "LITE" }),
    },
    {
      why: "an empty name is identity-provider-name-format's",
      yaml: onPool("SupportedIdentityProviders: ['']"),
      facts,
      also: ["identity-provider-name-format"],
    },
  ],
  reject: [
    {
      why: "a social provider must be set up, too (observed)",
      yaml: onPool("SupportedIdentityProviders:\n  - COGNITO\n  - ‹SignInWithApple› # iOS\n"),
      json: '{ "UserPoolId": "eu-west-1_AbCdEfGhI", "SupportedIdentityProviders": ["COGNITO", ‹"SignInWithApple"›] }',
      facts,
      message: "The pool has no identity provider SignInWithApple. Create it on the pool first, or remove it here.",
      data: { provider: "SignInWithApple" },
      severity: "error",
      fixes: [
        {
          title: "Remove SignInWithApple",
          safe: false,
          json: '{ "UserPoolId": "eu-west-1_AbCdEfGhI", "SupportedIdentityProviders": ["COGNITO"] }',
        },
      ],
    },
    {
      why: "letter case counts",
      yaml: onPool("SupportedIdentityProviders: [‹google›]\n"),
      facts,
      message: "Did you mean Google?",
      data: { provider: "google", similar: "Google" },
      fixes: [
        { title: "Use Google", safe: false, yaml: onPool("SupportedIdentityProviders: [Google]\n") },
        { title: "Remove google", safe: false },
      ],
    },
    {
      why: "other words for the pool itself",
      yaml: onPool("SupportedIdentityProviders: [‹COGNITO_USER_POOLS›, ‹Cognito›]\n"),
      facts,
      message: "Did you mean COGNITO?",
      fixes: [
        { title: "Use COGNITO", safe: false },
        { title: "Remove COGNITO_USER_POOLS", safe: false },
      ],
    },
    {
      why: "the similar one stands there already",
      yaml: onPool("SupportedIdentityProviders: [Google, ‹Googel›]\n"),
      facts,
      fixes: [{ title: "Remove Googel", safe: false, yaml: onPool("SupportedIdentityProviders: [Google]\n") }],
    },
    {
      why: "a pool without providers",
      yaml: onPool("SupportedIdentityProviders: [COGNITO, ‹Google›]\n"),
      facts: factsWith({ identityProviders: [] }),
    },
  ],
});
