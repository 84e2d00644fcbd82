import { testRule } from "../../../../test/support/rule-tester.ts";

testRule("no-sign-in-flow", {
  accept: [
    { why: "SRP signs in", yaml: "ExplicitAuthFlows: [ALLOW_REFRESH_TOKEN_AUTH, ALLOW_USER_SRP_AUTH]" },
    {
      why: "the login pages sign in",
      yaml: "AllowedOAuthFlows: [code]\nCallbackURLs: [https://a.example]\nExplicitAuthFlows: [ALLOW_REFRESH_TOKEN_AUTH]",
    },
    {
      why: "so does implicit",
      yaml: "AllowedOAuthFlows: [implicit]\nCallbackURLs: [https://a.example]\nExplicitAuthFlows: [ALLOW_REFRESH_TOKEN_AUTH]",
    },
    {
      why: "a machine does not sign in",
      yaml: "GenerateSecret: true\nAllowedOAuthFlows: [client_credentials]\nExplicitAuthFlows: [ALLOW_REFRESH_TOKEN_AUTH]",
    },
    {
      why: "the OAuth flows cannot be known",
      yaml: "AllowedOAuthFlows: !Ref F\nExplicitAuthFlows: [ALLOW_REFRESH_TOKEN_AUTH]",
      only: "yaml",
    },
    { why: "an unknown item may sign in", yaml: "ExplicitAuthFlows: [ALLOW_REFRESH_TOKEN_AUTH, !Ref F]", only: "yaml" },
    { why: "an empty list has a rule of its own", yaml: "ExplicitAuthFlows: []" },
    { why: "absent means AWS's defaults", yaml: "ClientName: x" },
  ],
  reject: [
    {
      yaml: "ExplicitAuthFlows: ‹[ALLOW_REFRESH_TOKEN_AUTH]›\n",
      json: '{ "ExplicitAuthFlows": ‹["ALLOW_REFRESH_TOKEN_AUTH"]› }',
      message: /nobody can sign in/,
      severity: "warning",
      preset: "recommended",
      fixes: [
        {
          title: "Add ALLOW_USER_SRP_AUTH",
          safe: false,
          yaml: "ExplicitAuthFlows: [ALLOW_REFRESH_TOKEN_AUTH, ALLOW_USER_SRP_AUTH]\n",
        },
      ],
    },
    { yaml: "AllowedOAuthFlows: []\nExplicitAuthFlows:\n  ‹- ALLOW_REFRESH_TOKEN_AUTH›\n", severity: "warning" },
  ],
});
