import { testRule } from "../../../../test/support/rule-tester.ts";

const at = (id: string) =>
  `AnalyticsConfiguration:\n  ApplicationId: abc\n  RoleArn: arn:aws:iam::123456789012:role/x\n  ExternalId: ${id}`;

testRule("external-id-length", {
  accept: [
    { why: "an id", yaml: at("0e3a") },
    { why: "an empty one is not refused by its length", yaml: at('""') },
    { why: "131072 characters", yaml: at("a".repeat(131_072)) },
  ],
  reject: [
    {
      yaml: at(`‹${"a".repeat(131_073)}›`),
      message: /^ExternalId "a{57}…" has 131073 characters, and 131072 are the most/,
    },
  ],
});
