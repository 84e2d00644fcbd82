import { testRule } from "../../../../test/support/rule-tester.ts";

const implicit = "AllowedOAuthFlowsUserPoolClient: true\nCallbackURLs: [https://a.example]\n";

testRule("implicit-without-openid", {
  accept: [
    { why: "openid is there", yaml: `${implicit}AllowedOAuthFlows: [implicit]\nAllowedOAuthScopes: [openid]` },
    {
      why: "told by openid-scope-missing",
      yaml: `${implicit}AllowedOAuthFlows: [implicit]\nAllowedOAuthScopes: [email]`,
    },
    { why: "code has a rule of its own", yaml: `${implicit}AllowedOAuthFlows: [code]\nAllowedOAuthScopes: [api/read]` },
    {
      why: "an unknown item may be openid",
      yaml: `${implicit}AllowedOAuthFlows: [implicit]\nAllowedOAuthScopes: [api/read, !Ref S]`,
      only: "yaml",
    },
    {
      why: "no scopes is an error of its own",
      yaml: `${implicit}AllowedOAuthFlows: [implicit]\nAllowedOAuthScopes: []`,
      also: ["oauth-flows-and-scopes-required"],
    },
    {
      why: "beside client_credentials there is an error of its own",
      yaml: "GenerateSecret: true\nAllowedOAuthFlowsUserPoolClient: true\nCallbackURLs: [https://a.example]\nAllowedOAuthFlows: [implicit, client_credentials]\nAllowedOAuthScopes: [api/read]",
      also: ["client-credentials-exclusive", "client-credentials-standard-scope"],
    },
    {
      why: "phone and profile are told by openid-scope-missing, too",
      yaml: `${implicit}AllowedOAuthFlows: [implicit]\nAllowedOAuthScopes: [phone]`,
    },
    { why: "profile alone", yaml: `${implicit}AllowedOAuthFlows: [implicit]\nAllowedOAuthScopes: [profile]` },
  ],
  reject: [
    {
      yaml: `${implicit}AllowedOAuthFlows: [‹implicit›]\nAllowedOAuthScopes: [api/read]\n`,
      message: /no ID token/,
      severity: "info",
      fixes: [
        {
          title: "Add openid",
          safe: false,
          yaml: `${implicit}AllowedOAuthFlows: [implicit]\nAllowedOAuthScopes: [api/read, openid]\n`,
        },
      ],
    },
    {
      yaml: `${implicit}AllowedOAuthFlows: [code, ‹implicit›]\nAllowedOAuthScopes: [api/read]`,
      severity: "hint",
      preset: "recommended",
    },
  ],
});
