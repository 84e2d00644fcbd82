import { describe, expect, test } from "vitest";
import { templateAsJson } from "../../../../../test/support/template-json.ts";
import { viewOf } from "../../../../../test/support/template-view.ts";
import { isCustom, namesIn, needs, upstreamOf } from "./graph.ts";
import { readTemplates } from "./read.ts";

const template = `AWSTemplateFormatVersion: "2010-09-09"
Resources:
  Pool: { Type: AWS::Cognito::UserPool }
  Role: { Type: AWS::IAM::Role, Properties: { Path: !Sub "/\${Name}/" } }
  Adder: { Type: AWS::Lambda::Function, Properties: { Role: !GetAtt Role.Arn } }
  Add: { Type: "Custom::Add", DependsOn: [Pool], Properties: { ServiceToken: { "Fn::GetAtt": [Adder, Arn] } } }
  Web:
    Type: AWS::Cognito::UserPoolClient
    DependsOn: Add
    Properties:
      UserPoolId: !If [A, !Ref Pool, !Ref Elsewhere]
      ClientName: !Sub ["\${Own}-\${Other.Name}", { Own: x }]
  Other: { Type: AWS::DynamoDB::Table, DependsOn: Web }
  Alone: { Type: AWS::DynamoDB::Table, Properties: { TableName: !Sub "\${!Pool}" } }
Parameters:
  Name: { Type: String }
`;

describe.each(["yaml", "json"] as const)("what comes before a resource, in %s", (syntax) => {
  const view = viewOf(template, syntax);
  const direct = (id: string) => [...needs(view.resources.get(id)?.piece(), view)].sort();

  test("by DependsOn, Ref, GetAtt and Sub, in branches too; parameters are no resources", () => {
    expect(direct("Web")).toEqual(["Add", "Other", "Pool"]);
    expect(direct("Add")).toEqual(["Adder", "Pool"]);
    expect(direct("Role")).toEqual([]);
    expect(direct("Alone")).toEqual([]);
  });

  test("directly or not, and circles end", () => {
    expect([...upstreamOf("Add", view)].sort()).toEqual(["Adder", "Pool", "Role"]);
    expect([...upstreamOf("Other", view)].sort()).toEqual(["Add", "Adder", "Other", "Pool", "Role", "Web"]);
    expect([...upstreamOf("Nowhere", view)]).toEqual([]);
  });

  test("is looked for again only in what has changed", () => {
    const text = syntax === "yaml" ? template : templateAsJson(template);
    const before = readTemplates(text, syntax, 0);
    const after = readTemplates(text.replace("x }", "xy }").replace('"x"', '"xy"'), syntax, 0, before);
    const names = (id: string) => [before, after].map(([one]) => namesIn(one?.resources.get(id)?.piece()));
    const [add, addAfter] = names("Add");
    expect(addAfter).toBe(add);
    const [web, webAfter] = names("Web");
    expect(webAfter).not.toBe(web);
    expect(webAfter).toEqual(web);
  });
});

test.each([
  ["Custom::Add", true],
  ["AWS::CloudFormation::CustomResource", true],
  ["Acme::Api::Server::MODULE", true],
  [undefined, true],
  ["AWS::Lambda::Function", false],
])("%s may do anything to the pool: %s", (type, expected) => {
  expect(isCustom(type)).toBe(expected);
});
