import { testRule } from "../../../../test/support/rule-tester.ts";

const on = "AllowedOAuthFlowsUserPoolClient: true\nAllowedOAuthScopes: [openid]\n";

testRule("callback-required-for-redirect-flows", {
  accept: [
    { why: "a callback is there", yaml: `${on}AllowedOAuthFlows: [code, implicit]\nCallbackURLs: [https://a.example]` },
    {
      why: "client_credentials redirects nobody",
      yaml: "GenerateSecret: true\nAllowedOAuthFlowsUserPoolClient: true\nAllowedOAuthScopes: [a/b]\nAllowedOAuthFlows: [client_credentials]",
    },
    { why: "no flows", yaml: "CallbackURLs: []" },
    { why: "the callback is a template", yaml: `${on}AllowedOAuthFlows: [code]\nCallbackURLs: ['\${url}']` },
    {
      why: "the callbacks cannot be known",
      yaml: `${on}AllowedOAuthFlows: [code]\nCallbackURLs: !Ref Urls`,
      only: "yaml",
    },
    { why: "the flows cannot be known", yaml: `${on}AllowedOAuthFlows: !Ref Flows`, only: "yaml" },
  ],
  reject: [
    {
      why: "code without CallbackURLs",
      yaml: `${on}AllowedOAuthFlows: [‹code›]\n`,
      json: '{ "AllowedOAuthFlowsUserPoolClient": true, "AllowedOAuthScopes": ["openid"], "AllowedOAuthFlows": [‹"code"›] }',
      message: /^code sends the browser back/,
      severity: "error",
      fixes: [
        {
          title: "Add the callback URL https://example.com/callback",
          safe: false,
          yaml: `${on}AllowedOAuthFlows: [code]\nCallbackURLs: [https://example.com/callback]\n`.replace(
            /(AllowedOAuthScopes.*\n)(AllowedOAuthFlows: \[code\]\n)(CallbackURLs.*\n)/,
            "$1$3$2",
          ),
          json: '{ "AllowedOAuthFlowsUserPoolClient": true, "AllowedOAuthScopes": ["openid"], "CallbackURLs": ["https://example.com/callback"], "AllowedOAuthFlows": ["code"] }',
        },
        { title: "Add the callback URL http://localhost:3000", safe: false },
      ],
    },
    {
      why: "implicit with an empty list",
      yaml: `${on}AllowedOAuthFlows:\n  - ‹implicit›\nCallbackURLs: []\n`,
      message: /^implicit sends/,
      severity: "error",
      fixes: [
        {
          title: "Add the callback URL https://example.com/callback",
          safe: false,
          yaml: `${on}AllowedOAuthFlows:\n  - implicit\nCallbackURLs: [https://example.com/callback]\n`,
        },
        { title: /localhost/, safe: false },
      ],
    },
    {
      why: "one finding for both flows",
      yaml: `${on}AllowedOAuthFlows: [‹implicit›, code]\n`,
    },
    {
      why: "the default redirect is the callback that is missing, and is not reported a second time",
      yaml: `${on}AllowedOAuthFlows: [‹code›]\nDefaultRedirectURI: https://a.example/cb\n`,
      fixes: [{ title: "Add the callback URL https://a.example/cb", safe: false }],
    },
    {
      why: "a warning while the flag is absent: no refusal was observed",
      yaml: "AllowedOAuthFlows: [‹code›]\n",
      severity: "warning",
    },
    {
      why: "a warning while the flag is false",
      yaml: "AllowedOAuthFlowsUserPoolClient: false\nAllowedOAuthFlows: [‹code›]\n",
      severity: "warning",
    },
    {
      why: "an update without callbacks",
      yaml: `ClientId: abc\n${on}AllowedOAuthFlows: [‹code›]\n`,
      severity: "error",
    },
  ],
});
