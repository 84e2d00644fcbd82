import { testRule } from "../../../../test/support/rule-tester.ts";

testRule("oauth-settings-without-flag", {
  accept: [
    {
      why: "the flag is true",
      yaml: "AllowedOAuthFlowsUserPoolClient: true\nAllowedOAuthFlows: [code]\nAllowedOAuthScopes: [openid]\nCallbackURLs: [https://a.example]",
    },
    {
      why: "the flag cannot be known",
      yaml: "AllowedOAuthFlowsUserPoolClient: !Ref Flag\nAllowedOAuthFlows: [implicit]",
      only: "yaml",
    },
    {
      why: "no OAuth settings at all",
      yaml: "AllowedOAuthFlowsUserPoolClient: false\nSupportedIdentityProviders: [COGNITO]",
    },
    {
      why: "empty lists are no settings",
      yaml: "AllowedOAuthFlows: []\nAllowedOAuthScopes: []\nCallbackURLs: []\nLogoutURLs: []",
    },
    {
      why: "AWS's own GetClientToken example lists scopes without the flag",
      yaml: "GenerateSecret: true\nExplicitAuthFlows: [ALLOW_CLIENT_TOKEN_AUTH]\nAllowedOAuthScopes: [api/read]",
    },
    { why: "a list that cannot be known may be empty", yaml: "AllowedOAuthScopes: !Ref Scopes", only: "yaml" },
  ],
  reject: [
    {
      why: "created, but the endpoints refuse it (boto3#3916, aws-sdk-js-v3#7158)",
      yaml: "‹AllowedOAuthFlows›: [code]\nAllowedOAuthScopes: [openid]\nCallbackURLs: [https://a.example]\n",
      json: '{\n  ‹"AllowedOAuthFlows"›: ["code"],\n  "AllowedOAuthScopes": ["openid"],\n  "CallbackURLs": ["https://a.example"]\n}',
      message: /AllowedOAuthFlows, AllowedOAuthScopes and CallbackURLs have no effect.*is missing/,
      severity: "warning",
      path: "AllowedOAuthFlows",
      related: [],
      fixes: [{ title: "Set AllowedOAuthFlowsUserPoolClient to true", safe: false }],
    },
    {
      yaml: "AllowedOAuthFlowsUserPoolClient: ‹false›\nAllowedOAuthFlows:\n- code\nAllowedOAuthScopes:\n- openid\nCallbackURLs:\n- https://a.example\n",
      message: /is false/,
      path: "AllowedOAuthFlowsUserPoolClient",
      related: ["AllowedOAuthFlows"],
      fixes: [
        {
          title: "Set AllowedOAuthFlowsUserPoolClient to true",
          safe: false,
          yaml: "AllowedOAuthFlowsUserPoolClient: true\nAllowedOAuthFlows:\n- code\nAllowedOAuthScopes:\n- openid\nCallbackURLs:\n- https://a.example\n",
        },
      ],
    },
    { why: "scopes alone", yaml: "‹AllowedOAuthScopes›: [openid]", message: /AllowedOAuthScopes has no effect/ },
    {
      why: "callback URLs alone",
      yaml: "AllowedOAuthFlows: []\n‹CallbackURLs›: [https://a.example]",
      preset: "recommended",
      severity: "warning",
    },
    { why: "logout URLs alone", yaml: "‹LogoutURLs›: [https://a.example]" },
    {
      why: "a default redirect",
      yaml: "‹CallbackURLs›: [https://a.example]\nDefaultRedirectURI: https://a.example",
      message: /CallbackURLs and DefaultRedirectURI/,
    },
    {
      why: "a machine",
      yaml: "GenerateSecret: true\n‹AllowedOAuthFlows›: [client_credentials]\nAllowedOAuthScopes: [api/read]",
    },
    {
      why: "a machine whose scopes are missing, too",
      yaml: "GenerateSecret: true\n‹AllowedOAuthFlows›: [client_credentials]",
      json: '{ "GenerateSecret": true, ‹"AllowedOAuthFlows"›: ["client_credentials"] }',
      fixes: [
        {
          title: /^Set/,
          safe: false,
          json: '{ "GenerateSecret": true, "AllowedOAuthFlowsUserPoolClient": true, "AllowedOAuthScopes": ["resource-server/scope"], "AllowedOAuthFlows": ["client_credentials"] }',
        },
      ],
    },
    ...["code", "implicit"].map((flow) => ({
      why: `${flow} needs a scope and a URL, too`,
      yaml: `‹AllowedOAuthFlows›: [${flow}]`,
      json: `{ ‹"AllowedOAuthFlows"›: ["${flow}"] }`,
      fixes: [
        {
          title: /^Set/,
          safe: false,
          json: `{ "AllowedOAuthFlowsUserPoolClient": true, "AllowedOAuthScopes": ["openid"], "CallbackURLs": ["https://example.com/callback"], "AllowedOAuthFlows": ["${flow}"] }`,
        },
      ],
    })),
    {
      why: "flows beside ALLOW_CLIENT_TOKEN_AUTH are settings",
      yaml: "GenerateSecret: true\nExplicitAuthFlows: [ALLOW_CLIENT_TOKEN_AUTH]\n‹AllowedOAuthFlows›: [client_credentials]\nAllowedOAuthScopes: [api/read]",
    },
  ],
});
