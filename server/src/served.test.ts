import { expect, test } from "vitest";
import { holdsAppClient } from "./served.ts";

test.each([
  ["in YAML", "Resources:\n  A:\n    Type: AWS::Cognito::UserPoolClient\n"],
  ["in quotes", "A:\n  'Type' : \"AWS::Cognito::UserPoolClient\""],
  ["on a line of its own", "A:\n  Type:\n    AWS::Cognito::UserPoolClient"],
  ["behind what is none", "# Type: AWS::Cognito::UserPoolClient\nA: {Type: AWS::Cognito::UserPoolClient}"],
  ["with a comment behind it", "A:\n  Type: AWS::Cognito::UserPoolClient # web"],
  ["behind a sharp that is no comment", 'A: {Url: "https://a.test/#x", Type: AWS::Cognito::UserPoolClient}'],
  ["in JSON", '{"A": {"Type": "AWS::Cognito::UserPoolClient"}}'],
  ["in JSON on one line, behind a sharp", '{"Description": "our # 1", "A": {"Type":"AWS::Cognito::UserPoolClient"}}'],
  ["in JSON over several lines", '\uFEFF{"A": {"Type"\n:\n"AWS::Cognito::UserPoolClient"}}'.replace('"\n:', '" :')],
])("an app client: %s", (_, text) => {
  expect(holdsAppClient(text)).toBe(true);
  expect(holdsAppClient(text.replaceAll("\n", "\r\n"))).toBe(true);
});

test.each([
  ["a comment", "A:\n  # Type: AWS::Cognito::UserPoolClient\n"],
  ["a comment behind a value", "A: 1 # Type: AWS::Cognito::UserPoolClient\n"],
  ["a text", "Description: see AWS::Cognito::UserPoolClient\n"],
  ["another type", "A:\n  Type: AWS::Cognito::UserPoolClientSecret\n"],
  ["another key", "A:\n  ResourceType: AWS::Cognito::UserPoolClient\n  x.Type: AWS::Cognito::UserPoolClient\n"],
  ["quotes that do not go together", "A:\n  Type: \"AWS::Cognito::UserPoolClient'\n"],
  ["nothing", ""],
])("none: %s", (_, text) => {
  expect(holdsAppClient(text)).toBe(false);
});
