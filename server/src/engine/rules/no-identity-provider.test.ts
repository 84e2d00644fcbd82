import { testRule } from "../../../../test/support/rule-tester.ts";

const oauth =
  "AllowedOAuthFlowsUserPoolClient: true\nAllowedOAuthScopes: [openid]\nCallbackURLs: [https://a.example]\nAllowedOAuthFlows:";

testRule("no-identity-provider", {
  accept: [
    { why: "COGNITO", yaml: `${oauth} [code]\nSupportedIdentityProviders: [COGNITO]` },
    { why: "another one", yaml: `${oauth} [code]\nSupportedIdentityProviders: [Google]` },
    { why: "by parameter", yaml: `${oauth} [code]\nSupportedIdentityProviders: !Ref P`, only: "yaml" },
    {
      why: "machines",
      yaml: "GenerateSecret: true\nAllowedOAuthFlowsUserPoolClient: true\nAllowedOAuthFlows: [client_credentials]\nAllowedOAuthScopes: [api/read]",
    },
    {
      why: "the login pages are off, which has a rule of its own",
      yaml: "AllowedOAuthFlows: [code]\nCallbackURLs: [https://a.example]",
    },
  ],
  reject: [
    {
      why: "told where the list is, or else where the flow is",
      yaml: "AllowedOAuthFlowsUserPoolClient: true\nAllowedOAuthFlows: [code]\nAllowedOAuthScopes: [openid]\nCallbackURLs: [https://a.example]\nSupportedIdentityProviders: ‹[]›",
      path: "SupportedIdentityProviders",
    },
    {
      yaml: `${oauth} [‹code›]\n`,
      message: /SupportedIdentityProviders is missing/,
      severity: "warning",
      preset: "recommended",
      fixes: [{ title: "Set SupportedIdentityProviders to COGNITO", safe: false }],
    },
    {
      yaml: `${oauth} [implicit]\nSupportedIdentityProviders: ‹[]›\n`,
      message: /is empty/,
      fixes: [
        {
          title: "Set SupportedIdentityProviders to COGNITO",
          safe: false,
          yaml: `${oauth} [implicit]\nSupportedIdentityProviders: [COGNITO]\n`,
        },
      ],
    },
  ],
});
