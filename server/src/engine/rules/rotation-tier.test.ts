import { factsWith, onPool } from "../../../../test/support/pool-facts.ts";
import { testRule } from "../../../../test/support/rule-tester.ts";

const lite = factsWith({ tier: "LITE" });
const on = "RefreshTokenRotation: {Feature: ENABLED}\n";

testRule("rotation-tier", {
  accept: [
    { why: "Essentials", yaml: onPool(on), facts: factsWith({ tier: "ESSENTIALS" }) },
    { why: "the plan is not known", yaml: onPool(on), facts: factsWith({}) },
    { why: "no facts", yaml: onPool(on) },
    { why: "rotation is off", yaml: onPool("RefreshTokenRotation: {Feature: DISABLED}"), facts: lite },
    { why: "no rotation", yaml: onPool("ClientName: a"), facts: lite },
    { why: "it cannot be known", yaml: onPool("RefreshTokenRotation: {Feature: '${x}'}"), facts: lite },
  ],
  reject: [
    {
      why: "on Lite (documented)",
      yaml: onPool("RefreshTokenRotation:\n  Feature: ‹ENABLED› # on\n"),
      facts: lite,
      message: /for Essentials and Plus/,
      severity: "warning",
      fixes: [
        {
          title: "Set RefreshTokenRotation.Feature to DISABLED",
          safe: false,
          yaml: onPool("RefreshTokenRotation:\n  Feature: DISABLED # on\n"),
        },
      ],
    },
    {
      why: "under recommended, too",
      yaml: onPool("RefreshTokenRotation: {Feature: ‹ENABLED›}\n"),
      facts: lite,
      preset: "recommended",
      severity: "warning",
    },
  ],
});
