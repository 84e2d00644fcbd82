import { testRule } from "../../../../test/support/rule-tester.ts";

const app = "arn:aws:mobiletargeting:us-east-1:123456789012:apps/abc";
const at = (arn: string) => `AnalyticsConfiguration:\n  ApplicationArn: ${arn}`;
const role = (arn: string) => `AnalyticsConfiguration:\n  ApplicationId: abc\n  ExternalId: x\n  RoleArn: ${arn}`;

testRule("analytics-arn-format", {
  accept: [
    { why: "a project", yaml: at(app) },
    { why: "a role has no region", yaml: role("arn:aws:iam::123456789012:role/x") },
    { why: "other partitions", yaml: at(app.replace("aws", "aws-us-gov").replace("us-east-1", "us-gov-west-1")) },
    { why: "two more parts at most", yaml: role("arn:aws:iam::1:a:b:cxxxx") },
    { why: "20 characters", yaml: role("arn:aws:iam::1:abcde") },
    { why: "2048 characters", yaml: role(`arn:aws:iam::1:${"a".repeat(2033)}`) },
    { why: "a template", yaml: role("'arn:aws:iam::${ACCOUNT}:role/x'") },
  ],
  reject: [
    {
      yaml: "AnalyticsConfiguration: { ApplicationArn: ‹' arn:aws:mobiletargeting:us-east-1:1:apps/a'› }",
      fixes: [{ title: "Use arn:aws:mobiletargeting:us-east-1:1:apps/a", safe: true }],
    },
    { yaml: at("‹0123456789abcdef›"), message: /^ApplicationArn "0123456789abcdef" is not of the form/, fixes: [] },
    { yaml: role("‹my-role›"), message: /^RoleArn/ },
    { why: "an account is a number", yaml: role("‹arn:aws:iam::acct:role/x›") },
    { why: "19 characters", yaml: role("‹arn:aws:iam::1:abcd›"), message: /19 characters, and 20 are the least/ },
    { why: "2049 characters", yaml: role(`‹arn:aws:iam::1:${"a".repeat(2034)}›`), message: /2048 are the most/ },
    { why: "four parts behind the account", yaml: role("‹arn:aws:iam::1:a:b:c:dddd›") },
    {
      why: "spaces around it",
      yaml: at(`‹" ${app}"›`),
      fixes: [{ title: `Use ${app}`, safe: true, yaml: at(`"${app}"`) }],
    },
    { why: "spaces around what is none", yaml: role("‹' my-role '›"), fixes: [] },
  ],
});
