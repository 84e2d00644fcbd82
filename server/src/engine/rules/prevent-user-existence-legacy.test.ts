import { testRule } from "../../../../test/support/rule-tester.ts";

testRule("prevent-user-existence-legacy", {
  accept: [
    { why: "ENABLED", yaml: "PreventUserExistenceErrors: ENABLED" },
    {
      why: "machines have no users",
      yaml: "GenerateSecret: true\nAllowedOAuthFlows: [client_credentials]\nPreventUserExistenceErrors: LEGACY",
    },
    { why: "machines, absent", yaml: "GenerateSecret: true\nAllowedOAuthFlows: [client_credentials]" },
    { why: "by parameter", yaml: 'PreventUserExistenceErrors: "${ERRORS}"' },
  ],
  reject: [
    {
      yaml: "PreventUserExistenceErrors: ‹LEGACY›\n",
      json: '{ "PreventUserExistenceErrors": ‹"LEGACY"› }',
      severity: "warning",
      preset: "recommended",
      fixes: [
        {
          title: "Set PreventUserExistenceErrors to ENABLED",
          safe: false,
          yaml: "PreventUserExistenceErrors: ENABLED\n",
          json: '{ "PreventUserExistenceErrors": "ENABLED" }',
        },
      ],
    },
    {
      why: "absent in three of five real definitions: a hint",
      yaml: "‹ClientName›: x\n",
      message: /which means LEGACY/,
      preset: "recommended",
      severity: "hint",
      fixes: [
        {
          title: "Set PreventUserExistenceErrors to ENABLED",
          safe: false,
          yaml: "ClientName: x\nPreventUserExistenceErrors: ENABLED\n",
        },
      ],
    },
    { yaml: "‹ClientName›: x", severity: "info" },
  ],
});
