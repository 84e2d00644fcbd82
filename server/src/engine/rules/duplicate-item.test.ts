import { testRule } from "../../../../test/support/rule-tester.ts";

testRule("duplicate-item", {
  accept: [
    { why: "no item twice", yaml: "CallbackURLs: [https://a.example, https://b.example]" },
    { why: "the same value in two lists", yaml: "CallbackURLs: [https://a.example]\nLogoutURLs: [https://a.example]" },
    { why: "case counts", yaml: "CallbackURLs: ['https://a.example/A', 'https://a.example/a']" },
    { why: "templates may differ", yaml: "CallbackURLs: ['${URL}', '${URL}']" },
  ],
  reject: [
    {
      yaml: "CallbackURLs:\n  - https://a.example\n  - https://b.example\n  - ‹https://a.example› # again\n",
      message: /already stands in CallbackURLs/,
      severity: "warning",
      preset: "recommended",
      fixes: [{ title: "Remove the repeated item", safe: true }],
    },
    {
      yaml: "ExplicitAuthFlows: [ALLOW_USER_SRP_AUTH, ‹ALLOW_USER_SRP_AUTH›, ALLOW_REFRESH_TOKEN_AUTH]",
      json: '{ "ExplicitAuthFlows": ["ALLOW_USER_SRP_AUTH", ‹"ALLOW_USER_SRP_AUTH"›, "ALLOW_REFRESH_TOKEN_AUTH"] }',
      fixes: [
        {
          title: "Remove the repeated item",
          safe: true,
          yaml: "ExplicitAuthFlows: [ALLOW_USER_SRP_AUTH, ALLOW_REFRESH_TOKEN_AUTH]",
          json: '{ "ExplicitAuthFlows": ["ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"] }',
        },
      ],
    },
    { why: "three times", yaml: "ReadAttributes: [email, ‹email›, ‹email›]" },
    {
      why: "every list",
      yaml: "AllowedOAuthFlows: [implicit, ‹implicit›]\nAllowedOAuthScopes: [openid, ‹openid›]\nSupportedIdentityProviders: [COGNITO, ‹COGNITO›]\nLogoutURLs: ['https://a.example', ‹'https://a.example'›]\nWriteAttributes: [name, ‹name›]",
    },
  ],
});
