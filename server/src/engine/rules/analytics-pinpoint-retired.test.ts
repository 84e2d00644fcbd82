import { testRule } from "../../../../test/support/rule-tester.ts";

testRule("analytics-pinpoint-retired", {
  accept: [{ why: "absent", yaml: "ClientName: x" }],
  reject: [
    {
      yaml: "ClientName: x\n‹AnalyticsConfiguration›:\n  ApplicationArn: arn:aws:mobiletargeting:us-east-1:123456789012:apps/0123456789abcdef\n  UserDataShared: false\n",
      message: /30 October 2026/,
      severity: "warning",
      preset: "recommended",
      fixes: [{ title: "Remove AnalyticsConfiguration", safe: false, yaml: "ClientName: x\n" }],
    },
    { why: "whatever is in it", yaml: "‹AnalyticsConfiguration›: !Ref A", only: "yaml", severity: "warning" },
  ],
});
