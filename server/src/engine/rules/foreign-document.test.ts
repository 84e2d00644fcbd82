import { expect, test } from "vitest";
import { testRule } from "../../../../test/support/rule-tester.ts";
import { parseSpec } from "../document/parse.ts";
import { check } from "../features/check.ts";

const request = "UserPoolId: us-east-1_aaaaaaaaa\nClientName: web\nTokenValidityUnits:\n  IdToken: hours\n";
const indented = (width: number) => request.replace(/^(?=.)/gm, " ".repeat(width));

testRule("foreign-document", {
  accept: [
    { why: "a request", yaml: request },
    {
      why: "a request with a word of another tool",
      yaml: `${request}kind: Client\napiVersion: v1\n`,
      also: ["unknown-property"],
    },
    { why: "no tool's document", yaml: "Resources: []\n", also: ["unknown-property"] },
    {
      why: "an answer that can be turned into a spec",
      yaml: "UserPoolClient: { ClientName: a }\n",
      also: ["unknown-property"],
    },
    { why: "nothing", yaml: "", json: "", also: ["empty-document"] },
  ],
  reject: [
    {
      why: "a resource alone",
      yaml: `‹Type›: AWS::Cognito::UserPoolClient\nProperties:\n${indented(2)}`,
      message: /resource of a CloudFormation template/,
      severity: "error",
      fixes: [{ title: "Take the app client out", safe: false, yaml: request }],
    },
    {
      why: "a resource with its name",
      yaml: `‹WebClient›:\n  Type: AWS::Cognito::UserPoolClient\n  Properties:\n${indented(4)}`,
      json: '{\n  ‹"WebClient"›: {\n    "Type": "AWS::Cognito::UserPoolClient",\n    "Properties": {\n      "UserPoolId": "us-east-1_aaaaaaaaa",\n      "ClientName": "web"\n    }\n  }\n}\n',
      fixes: [
        {
          title: "Take the app client WebClient out",
          safe: false,
          yaml: request,
          json: '{\n  "UserPoolId": "us-east-1_aaaaaaaaa",\n  "ClientName": "web"\n}\n',
        },
      ],
    },
    {
      why: "a template with one app client and nothing else",
      yaml: `‹AWSTemplateFormatVersion›: "2010-09-09"\nResources:\n  WebClient:\n    Type: AWS::Cognito::UserPoolClient\n    Properties:\n${indented(6)}`,
      message: /CloudFormation template/,
      fixes: [{ title: "Take the app client WebClient out", safe: false, yaml: request }],
    },
    {
      why: "a template that holds more: nothing of it is removed",
      yaml: `‹Resources›:\n  Pool:\n    Type: AWS::Cognito::UserPool\n  WebClient:\n    Type: AWS::Cognito::UserPoolClient\n    Properties:\n${indented(6)}`,
      data: { is: "template" },
      fixes: [],
    },
    {
      why: "a comment that would be lost",
      yaml: `# ours\n‹Type›: AWS::Cognito::UserPoolClient # the web\nProperties:\n${indented(2)}`,
      only: "yaml",
      fixes: [],
    },
    {
      why: "Terraform's JSON",
      yaml: "‹resource›: { aws_cognito_user_pool_client: { web: { name: web } } }\n",
      data: { is: "terraform" },
      fixes: [],
    },
    {
      why: "Kubernetes",
      yaml: "‹apiVersion›: cognitoidentityprovider.services.k8s.aws/v1alpha1\nkind: UserPoolClient\nspec: { clientName: web }\n",
      data: { is: "kubernetes" },
      fixes: [],
    },
    {
      why: "Pulumi",
      yaml: "name: x\n‹runtime›: yaml\nresources: { web: { type: 'aws:cognito:UserPoolClient' } }\n",
      data: { is: "pulumi" },
    },
    {
      why: "the answer to list-user-pool-clients",
      yaml: "‹UserPoolClients›:\n  - ClientId: abc\n    UserPoolId: us-east-1_aaaaaaaaa\n    ClientName: web\n",
      message: /list-user-pool-clients/,
      fixes: [],
    },
    {
      why: "the answer to describe-user-pool",
      yaml: "‹UserPool›: { Id: us-east-1_aaaaaaaaa, Name: x }\n",
      data: { is: "pool" },
      fixes: [],
    },
  ],
});

test.each(["yaml", "json", "jsonc"] as const)("Terraform's own language is told once, read as %s", (dialect) => {
  const text =
    '# ours\n\nresource "aws_cognito_user_pool_client" "web" {\n  name = "web"\n  callback_urls = ["x"]\n}\n';
  const findings = check(parseSpec(text, dialect), { settings: { preset: "strict", rules: {} } });
  expect(findings.map(({ rule, span }) => [rule.id, text.slice(span.start, span.end)])).toEqual([
    ["foreign-document", 'resource "aws_cognito_user_pool_client" "web" {'],
  ]);
  expect(findings[0]?.message).toMatch(/Terraform configuration/);
});
