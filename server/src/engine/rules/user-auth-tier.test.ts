import { factsWith, onPool } from "../../../../test/support/pool-facts.ts";
import { testRule } from "../../../../test/support/rule-tester.ts";

const lite = factsWith({ tier: "LITE" });

testRule("user-auth-tier", {
  accept: [
    {
      why: "Essentials has it",
      yaml: onPool("ExplicitAuthFlows: [ALLOW_USER_AUTH]"),
      facts: factsWith({ tier: "ESSENTIALS" }),
    },
    { why: "Plus has it", yaml: onPool("ExplicitAuthFlows: [ALLOW_USER_AUTH]"), facts: factsWith({ tier: "PLUS" }) },
    { why: "the plan is not known", yaml: onPool("ExplicitAuthFlows: [ALLOW_USER_AUTH]"), facts: factsWith({}) },
    { why: "no facts", yaml: onPool("ExplicitAuthFlows: [ALLOW_USER_AUTH]") },
    { why: "other flows", yaml: onPool("ExplicitAuthFlows: [ALLOW_USER_SRP_AUTH]"), facts: lite },
  ],
  reject: [
    {
      why: "Lite has not",
      yaml: onPool("ExplicitAuthFlows:\n  - ‹ALLOW_USER_AUTH› # passkeys\n"),
      json: '{ "UserPoolId": "eu-west-1_AbCdEfGhI", "ExplicitAuthFlows": [‹"ALLOW_USER_AUTH"›] }',
      facts: lite,
      message: "and this pool is on Lite",
      severity: "error",
      fixes: [
        {
          title: "Use ALLOW_USER_SRP_AUTH",
          safe: false,
          yaml: onPool("ExplicitAuthFlows:\n  - ALLOW_USER_SRP_AUTH # passkeys\n"),
          json: '{ "UserPoolId": "eu-west-1_AbCdEfGhI", "ExplicitAuthFlows": ["ALLOW_USER_SRP_AUTH"] }',
        },
      ],
    },
    {
      why: "beside SRP it can go",
      yaml: onPool("ExplicitAuthFlows: [‹ALLOW_USER_AUTH›, ALLOW_USER_SRP_AUTH]\n"),
      facts: lite,
      fixes: [
        { title: "Remove ALLOW_USER_AUTH", safe: false, yaml: onPool("ExplicitAuthFlows: [ALLOW_USER_SRP_AUTH]\n") },
      ],
    },
    {
      why: "behind an alias it stays",
      yaml: onPool("SupportedIdentityProviders: &a [‹ALLOW_USER_AUTH›]\nExplicitAuthFlows: *a\n"),
      facts: lite,
      only: "yaml",
      fixes: [],
    },
  ],
});
