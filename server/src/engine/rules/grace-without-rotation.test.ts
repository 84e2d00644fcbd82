import { testRule } from "../../../../test/support/rule-tester.ts";

testRule("grace-without-rotation", {
  accept: [
    { why: "rotation is on", yaml: "RefreshTokenRotation: {Feature: ENABLED, RetryGracePeriodSeconds: 60}" },
    {
      why: "AWS answers with 0 itself (terraform-provider-aws#45646)",
      yaml: "RefreshTokenRotation: {Feature: DISABLED, RetryGracePeriodSeconds: 0}",
    },
    {
      why: "cannot be known",
      yaml: "RefreshTokenRotation: {Feature: !Ref F, RetryGracePeriodSeconds: 60}",
      only: "yaml",
    },
    {
      why: "a number out of range has a rule of its own",
      yaml: "RefreshTokenRotation: {Feature: DISABLED, RetryGracePeriodSeconds: 61}",
      also: ["rotation-grace-range"],
    },
  ],
  reject: [
    {
      yaml: "RefreshTokenRotation:\n  Feature: DISABLED\n  RetryGracePeriodSeconds: ‹60›\n",
      message: /60 seconds is ignored/,
      severity: "info",
      preset: "recommended",
      fixes: [
        { title: "Remove RetryGracePeriodSeconds", safe: true, yaml: "RefreshTokenRotation:\n  Feature: DISABLED\n" },
      ],
    },
    { yaml: "RefreshTokenRotation: {Feature: DISABLED, RetryGracePeriodSeconds: ‹1›}" },
  ],
});
