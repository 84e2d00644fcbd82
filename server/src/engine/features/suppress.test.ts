import { expect, test } from "vitest";
import { openByContent } from "../clients/open.ts";
import { applyEdits } from "../document/edit/edit.ts";
import type { SpecDocument } from "../document/part.ts";
import { defaultSettings } from "../lint/settings.ts";
import { check } from "./check.ts";
import { suppressionsAt } from "./suppress.ts";

const template = `AWSTemplateFormatVersion: "2010-09-09"
Resources:
  Web:
    Type: AWS::Cognito::UserPoolClient
    Properties: { UserPoolId: !ImportValue pool, GenerateSecret: true }
Outputs:
  Secret:
    Value: !GetAtt Web.ClientSecret
`;

test("what stands in another block of a template is silenced there", () => {
  const open = (text: string) => openByContent(text, "yaml", "t.yaml") as SpecDocument;
  const context = { settings: defaultSettings };
  const at = template.indexOf("!GetAtt");
  const [offered, ...more] = suppressionsAt(open(template), { start: at, end: at }, context);
  expect(more).toEqual([]);
  const silenced = applyEdits(template, offered ? [offered.edit] : []);
  expect(silenced).toContain(
    "  Secret:\n    # cognito-client-disable-next-line secret-in-output\n    Value: !GetAtt Web.ClientSecret\n",
  );
  const ids = (text: string) => check(open(text), context).map(({ rule }) => rule.id);
  expect(ids(template)).toContain("secret-in-output");
  expect(ids(silenced)).toEqual(ids(template).filter((id) => id !== "secret-in-output"));
});

test.each([
  ["without Metadata", ""],
  ["with some of another tool", ', "Metadata": {"cfn-lint": {}}'],
  ["with some of ours", ', "Metadata": {"cognitoClient": {"disable": ["example-domain-url"]}}'],
])("a template in JSON is silenced by Metadata: %s", (_, metadata) => {
  for (const dialect of ["json", "jsonc"] as const) {
    const open = (text: string) => openByContent(text, dialect, "t.template") as SpecDocument;
    const context = { settings: defaultSettings };
    const text = `{"Resources": {"Web": {"Type": "AWS::Cognito::UserPoolClient"${metadata}, "Properties": {"UserPoolId": {"Ref": "P"}, "AuthSessionValidity": 99}}}}`;
    const at = text.indexOf("99");
    const [offered] = suppressionsAt(open(text), { start: at, end: at }, context);
    const silenced = applyEdits(text, offered ? [offered.edit] : []);
    expect(JSON.parse(silenced).Resources.Web.Metadata.cognitoClient.disable).toContain("auth-session-validity-range");
    expect(check(open(silenced), context).map(({ rule }) => rule.id)).not.toContain("auth-session-validity-range");
  }
});
