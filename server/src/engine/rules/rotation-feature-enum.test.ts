import { testRule } from "../../../../test/support/rule-tester.ts";

const at = (value: string) => `RefreshTokenRotation:\n  Feature: ${value}\n  RetryGracePeriodSeconds: 0\n`;

testRule("rotation-feature-enum", {
  accept: [
    { why: "ENABLED", yaml: at("ENABLED") },
    { why: "DISABLED", yaml: at("DISABLED") },
    { why: "a template", yaml: at("${ROTATION}") },
    { why: "absent", yaml: "ClientName: web" },
  ],
  reject: [
    ...(
      [
        ["enabled", "ENABLED"],
        ["enable", "ENABLED"],
        ["'true'", "ENABLED"],
        ["ROTATING", "ENABLED"],
        ["Disabled", "DISABLED"],
        ["off", "DISABLED"],
        ["non-rotating", "DISABLED"],
      ] as const
    ).map(([wrong, right]) => ({
      why: wrong,
      yaml: at(`‹${wrong}›`),
      message: /takes ENABLED or DISABLED only/,
      fixes: [{ title: `Use ${right}`, safe: true, yaml: at(wrong.startsWith("'") ? `'${right}'` : right) }],
    })),
    {
      yaml: at("‹LEGACY›"),
      json: '{ "RefreshTokenRotation": { "Feature": ‹"LEGACY"› } }',
      message: /^RefreshTokenRotation.Feature is "LEGACY"/,
      fixes: [
        { title: "Use ENABLED", safe: false, json: '{ "RefreshTokenRotation": { "Feature": "ENABLED" } }' },
        { title: "Use DISABLED", safe: false },
      ],
    },
  ],
});
