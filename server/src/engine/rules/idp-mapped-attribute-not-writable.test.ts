import { factsWith, onPool } from "../../../../test/support/pool-facts.ts";
import { testRule } from "../../../../test/support/rule-tester.ts";

const facts = factsWith({
  attributes: [
    { name: "family_name", required: true },
    { name: "given_name", required: false },
  ],
  identityProviders: [
    {
      name: "Google",
      attributeMapping: {
        email: "email",
        given_name: "given_name",
        username: "sub",
        sub: "sub",
        email_verified: "email_verified",
        phone_number_verified: "phone_number_verified",
      },
    },
    { name: "SSO", attributeMapping: { email: "mail", "custom:team": "team" } },
    { name: "Unread" },
  ],
});

testRule("idp-mapped-attribute-not-writable", {
  accept: [
    {
      why: "all are there; Cognito writes the verified flags itself, and username is no attribute",
      yaml: onPool("SupportedIdentityProviders: [Google]\nWriteAttributes: [family_name, given_name, email]"),
      facts,
    },
    { why: "WriteAttributes absent allows them", yaml: onPool("SupportedIdentityProviders: [Google]"), facts },
    {
      why: "an empty list comes back as absent",
      yaml: onPool("SupportedIdentityProviders: [Google]\nWriteAttributes: []"),
      facts,
    },
    {
      why: "a provider that is not assigned",
      yaml: onPool("SupportedIdentityProviders: [COGNITO]\nWriteAttributes: [family_name]"),
      facts,
    },
    {
      why: "a mapping that is not known",
      yaml: onPool("SupportedIdentityProviders: [Unread]\nWriteAttributes: [family_name]"),
      facts,
    },
    {
      why: "one item cannot be known",
      yaml: onPool("SupportedIdentityProviders: [Google]\nWriteAttributes: ['${x}', family_name]"),
      facts,
    },
    { why: "no facts", yaml: onPool("SupportedIdentityProviders: [Google]\nWriteAttributes: [name]") },
    {
      why: "the providers are not known",
      yaml: onPool("SupportedIdentityProviders: [Google]\nWriteAttributes: [name]"),
      facts: factsWith({ tier: "PLUS" }),
    },
    {
      why: "a required attribute is required-attribute-not-writable's",
      yaml: onPool("SupportedIdentityProviders: [Google]\nWriteAttributes: [name]"),
      facts: factsWith({
        attributes: [{ name: "email", required: true }],
        identityProviders: [{ name: "Google", attributeMapping: { email: "email" } }],
      }),
      also: ["required-attribute-not-writable"],
    },
  ],
  reject: [
    {
      why: "one is missing",
      yaml: onPool("SupportedIdentityProviders: [Google]\n‹WriteAttributes›:\n  - family_name # all\n  - given_name\n"),
      json: '{ "UserPoolId": "eu-west-1_AbCdEfGhI", "SupportedIdentityProviders": ["Google"], ‹"WriteAttributes"›: ["family_name", "given_name"] }',
      facts,
      message: "Google fills in email at each sign-in",
      severity: "warning",
      fixes: [
        {
          title: "Add email",
          safe: false,
          yaml: onPool(
            "SupportedIdentityProviders: [Google]\nWriteAttributes:\n  - family_name # all\n  - given_name\n  - email\n",
          ),
          json: '{ "UserPoolId": "eu-west-1_AbCdEfGhI", "SupportedIdentityProviders": ["Google"], "WriteAttributes": ["family_name", "given_name", "email"] }',
        },
      ],
    },
    {
      why: "several providers, each attribute once, without knowledge of the schema",
      yaml: onPool("SupportedIdentityProviders: [SSO, Google]\n‹WriteAttributes›: [family_name]\n"),
      facts: factsWith({ identityProviders: facts.identityProviders ?? [] }),
      message: "Google and SSO fill in email, given_name and custom:team",
      fixes: [{ title: "Add email, given_name and custom:team", safe: false }],
    },
  ],
});
