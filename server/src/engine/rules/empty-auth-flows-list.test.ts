import { testRule } from "../../../../test/support/rule-tester.ts";

testRule("empty-auth-flows-list", {
  accept: [
    {
      why: "on purpose for a machine",
      yaml: "GenerateSecret: true\nAllowedOAuthFlows: [client_credentials]\nExplicitAuthFlows: []",
    },
    { why: "not empty", yaml: "ExplicitAuthFlows: [ALLOW_USER_SRP_AUTH]" },
    { why: "cannot be known", yaml: "ExplicitAuthFlows: !Ref F", only: "yaml" },
    { why: "absent", yaml: "ClientName: x" },
  ],
  reject: [
    {
      why: "accepted (terraform's tests), meaning not documented",
      yaml: "ClientName: x\nExplicitAuthFlows: ‹[]›\n",
      json: '{ "ClientName": "x", "ExplicitAuthFlows": ‹[]› }',
      severity: "info",
      fixes: [
        { title: "Remove ExplicitAuthFlows", safe: false, yaml: "ClientName: x\n", json: '{ "ClientName": "x" }' },
      ],
    },
    { yaml: "ExplicitAuthFlows: ‹[]›", severity: "hint", preset: "recommended" },
  ],
});
