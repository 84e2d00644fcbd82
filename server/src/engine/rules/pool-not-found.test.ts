import { factsWith, onPool, poolId } from "../../../../test/support/pool-facts.ts";
import { testRule } from "../../../../test/support/rule-tester.ts";

testRule("pool-not-found", {
  accept: [
    { why: "nobody has asked", yaml: onPool("ClientName: a") },
    { why: "the pool was found", yaml: onPool("ClientName: a"), facts: factsWith({ exists: true }) },
    { why: "facts that do not say", yaml: onPool("ClientName: a"), facts: factsWith({ domain: null }) },
    { why: "facts of another pool", yaml: "UserPoolId: eu-west-1_Other", facts: factsWith({ exists: false }) },
    { why: "a pool that cannot be known", yaml: "UserPoolId: '${pool}'", facts: factsWith({ exists: false }) },
  ],
  reject: [
    {
      why: "AWS has no such pool",
      yaml: `ClientName: a\nUserPoolId: ‹${poolId}›\n`,
      facts: factsWith({ exists: false }),
      message: `There is no user pool ${poolId} in the account that was asked.`,
      severity: "error",
      fixes: [],
    },
    {
      why: "says who was asked",
      yaml: `UserPoolId: ‹${poolId}›\n`,
      facts: factsWith({ exists: false, source: "profile dev" }),
      message: "in the account of profile dev.",
    },
  ],
});
