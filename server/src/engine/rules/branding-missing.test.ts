import { testRule } from "../../../../test/support/rule-tester.ts";

testRule("branding-missing", {
  accept: [
    { why: "no login pages", yaml: "ExplicitAuthFlows: [ALLOW_USER_SRP_AUTH]" },
    { why: "the login pages are off", yaml: "AllowedOAuthFlows: [code]\nCallbackURLs: [https://a.example]" },
    {
      why: "an existing app client may have a style",
      yaml: "ClientId: abc\nAllowedOAuthFlowsUserPoolClient: true\nAllowedOAuthFlows: [code]\nAllowedOAuthScopes: [openid]\nCallbackURLs: [https://a.example]",
    },
    {
      why: "not to be mended in the file: silent by default",
      yaml: "AllowedOAuthFlowsUserPoolClient: true\nAllowedOAuthFlows: [code]\nAllowedOAuthScopes: [openid]\nCallbackURLs: [https://a.example]",
      preset: "recommended",
    },
  ],
  reject: [
    {
      yaml: "AllowedOAuthFlowsUserPoolClient: true\nAllowedOAuthFlows: [‹implicit›]\nAllowedOAuthScopes: [openid]\nCallbackURLs: [https://a.example]",
    },
    {
      yaml: "AllowedOAuthFlowsUserPoolClient: true\nAllowedOAuthFlows: [‹code›]\nAllowedOAuthScopes: [openid]\nCallbackURLs: [https://a.example]",
      message: /CreateManagedLoginBranding/,
      severity: "info",
    },
  ],
});
