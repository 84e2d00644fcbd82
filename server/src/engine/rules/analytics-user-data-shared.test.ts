import { testRule } from "../../../../test/support/rule-tester.ts";

const arn =
  "AnalyticsConfiguration:\n  ApplicationArn: arn:aws:mobiletargeting:us-east-1:123456789012:apps/0123456789abcdef\n";

testRule("analytics-user-data-shared", {
  accept: [
    { why: "not shared", yaml: `${arn}  UserDataShared: false` },
    { why: "absent means false", yaml: arn },
    { why: "the end of Pinpoint is told already", yaml: `${arn}  UserDataShared: true`, preset: "recommended" },
  ],
  reject: [
    {
      yaml: `${arn}  UserDataShared: ‹true›\n`,
      message: /personal data/,
      severity: "info",
      fixes: [{ title: "Use false", safe: false, yaml: `${arn}  UserDataShared: false\n` }],
    },
  ],
});
