import { describe, expect, test } from "vitest";
import { random, randomEdit } from "../../../../../test/support/storm.ts";
import { opened, told } from "../../../../../test/support/template-corpus.ts";
import { templateAsJson } from "../../../../../test/support/template-json.ts";
import { clientsIn } from "../../clients/clients-in.ts";
import { reopen } from "../../clients/open.ts";
import type { Dialect, SpecDocument } from "../../document/part.ts";
import { check } from "../../features/check.ts";
import { findingsOf } from "../check.ts";
import type { Rule } from "../rule.ts";
import { defaultSettings } from "../settings.ts";

const app = (id: string) => `  ${id}:
    Type: AWS::Cognito::UserPoolClient
    DependsOn: Google
    Properties:
      UserPoolId: !Ref Pool
      ClientName: name-of-${id}
      GenerateSecret: false
      SupportedIdentityProviders: [COGNITO, Google]
      AuthSessionValidity: 99
`;
const ids = ["Alpha", "Beta", "Gamma", "Delta"];
const source = `AWSTemplateFormatVersion: "2010-09-09"
Description: all of the shop
Resources:
  Table:
    Type: AWS::DynamoDB::Table
    Properties: { TableName: orders }
  Role:
    Type: AWS::IAM::Role
    Properties: { RoleName: sign-up }
  Trigger:
    Type: AWS::Lambda::Function
    Properties: { Handler: index.handler, Role: !GetAtt Role.Arn }
  Pool:
    Type: AWS::Cognito::UserPool
    Properties: { LambdaConfig: { PreSignUp: !GetAtt Trigger.Arn } }
  Google:
    Type: AWS::Cognito::UserPoolIdentityProvider
    Properties: { UserPoolId: !Ref Pool, ProviderName: Google, ProviderType: Google, ProviderDetails: {} }
  Facebook:
    Type: AWS::Cognito::UserPoolIdentityProvider
    Properties: { UserPoolId: !Ref Pool, ProviderName: Facebook, ProviderType: Facebook, ProviderDetails: {} }
${ids.map(app).join("")}Outputs:
  Secret:
    Value: !GetAtt Delta.ClientSecret
`;
const quiet = source.replace(/Outputs:[\s\S]*/, "Outputs:\n  Id:\n    Value: !Ref Delta\n");

/** @returns the ids of the app clients that are judged, in the order of the text. */
function counting(): { rule: Rule; judged: string[] } {
  const judged: string[] = [];
  const rule: Rule = {
    id: "counted",
    summary: "Counts",
    why: "Counts",
    severity: { recommended: "warning", strict: "warning" },
    evidence: "documented",
    source: "https://docs.aws.amazon.com/",
    fixable: false,
    check(spec) {
      judged.push(spec.template?.site.id ?? "");
      return [];
    },
  };
  return { rule, judged };
}

function document(text: string, dialect: Dialect): SpecDocument {
  const found = opened(text, dialect);
  if (!found) throw new Error("no template");
  return found;
}

const both = [
  ["yaml", source],
  ["json", templateAsJson(source)],
] as const;

describe.each(both)("an edit of a template in %s judges again", (dialect, text) => {
  test.each([
    ["the app client that it is in", "name-of-Beta", "name-of-Betas", ["Beta"]],
    ["all, where a provider is listed for the first time or no more", "Google", "Facebook", ids],
    ["all, where another resource changes", "AWS::Cognito::UserPool", "AWS::Cognito::UserPools", ids],
    ["all, where what comes before the pool refers to more", "Role.Arn", "Table.Arn", ids],
    ["all, where there is another resource", "Table", "Tables", ids],
    ["none, where another resource changes in itself", "orders", "all-orders", []],
    ["none, where a resource that comes before the pool does", "index.handler", "main.handler", []],
    ["none, where the description does", "all of the shop", "the shop", []],
  ])("%s", (_, before, after, expected) => {
    const { rule, judged } = counting();
    const settings = { ...defaultSettings };
    const look = (of: SpecDocument) => {
      for (const client of clientsIn(of)) findingsOf(client, { settings }, [rule]);
    };
    const first = document(text, dialect);
    look(first);
    expect(judged).toEqual(ids);
    judged.length = 0;
    const from =
      before === "Google" ? source.indexOf("Google", source.indexOf("name-of-Alpha")) : source.indexOf(before);
    const changed = source.slice(0, from) + after + source.slice(from + before.length);
    look(reopen(first, dialect === "yaml" ? changed : templateAsJson(changed)));
    expect(judged).toEqual(expected);
  });

  test("none, where an output changes that shows no secret", () => {
    const { rule, judged } = counting();
    const settings = { ...defaultSettings };
    const own = dialect === "yaml" ? quiet : templateAsJson(quiet);
    const look = (of: SpecDocument) => {
      for (const client of clientsIn(of)) findingsOf(client, { settings }, [rule]);
    };
    const first = document(own, dialect);
    look(first);
    judged.length = 0;
    look(
      reopen(
        first,
        own.replace(/"?\bId"?:/, (name) => name.replace("Id", "ClientId")),
      ),
    );
    expect(judged).toEqual([]);
  });

  test("nothing that an edit elsewhere only moves, and what stands in other blocks moves with these", () => {
    const at = text.indexOf("name-of-Alpha");
    const longer = `${text.slice(0, at)}a-much-longer-${text.slice(at)}`;
    const first = document(text, dialect);
    const before = check(first, { settings: defaultSettings });
    const after = check(reopen(first, longer), { settings: defaultSettings });
    expect(before.map(({ rule }) => rule.id)).toEqual(
      expect.arrayContaining(["secret-in-output", "secret-attribute-without-secret", "provider-unused"]),
    );
    expect(after.map(told)).toEqual(before.map(told));
    expect(after.map(({ span }) => longer.slice(span.start, span.end))).toEqual(
      before.map(({ span }) => text.slice(span.start, span.end)),
    );
  });

  test("what is remembered through many edits is what a fresh look says", () => {
    const choose = random(text.length);
    let current: string = text;
    let kept = document(current, dialect);
    for (let edit = 0; edit < 60; edit++) {
      const { start, end, text: inserted } = randomEdit(current, choose);
      current = choose(4) === 0 ? text : `${current.slice(0, start)}${inserted}${current.slice(end)}`;
      kept = reopen(kept, current);
      const fresh = opened(current, dialect);
      if (!fresh) continue;
      const said = (of: SpecDocument) =>
        check(of, { settings: defaultSettings }).map((each) => `${told(each)} ${each.span.start} ${each.message}`);
      expect(said(kept)).toEqual(said(fresh));
    }
  });
});
