import { testRule } from "../../../../test/support/rule-tester.ts";

testRule("oauth-flows-and-scopes-required", {
  accept: [
    { why: "no OAuth at all", yaml: "ClientName: a" },
    { why: "the flag is off: nothing is demanded", yaml: "AllowedOAuthFlowsUserPoolClient: false" },
    { why: "the flag is absent, and so is everything else", yaml: "AllowedOAuthFlows: []\nAllowedOAuthScopes: []" },
    {
      why: "both lists have a value",
      yaml: "AllowedOAuthFlowsUserPoolClient: true\nAllowedOAuthFlows: [code]\nAllowedOAuthScopes: [openid]\nCallbackURLs: [https://a.example]",
    },
    {
      why: "the flag cannot be known",
      yaml: "AllowedOAuthFlowsUserPoolClient: !Ref IsOAuth",
      only: "yaml",
    },
    {
      why: "the lists cannot be known",
      yaml: "AllowedOAuthFlowsUserPoolClient: true\nAllowedOAuthFlows: !Ref Flows\nAllowedOAuthScopes: ['${scope}']",
      only: "yaml",
    },
    { why: "a quoted flag is wrong-type's", yaml: 'AllowedOAuthFlowsUserPoolClient: "true"', also: ["wrong-type"] },
  ],
  reject: [
    {
      why: "neither list",
      yaml: "‹AllowedOAuthFlowsUserPoolClient›: true # on\nClientName: a\n",
      json: '{ ‹"AllowedOAuthFlowsUserPoolClient"›: true, "ClientName": "a" }',
      message: /^AllowedOAuthFlows and AllowedOAuthScopes are missing or empty.*Give each at least/,
      severity: "error",
      fixes: [
        {
          title: "Add AllowedOAuthFlows: code, AllowedOAuthScopes: openid, CallbackURLs: https://example.com/callback",
          safe: false,
          yaml: "AllowedOAuthFlowsUserPoolClient: true # on\nAllowedOAuthFlows:\n  - code\nAllowedOAuthScopes:\n  - openid\nCallbackURLs:\n  - https://example.com/callback\nClientName: a\n",
          json: '{ "AllowedOAuthFlowsUserPoolClient": true, "AllowedOAuthFlows": ["code"], "AllowedOAuthScopes": ["openid"], "CallbackURLs": ["https://example.com/callback"], "ClientName": "a" }',
        },
        {
          title: "Set AllowedOAuthFlowsUserPoolClient to false",
          safe: false,
          yaml: "AllowedOAuthFlowsUserPoolClient: false # on\nClientName: a\n",
        },
      ],
    },
    {
      why: "the default redirect is the callback that fits",
      yaml: "‹AllowedOAuthFlowsUserPoolClient›: true\nDefaultRedirectURI: https://a.example\n",
      also: ["default-redirect-not-in-callbacks"],
      fixes: [
        {
          title: "Add AllowedOAuthFlows: code, AllowedOAuthScopes: openid, CallbackURLs: https://a.example",
          safe: false,
        },
        { title: /false$/, safe: false },
      ],
    },
    {
      why: "only the flows, with callbacks",
      yaml: "‹AllowedOAuthFlowsUserPoolClient›: true\nAllowedOAuthFlows: []\nAllowedOAuthScopes: [my-api/read]\nCallbackURLs: [https://a.example]\nGenerateSecret: true",
      message: /^AllowedOAuthFlows is missing or empty.*Give it at least/,
      fixes: [
        { title: "Add AllowedOAuthFlows: code", safe: false },
        { title: /false$/, safe: false },
      ],
    },
    {
      why: "only the flows, everything else a machine's",
      yaml: "GenerateSecret: true\n‹AllowedOAuthFlowsUserPoolClient›: true\nAllowedOAuthScopes: [my-api/read]\n",
      fixes: [
        {
          title: "Add AllowedOAuthFlows: client_credentials",
          safe: false,
          yaml: "GenerateSecret: true\nAllowedOAuthFlowsUserPoolClient: true\nAllowedOAuthFlows: [client_credentials]\nAllowedOAuthScopes: [my-api/read]\n",
        },
        { title: /false$/, safe: false },
      ],
    },
    {
      why: "a scope of the user's means a user's grant",
      yaml: "GenerateSecret: true\n‹AllowedOAuthFlowsUserPoolClient›: true\nAllowedOAuthScopes: [my-api/read, openid]\n",
      fixes: [
        { title: "Add AllowedOAuthFlows: code, CallbackURLs: https://example.com/callback", safe: false },
        { title: /false$/, safe: false },
      ],
    },
    {
      why: "without a secret no machine",
      yaml: "‹AllowedOAuthFlowsUserPoolClient›: true\nAllowedOAuthScopes: [my-api/read]\n",
      fixes: [
        { title: "Add AllowedOAuthFlows: code, CallbackURLs: https://example.com/callback", safe: false },
        { title: /false$/, safe: false },
      ],
    },
    {
      why: "no scopes at all, though a secret",
      yaml: "GenerateSecret: true\n‹AllowedOAuthFlowsUserPoolClient›: true\n",
      fixes: [
        {
          title: "Add AllowedOAuthFlows: code, AllowedOAuthScopes: openid, CallbackURLs: https://example.com/callback",
          safe: false,
        },
        { title: /false$/, safe: false },
      ],
    },
    {
      why: "only the scopes, of a person",
      yaml: "‹AllowedOAuthFlowsUserPoolClient›: true\nAllowedOAuthFlows: [code]\nAllowedOAuthScopes: []\nCallbackURLs: [https://a.example]\n",
      message: /^AllowedOAuthScopes is missing or empty/,
      fixes: [
        {
          title: "Add AllowedOAuthScopes: openid",
          safe: false,
          yaml: "AllowedOAuthFlowsUserPoolClient: true\nAllowedOAuthFlows: [code]\nAllowedOAuthScopes: [openid]\nCallbackURLs: [https://a.example]\n",
        },
        { title: /false$/, safe: false },
      ],
    },
    {
      why: "only the scopes, of a machine",
      yaml: "GenerateSecret: true\n‹AllowedOAuthFlowsUserPoolClient›: true\nAllowedOAuthFlows: [client_credentials]\n",
      fixes: [
        { title: "Add AllowedOAuthScopes: my-api/read", safe: false },
        { title: /false$/, safe: false },
      ],
    },
    {
      why: "an update replaces everything, so it needs both, too",
      yaml: "ClientId: abc\n‹AllowedOAuthFlowsUserPoolClient›: true\nAllowedOAuthFlows: [code]\nCallbackURLs: [https://a.example]",
    },
  ],
});
