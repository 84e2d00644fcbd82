import { testRule } from "../../../../test/support/rule-tester.ts";

testRule("client-credentials-exclusive", {
  accept: [
    { why: "alone, with a secret", yaml: "GenerateSecret: true\nAllowedOAuthFlows: [client_credentials]" },
    {
      why: "two user flows go together",
      yaml: "AllowedOAuthFlows: [code, implicit]\nCallbackURLs: [https://a.example]",
    },
    {
      why: "an unknown item may be anything",
      yaml: "GenerateSecret: true\nAllowedOAuthFlows: [client_credentials, !Ref Flow]",
      only: "yaml",
    },
  ],
  reject: [
    {
      yaml: "GenerateSecret: true\nCallbackURLs: [https://a.example]\nAllowedOAuthFlows:\n  - code\n  - ‹client_credentials› # jobs\n",
      json: '{ "GenerateSecret": true, "CallbackURLs": ["https://a.example"], "AllowedOAuthFlows": ["code", ‹"client_credentials"›] }',
      message: /cannot be combined with code:/,
      fixes: [
        {
          title: "Remove client_credentials",
          safe: false,
          json: '{ "GenerateSecret": true, "CallbackURLs": ["https://a.example"], "AllowedOAuthFlows": ["code"] }',
        },
        { title: "Keep only client_credentials", safe: false },
      ],
    },
    {
      yaml: "GenerateSecret: true\nCallbackURLs: [https://a.example]\nAllowedOAuthFlows: [‹client_credentials›, implicit, code]",
      message: /implicit and code/,
    },
  ],
});
