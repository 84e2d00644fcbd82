import { testRule } from "../../../../test/support/rule-tester.ts";

const arn = "arn:aws:mobiletargeting:us-east-1:123456789012:apps/0123456789abcdef";
const role = "arn:aws:iam::123456789012:role/pinpoint";

testRule("analytics-alternatives", {
  accept: [
    {
      why: "ApplicationArn with UserDataShared (accepted: Terraform's acceptance tests)",
      yaml: `AnalyticsConfiguration: {ApplicationArn: '${arn}', UserDataShared: true}`,
    },
    {
      why: "the three together with UserDataShared (accepted: Terraform's acceptance tests)",
      yaml: `AnalyticsConfiguration: {ApplicationId: abc123, RoleArn: '${role}', ExternalId: x, UserDataShared: false}`,
    },
    { why: "absent", yaml: "ClientName: a" },
    { why: "cannot be known", yaml: "AnalyticsConfiguration: !Ref Analytics", only: "yaml" },
    {
      why: "ApplicationArn cannot be known",
      yaml: `AnalyticsConfiguration: {ApplicationArn: '\${arn}', RoleArn: '${role}'}`,
    },
    { why: "RoleArn cannot be known", yaml: `AnalyticsConfiguration: {ApplicationArn: '${arn}', RoleArn: '\${role}'}` },
    { why: "ExternalId cannot be known", yaml: "AnalyticsConfiguration: {ApplicationId: abc, ExternalId: '${id}'}" },
    {
      why: "Cognito's own answer has the role that it filled in",
      yaml: `UserPoolClient: {ClientId: abc, CreationDate: 1, LastModifiedDate: 1, AnalyticsConfiguration: {ApplicationArn: '${arn}', RoleArn: '${role}'}}`,
      also: ["response-only-property", "describe-output", "wrong-type"],
    },
  ],
  reject: [
    {
      why: "ApplicationArn, ApplicationId and RoleArn (observed)",
      yaml: `ClientName: a\nAnalyticsConfiguration:\n  ApplicationArn: ${arn}\n  ‹ApplicationId›: abc123\n  RoleArn: ${role}\n`,
      json: `{ "AnalyticsConfiguration": { "ApplicationArn": "${arn}", ‹"ApplicationId"›: "abc123", "RoleArn": "${role}" } }`,
      message: "ApplicationArn stands alone: with ApplicationId, RoleArn beside it",
      severity: "error",
      fixes: [
        {
          title: "Keep ApplicationArn only",
          safe: false,
          json: `{ "AnalyticsConfiguration": { "ApplicationArn": "${arn}" } }`,
        },
        { title: "Remove AnalyticsConfiguration", safe: false, yaml: "ClientName: a\n" },
      ],
    },
    {
      why: "both forms in full: either can be kept",
      yaml: `AnalyticsConfiguration:\n  ApplicationArn: ${arn}\n  ‹ApplicationId›: abc123\n  RoleArn: ${role}\n  ExternalId: x\nClientName: a\n`,
      fixes: [
        {
          title: "Keep ApplicationArn only",
          safe: false,
          yaml: `AnalyticsConfiguration:\n  ApplicationArn: ${arn}\nClientName: a\n`,
        },
        {
          title: "Remove ApplicationArn",
          safe: false,
          yaml: `AnalyticsConfiguration:\n  ApplicationId: abc123\n  RoleArn: ${role}\n  ExternalId: x\nClientName: a\n`,
        },
        { title: "Remove AnalyticsConfiguration", safe: false, yaml: "ClientName: a\n" },
      ],
    },
    {
      why: "ApplicationArn with RoleArn (inferred)",
      severity: "warning",
      yaml: `AnalyticsConfiguration: {ApplicationArn: '${arn}', ‹RoleArn›: '${role}'}`,
    },
    {
      why: "ApplicationArn with ExternalId (inferred)",
      severity: "warning",
      yaml: `AnalyticsConfiguration: {ApplicationArn: '${arn}', ‹ExternalId›: x}`,
    },
    {
      why: "an answer with more than Cognito fills in",
      yaml: `UserPoolClient: {ClientId: abc, CreationDate: 1, LastModifiedDate: 1, AnalyticsConfiguration: {ApplicationArn: '${arn}', RoleArn: '${role}', ‹ExternalId›: x}}`,
      also: ["response-only-property", "describe-output", "wrong-type"],
    },
    {
      why: "ApplicationId alone (observed)",
      severity: "error",
      yaml: "AnalyticsConfiguration:\n  ‹ApplicationId›: abc123\nClientName: a\n",
      message: /RoleArn and ExternalId are missing/,
      fixes: [
        {
          title: "Add RoleArn and ExternalId",
          safe: false,
          yaml: "AnalyticsConfiguration:\n  ApplicationId: abc123\n  RoleArn: arn:aws:iam::123456789012:role/CognitoAnalytics\n  ExternalId: my-external-id\nClientName: a\n",
        },
        { title: "Remove AnalyticsConfiguration", safe: false, yaml: "ClientName: a\n" },
      ],
    },
    {
      why: "ApplicationId without ExternalId (inferred)",
      yaml: `AnalyticsConfiguration: {‹ApplicationId›: abc123, RoleArn: '${role}'}\n`,
      message: /: ExternalId is missing/,
      fixes: [
        { title: "Add ExternalId", safe: false },
        { title: /^Remove/, safe: false },
      ],
    },
    {
      why: "RoleArn and ExternalId without an application",
      yaml: `AnalyticsConfiguration: {‹RoleArn›: '${role}', ExternalId: x}\nClientName: a\n`,
      message: /: ApplicationId is missing/,
      fixes: [{ title: "Remove AnalyticsConfiguration", safe: false, yaml: "ClientName: a\n" }],
    },
    {
      why: "no application at all (inferred)",
      severity: "warning",
      yaml: "ClientName: a\n‹AnalyticsConfiguration›: {UserDataShared: true}\n",
      message: /names no Pinpoint project/,
      fixes: [{ title: "Remove AnalyticsConfiguration", safe: false, yaml: "ClientName: a\n" }],
    },
    { why: "an empty object", severity: "warning", yaml: "ClientName: a\n‹AnalyticsConfiguration›: {}\n" },
  ],
});
