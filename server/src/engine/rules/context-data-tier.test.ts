import { factsWith, onPool } from "../../../../test/support/pool-facts.ts";
import { testRule } from "../../../../test/support/rule-tester.ts";

const on = "GenerateSecret: true\nEnablePropagateAdditionalUserContextData: true\n";

testRule("context-data-tier", {
  accept: [
    { why: "Plus uses it", yaml: onPool(on), facts: factsWith({ tier: "PLUS" }) },
    { why: "the plan is not known", yaml: onPool(on), facts: factsWith({}) },
    { why: "no facts", yaml: onPool(on) },
    {
      why: "it is off",
      yaml: onPool("GenerateSecret: true\nEnablePropagateAdditionalUserContextData: false"),
      facts: factsWith({ tier: "LITE" }),
    },
    { why: "absent", yaml: onPool("GenerateSecret: true"), facts: factsWith({ tier: "LITE" }) },
    {
      why: "it cannot be known",
      yaml: onPool("EnablePropagateAdditionalUserContextData: !Ref X"),
      facts: factsWith({ tier: "LITE" }),
      only: "yaml",
    },
    {
      why: "without a secret context-data-requires-secret speaks first",
      yaml: onPool("EnablePropagateAdditionalUserContextData: true"),
      facts: factsWith({ tier: "LITE" }),
      also: ["context-data-requires-secret"],
    },
  ],
  reject: [
    {
      why: "Lite",
      yaml: onPool("GenerateSecret: true\nEnablePropagateAdditionalUserContextData: ‹true›\n"),
      json: '{ "UserPoolId": "eu-west-1_AbCdEfGhI", "GenerateSecret": true, "EnablePropagateAdditionalUserContextData": ‹true› }',
      facts: factsWith({ tier: "LITE" }),
      message: "this pool is on Lite,",
      severity: "info",
      fixes: [
        {
          title: "Remove EnablePropagateAdditionalUserContextData",
          safe: false,
          yaml: onPool("GenerateSecret: true\n"),
          json: '{ "UserPoolId": "eu-west-1_AbCdEfGhI", "GenerateSecret": true }',
        },
      ],
    },
    {
      why: "Essentials, in an update",
      yaml: onPool("ClientId: abc\nEnablePropagateAdditionalUserContextData: ‹true›\n"),
      facts: factsWith({ tier: "ESSENTIALS" }),
      message: "this pool is on Essentials,",
      severity: "info",
    },
  ],
});
