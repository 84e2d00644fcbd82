import { testRule } from "../../../../test/support/rule-tester.ts";

const at = (id: string) =>
  `AnalyticsConfiguration:\n  ApplicationId: ${id}\n  RoleArn: arn:aws:iam::123456789012:role/x\n  ExternalId: y`;

testRule("analytics-application-id-format", {
  accept: [
    { why: "hexadecimal digits of either case", yaml: at("0123456789abcdefABCDEF") },
    { why: "the model gives no length", yaml: at("a") },
    { why: "a template", yaml: at("'{{ app }}'") },
  ],
  reject: [
    {
      why: "nothing",
      yaml: "AnalyticsConfiguration: { ApplicationId: ‹''›, RoleArn: 'arn:aws:iam::123456789012:role/pinpoint', ExternalId: x }\n",
      message: /is empty/,
      severity: "error",
    },
    {
      yaml: "AnalyticsConfiguration: { ApplicationId: ‹' 0123456789'› }",
      also: ["analytics-alternatives"],
      fixes: [{ title: "Use 0123456789", safe: true }],
    },
    { yaml: at("‹my-project›"), message: /^ApplicationId "my-project"/, fixes: [] },
    { yaml: at("‹abcg›"), message: /contains "g"; AWS accepts hexadecimal digits/ },
    {
      why: "an ARN contains the id",
      yaml: at("‹arn:aws:mobiletargeting:us-east-1:123456789012:apps/0123456789abcdef›"),
      fixes: [{ title: "Use 0123456789abcdef", safe: true, yaml: at('"0123456789abcdef"') }],
    },
    {
      why: "spaces around it",
      yaml: at("‹' 0123456789abcdef'›"),
      fixes: [{ title: "Use 0123456789abcdef", safe: true }],
    },
  ],
});
