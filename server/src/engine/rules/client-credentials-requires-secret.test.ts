import { testRule } from "../../../../test/support/rule-tester.ts";

testRule("client-credentials-requires-secret", {
  accept: [
    { why: "a secret is generated", yaml: "GenerateSecret: true\nAllowedOAuthFlows: [client_credentials]" },
    {
      why: "a custom secret counts as one (inferred)",
      yaml: "ClientSecret: abcdefghijklmnopqrstuvwxyz\nAllowedOAuthFlows: [client_credentials]",
    },
    { why: "other flows need none", yaml: "AllowedOAuthFlows: [code]\nCallbackURLs: [https://a.example]" },
    {
      why: "an update cannot say whether the existing app client has a secret",
      yaml: "ClientId: abc\nAllowedOAuthFlows: [client_credentials]",
    },
    {
      why: "GenerateSecret cannot be known",
      yaml: "GenerateSecret: !Ref Secret\nAllowedOAuthFlows: [client_credentials]",
      only: "yaml",
    },
    {
      why: "the flow cannot be known",
      yaml: "AllowedOAuthFlows: ['${flow}']",
    },
    {
      why: "a quoted boolean is wrong-type's",
      yaml: 'GenerateSecret: "false"\nAllowedOAuthFlows: [client_credentials]',
      also: ["wrong-type"],
    },
  ],
  reject: [
    {
      why: "GenerateSecret is absent",
      yaml: "ClientName: a\nAllowedOAuthFlows: [‹client_credentials›]\n",
      json: '{ "ClientName": "a", "AllowedOAuthFlows": [‹"client_credentials"›] }',
      message: /needs a client secret/,
      severity: "error",
      fixes: [
        {
          title: "Set GenerateSecret to true",
          safe: false,
          yaml: "ClientName: a\nGenerateSecret: true\nAllowedOAuthFlows: [client_credentials]\n",
          json: '{ "ClientName": "a", "GenerateSecret": true, "AllowedOAuthFlows": ["client_credentials"] }',
        },
      ],
    },
    {
      why: "GenerateSecret is false",
      yaml: "AllowedOAuthFlows:\n- ‹client_credentials›\nGenerateSecret: false # public\n",
      related: ["GenerateSecret: false"],
      fixes: [
        {
          title: "Set GenerateSecret to true",
          safe: false,
          yaml: "AllowedOAuthFlows:\n- client_credentials\nGenerateSecret: true # public\n",
        },
      ],
    },
  ],
});
