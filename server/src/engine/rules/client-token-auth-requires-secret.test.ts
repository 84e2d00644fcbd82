import { testRule } from "../../../../test/support/rule-tester.ts";

testRule("client-token-auth-requires-secret", {
  accept: [
    { why: "a secret is generated", yaml: "GenerateSecret: true\nExplicitAuthFlows: [ALLOW_CLIENT_TOKEN_AUTH]" },
    {
      why: "a custom secret",
      yaml: "ClientSecret: abcdefghijklmnopqrstuvwxyz\nExplicitAuthFlows: [ALLOW_CLIENT_TOKEN_AUTH]",
    },
    { why: "an update cannot say", yaml: "ClientId: abc\nExplicitAuthFlows: [ALLOW_CLIENT_TOKEN_AUTH]" },
    {
      why: "GenerateSecret cannot be known",
      yaml: "GenerateSecret: !Ref S\nExplicitAuthFlows: [ALLOW_CLIENT_TOKEN_AUTH]",
      only: "yaml",
    },
    { why: "other flows", yaml: "ExplicitAuthFlows: [ALLOW_USER_SRP_AUTH]" },
  ],
  reject: [
    {
      why: "no secret; whether AWS refuses that is not known, so a warning",
      yaml: "ClientName: a\nExplicitAuthFlows: [‹ALLOW_CLIENT_TOKEN_AUTH›]\n",
      json: '{ "ClientName": "a", "ExplicitAuthFlows": [‹"ALLOW_CLIENT_TOKEN_AUTH"›] }',
      message: /with the client secret, and this app client gets none/,
      severity: "warning",
      fixes: [
        {
          title: "Set GenerateSecret to true",
          safe: false,
          yaml: "ClientName: a\nGenerateSecret: true\nExplicitAuthFlows: [ALLOW_CLIENT_TOKEN_AUTH]\n",
          json: '{ "ClientName": "a", "GenerateSecret": true, "ExplicitAuthFlows": ["ALLOW_CLIENT_TOKEN_AUTH"] }',
        },
      ],
    },
    {
      why: "a warning under recommended, too",
      yaml: "GenerateSecret: false\nExplicitAuthFlows: [‹ALLOW_CLIENT_TOKEN_AUTH›]\n",
      preset: "recommended",
      severity: "warning",
    },
  ],
});
