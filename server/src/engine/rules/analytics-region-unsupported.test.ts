import { testRule } from "../../../../test/support/rule-tester.ts";

const spec = (pool: string, project: string, [open, close] = ["", ""]) =>
  `UserPoolId: ${pool}_AbCdEfGhI\nAnalyticsConfiguration:\n  ApplicationArn: ${open}arn:aws:mobiletargeting:${project}:123456789012:apps/0123456789abcdef${close}\n`;

const onlyVirginia = ["us-east-2", "ap-northeast-1", "ap-northeast-2", "ap-southeast-1", "ca-central-1", "eu-west-2"];
const ownToo = ["us-west-2", "ap-south-1", "ap-southeast-2", "eu-central-1", "eu-west-1"];
const marks: [string, string] = ["‹", "›"];

testRule("analytics-region-unsupported", {
  accept: [
    {
      why: "a pool that cannot be known may be anywhere",
      yaml: "UserPoolId: ${POOL}\nAnalyticsConfiguration: { ApplicationArn: 'arn:aws:mobiletargeting:eu-west-1:123456789012:apps/a' }",
    },
    {
      why: "so may a project",
      yaml: "UserPoolId: us-east-2_A\nAnalyticsConfiguration: { ApplicationArn: '${ARN}' }",
    },
    { why: "us-east-1 to itself", yaml: spec("us-east-1", "us-east-1") },
    ...[...onlyVirginia, ...ownToo].map((region) => ({
      why: `${region} to us-east-1`,
      yaml: spec(region, "us-east-1"),
    })),
    ...ownToo.map((region) => ({ why: `${region} to itself`, yaml: spec(region, region) })),
    { why: "a region that the table does not name", yaml: spec("sa-east-1", "eu-west-1") },
    { why: "an emulator's pool", yaml: spec("local", "eu-west-1") },
    {
      why: "a pool that cannot be known",
      yaml: spec("us-east-1", "eu-west-1").replace(/UserPoolId.*/, "UserPoolId: '${pool}'"),
    },
    {
      why: "an ARN that cannot be known",
      yaml: "UserPoolId: us-east-1_a\nAnalyticsConfiguration: {ApplicationArn: '${arn}'}",
    },
    {
      why: "another service's ARN",
      yaml: "UserPoolId: us-east-1_a\nAnalyticsConfiguration: {ApplicationArn: 'arn:aws:sns:eu-west-1:123456789012:apps/x'}",
    },
    { why: "no analytics", yaml: "UserPoolId: us-east-1_a" },
  ],
  reject: [
    {
      why: "a project in another region (observed for us-east-1)",
      yaml: `${spec("us-east-1", "ap-northeast-1", marks)}ClientName: a\n`,
      message:
        "A pool in us-east-1 can send to Pinpoint projects in us-east-1 only, and this one is in ap-northeast-1.",
      severity: "error",
      fixes: [
        {
          title: "Remove AnalyticsConfiguration",
          safe: false,
          yaml: "UserPoolId: us-east-1_AbCdEfGhI\nClientName: a\n",
        },
      ],
    },
    ...onlyVirginia.map((region) => ({
      why: `${region} to itself: AWS's pages disagree`,
      yaml: spec(region, region, marks),
      severity: "warning" as const,
    })),
    ...onlyVirginia.map((region) => ({
      why: `${region} to a third region`,
      yaml: spec(region, "us-west-2", marks),
      severity: "error" as const,
    })),
    ...ownToo.map((region) => ({
      why: `${region} to a third region`,
      yaml: spec(region, "us-east-2", marks),
      message: `us-east-1 or ${region} only`,
      severity: "error" as const,
    })),
    ...["eu-south-1", "me-south-1"].map((region) => ({
      why: `${region} to none`,
      yaml: spec(region, "us-east-1", marks),
      message: "can send to no Pinpoint project",
      severity: "error" as const,
    })),
  ],
});
