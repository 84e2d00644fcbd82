import { describe, expect, test } from "vitest";
import { valueIn, viewOf } from "../../../../../test/support/template-view.ts";
import { expressionOf, literalOf, scopeParts } from "./expression.ts";

const template = (value: string) => `AWSTemplateFormatVersion: "2010-09-09"
Parameters:
  Stage: { Type: String }
Mappings:
  M: { dev: { name: web } }
Resources:
  Api:
    Type: AWS::Cognito::UserPoolResourceServer
    Properties: { Identifier: !Sub "\${Stage}-api" }
  Corp:
    Type: AWS::Cognito::UserPoolIdentityProvider
    Properties: { ProviderName: Corp }
  Table:
    Type: AWS::DynamoDB::Table
Outputs:
  Value: ${value}
`;

describe.each(["yaml", "json"] as const)("a value in one canonical form, in %s", (syntax) => {
  const view = (value: string) => viewOf(template(value), syntax);
  const said = (value: string, truths?: ReadonlyMap<string, boolean>) => {
    const all = view(value);
    const found = expressionOf(valueIn(all, "Outputs", "Value"), all, { ...(truths && { truths }) });
    return found && `${found.isLiteral ? "=" : "~"} ${found.text}`;
  };
  test.each([
    ["a text", "web", "= web"],
    ["a number", "30", "= 30"],
    ["a text with what looks like a variable", '"${Stage}"', "= ${!Stage}"],
    ["a parameter", "!Ref Stage", "~ ${Stage}"],
    ["a pseudo parameter", "!Ref AWS::Region", "~ ${AWS::Region}"],
    ["a resource server: its identifier", "!Ref Api", "~ ${Stage}-api"],
    ["a provider: its name", "!Ref Corp", "= Corp"],
    ["another resource", "!Ref Table", "~ ${Table}"],
    ["an attribute", "!GetAtt Table.Arn", "~ ${Table.Arn}"],
    ["a text with variables", '!Sub "${Corp}/${Stage}/${Table.Arn}"', "~ Corp/${Stage}/${Table.Arn}"],
    ["a text without", "!Sub web", "= web"],
    ["a text that is being typed", '!Sub ""', undefined],
    ["an escaped variable", '!Sub "${!Stage}"', "= ${!Stage}"],
    ["variables of its own", '!Sub ["${A}-${B}", { A: x, B: !Ref Stage }]', "~ x-${Stage}"],
    ["a join", '!Join ["-", [a, !Ref Stage, !Join ["", [b, c]]]]', "~ a-${Stage}-bc"],
    ["a join of what a parameter holds", '!Join ["-", !Ref Stage]', undefined],
    ["an import", "!ImportValue web", "~ ${Fn::ImportValue web}"],
    ["a mapping", "!FindInMap [M, dev, name]", "= web"],
    ["a mapping by a parameter", "!FindInMap [M, !Ref Stage, name]", undefined],
    ["nothing", "!Ref AWS::NoValue", undefined],
    ["a dynamic reference", '!Sub "{{resolve:ssm:/a}}"', "~ {{resolve:ssm:/a}}"],
    ["a list", "[a]", undefined],
    ["a function that nobody reads", "!Select [0, [a]]", undefined],
  ])("%s", (_, value, expected) => {
    expect(said(value)).toBe(expected);
  });

  test("a branch, where its condition is decided", () => {
    expect(said("!If [A, x, !Ref Stage]")).toBeUndefined();
    expect(said("!If [A, x, !Ref Stage]", new Map([["A", true]]))).toBe("= x");
    expect(said("!If [A, x, !Ref Stage]", new Map([["A", false]]))).toBe("~ ${Stage}");
  });
});

test("a text comes back from its canonical form", () => {
  expect(literalOf({ text: "${!Stage}", isLiteral: true })).toBe("${Stage}");
  expect(literalOf({ text: "${Stage}", isLiteral: false })).toBeUndefined();
});

test.each([
  ["api/read", { server: "api", scope: "read" }],
  ["https://api.test/v1/read", { server: "https://api.test/v1", scope: "read" }],
  ["${A/B}/read", { server: "${A/B}", scope: "read" }],
  ["${A/B}", undefined],
  ["openid", undefined],
])("a scope has its resource server before its last slash: %s", (text, expected) => {
  expect(scopeParts(text)).toEqual(expected);
});
