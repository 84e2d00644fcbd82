import { testRule } from "../../../../test/support/rule-tester.ts";

testRule("client-secret-context-needs-plus", {
  accept: [
    {
      why: "nor where it cannot be known",
      yaml: "GenerateSecret: true\nEnablePropagateAdditionalUserContextData: ${CONTEXT}",
    },
    { why: "off", yaml: "EnablePropagateAdditionalUserContextData: false" },
    {
      why: "without a secret it is an error of its own",
      yaml: "EnablePropagateAdditionalUserContextData: true",
      also: ["context-data-requires-secret"],
    },
    {
      why: "the pool's plan is known: another rule knows better",
      yaml: "UserPoolId: eu-west-1_a\nGenerateSecret: true\nEnablePropagateAdditionalUserContextData: true",
      facts: { poolId: "eu-west-1_a", fetchedAt: "2026-11-22T00:00:00Z", tier: "PLUS" },
    },
  ],
  reject: [
    {
      yaml: "GenerateSecret: true\nEnablePropagateAdditionalUserContextData: ‹true›",
      message: /Plus feature plan/,
      severity: "info",
    },
    {
      yaml: "ClientId: abc\nEnablePropagateAdditionalUserContextData: ‹true›",
      severity: "hint",
      preset: "recommended",
    },
  ],
});
