import { factsWith, onPool } from "../../../../test/support/pool-facts.ts";
import { testRule } from "../../../../test/support/rule-tester.ts";

const all = ["DefineAuthChallenge", "CreateAuthChallenge", "VerifyAuthChallengeResponse"];
const none = factsWith({ triggers: ["PreSignUp"] });

testRule("custom-auth-without-triggers", {
  accept: [
    {
      why: "all three are there",
      yaml: onPool("ExplicitAuthFlows: [ALLOW_CUSTOM_AUTH]"),
      facts: factsWith({ triggers: ["PreSignUp", ...all] }),
    },
    { why: "the default set has it, but nobody asked for it", yaml: onPool("ClientName: a"), facts: none },
    { why: "other flows", yaml: onPool("ExplicitAuthFlows: [ALLOW_USER_SRP_AUTH]"), facts: none },
    { why: "the triggers are not known", yaml: onPool("ExplicitAuthFlows: [ALLOW_CUSTOM_AUTH]"), facts: factsWith({}) },
    { why: "no facts", yaml: onPool("ExplicitAuthFlows: [ALLOW_CUSTOM_AUTH]") },
  ],
  reject: [
    {
      why: "none is there",
      yaml: onPool("ExplicitAuthFlows:\n  - ALLOW_USER_SRP_AUTH # all\n  - ‹ALLOW_CUSTOM_AUTH›\n"),
      json: '{ "UserPoolId": "eu-west-1_AbCdEfGhI", "ExplicitAuthFlows": ["ALLOW_USER_SRP_AUTH", ‹"ALLOW_CUSTOM_AUTH"›] }',
      facts: none,
      message: "the pool has no DefineAuthChallenge, CreateAuthChallenge and no VerifyAuthChallengeResponse.",
      severity: "info",
      fixes: [
        {
          title: "Remove ALLOW_CUSTOM_AUTH",
          safe: false,
          yaml: onPool("ExplicitAuthFlows:\n  - ALLOW_USER_SRP_AUTH # all\n"),
          json: '{ "UserPoolId": "eu-west-1_AbCdEfGhI", "ExplicitAuthFlows": ["ALLOW_USER_SRP_AUTH"] }',
        },
      ],
    },
    ...all.map((trigger) => ({
      why: `${trigger} is missing`,
      yaml: onPool("ExplicitAuthFlows: [‹ALLOW_CUSTOM_AUTH›]\n"),
      facts: factsWith({ triggers: all.filter((other) => other !== trigger) }),
      message: `the pool has no ${trigger}.`,
      fixes: [
        {
          title: "Replace ALLOW_CUSTOM_AUTH with ALLOW_USER_SRP_AUTH",
          safe: false,
          yaml: onPool("ExplicitAuthFlows: [ALLOW_USER_SRP_AUTH]\n"),
        },
      ],
    })),
    {
      why: "the old name",
      yaml: onPool("ExplicitAuthFlows: [‹CUSTOM_AUTH_FLOW_ONLY›, USER_PASSWORD_AUTH]\n"),
      facts: none,
      fixes: [{ title: "Remove CUSTOM_AUTH_FLOW_ONLY", safe: false }],
    },
  ],
});
