import { testRule } from "../../../../test/support/rule-tester.ts";

testRule("implicit-grant", {
  accept: [
    { why: "code is what to use", yaml: "AllowedOAuthFlows: [code]\nCallbackURLs: [https://a.example]" },
    { why: "machines have no implicit grant", yaml: "GenerateSecret: true\nAllowedOAuthFlows: [client_credentials]" },
    { why: "the flows cannot be known", yaml: "AllowedOAuthFlows: !Ref Flows", only: "yaml" },
  ],
  reject: [
    {
      yaml: "CallbackURLs: [https://a.example]\nAllowedOAuthFlows: [‹implicit›]\n",
      json: '{ "CallbackURLs": ["https://a.example"], "AllowedOAuthFlows": [‹"implicit"›] }',
      message: /Use code, with PKCE/,
      severity: "warning",
      preset: "recommended",
      fixes: [
        {
          title: "Use code",
          safe: false,
          yaml: "CallbackURLs: [https://a.example]\nAllowedOAuthFlows: [code]\n",
          json: '{ "CallbackURLs": ["https://a.example"], "AllowedOAuthFlows": ["code"] }',
        },
      ],
    },
    {
      yaml: "CallbackURLs: [https://a.example]\nAllowedOAuthFlows:\n  - code\n  - ‹implicit› # old pages\n",
      message: /code is allowed as well/,
      severity: "warning",
      fixes: [{ title: "Remove implicit", safe: false }],
    },
  ],
});
