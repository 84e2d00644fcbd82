import { testRule } from "../../../../test/support/rule-tester.ts";

const at = (value: string) => `RefreshTokenRotation:\n  Feature: ENABLED\n  RetryGracePeriodSeconds: ${value} # s`;

testRule("rotation-grace-range", {
  accept: [
    { why: "no grace", yaml: at("0") },
    { why: "the most", yaml: at("60") },
    { why: "60.0 is the same number", yaml: at("60.0") },
    { why: "absent", yaml: "RefreshTokenRotation: { Feature: ENABLED }" },
  ],
  reject: [
    {
      yaml: at("‹61›"),
      json: '{ "RefreshTokenRotation": { "Feature": "ENABLED", "RetryGracePeriodSeconds": ‹61› } }',
      message: "RetryGracePeriodSeconds is 61, but AWS takes 0 to 60 only. The unit is always seconds.",
      fixes: [
        {
          title: "Use 60",
          safe: false,
          yaml: at("60"),
          json: '{ "RefreshTokenRotation": { "Feature": "ENABLED", "RetryGracePeriodSeconds": 60 } }',
        },
      ],
    },
    { yaml: at("‹-1›"), fixes: [{ title: "Use 0", safe: false, yaml: at("0") }] },
  ],
});
