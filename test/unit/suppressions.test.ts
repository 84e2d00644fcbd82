import { describe, expect, test } from "vitest";
import { parseSpec } from "../../server/src/engine/document/parse.ts";
import type { Dialect } from "../../server/src/engine/document/part.ts";
import { check } from "../../server/src/engine/features/check.ts";
import { fixAll } from "../../server/src/engine/features/fix-all.ts";

const settings = { preset: "strict", rules: {} } as const;

function told(text: string, dialect: Dialect = "yaml"): string[] {
  return check(parseSpec(text, dialect), { settings })
    .filter(({ severity, rule }) => severity === "error" || /suppression|duplicate-key|implicit-grant/.test(rule.id))
    .map(({ rule, path }) => `${rule.id} /${path.join("/")}`);
}

const implicit = (indent: string) =>
  ["AllowedOAuthFlowsUserPoolClient: true", "AllowedOAuthFlows: [implicit]", "AllowedOAuthScopes: [openid]"]
    .concat("CallbackURLs: [https://a.example/cb]")
    .map((line) => `${indent}${line}\n`)
    .join("");
const first = "- UserPoolId: eu-west-1_AbCdEf123\n  ClientName: a\n";
const second = "- UserPoolId: eu-west-1_AbCdEf123\n  ClientName: b\n";

describe("suppressions in a YAML list", () => {
  test("one that the second app client needs is used, and fix-all leaves it", () => {
    const needed = implicit("  ").replace(
      "  AllowedOAuthFlows:",
      "  # cognito-client-disable-next-line implicit-grant -- old\n  AllowedOAuthFlows:",
    );
    const text = `${first}${second}${needed}`;
    expect(told(text)).toEqual([]);
    expect(fixAll(parseSpec(text, "yaml"), { settings })).toContain("cognito-client-disable-next-line implicit-grant");
  });

  test("one of the first app client does not silence the second", () => {
    const wrong = "  AccessTokenValidity: soon\n";
    const text = `${first}  # cognito-client-disable\n${wrong}${second}${wrong}`;
    expect(told(text)).toEqual(["wrong-type /1/AccessTokenValidity"]);
  });

  test("one above a dash belongs to what it stands above", () => {
    const wrong = "  AccessTokenValidity: soon\n";
    const text = `${first}${wrong}\n# cognito-client-disable wrong-type\n${second}${wrong}`;
    expect(told(text)).toEqual(["wrong-type /0/AccessTokenValidity"]);
  });

  test("a key that stands twice in the second app client has the second's path", () => {
    expect(told(`${first}${second}  ClientName: c\n`)).toEqual(["duplicate-key /1/ClientName"]);
  });

  test("a syntax error of one app client is told once, with its index", () => {
    expect(told(`${first}${second}  CallbackURLs: [ "a" "b" ]\n`)).toContain("syntax-error /1");
  });
});

describe("a comment that is the last line", () => {
  test.each<[Dialect, string]>([
    ["yaml", "# cognito-client-disable-next-line"],
    ["yaml", "ClientName: a\n# cognito-client-disable-next-line implicit-grant"],
    ["yaml", "ClientName: a\n# cognito-client-disable-next-line implicit-grant\n# more\n\n# and more"],
    ["jsonc", '{ "ClientName": "a" }\n// cognito-client-disable-next-line implicit-grant'],
    ["jsonc", '{ "ClientName": "a" }\n/* cognito-client-disable-next-line\n implicit-grant */'],
  ])("is unused, and everything ends (%s %j)", (dialect, text) => {
    expect(told(text, dialect).filter((each) => each.startsWith("unused"))).toHaveLength(1);
    expect(fixAll(parseSpec(text, dialect), { settings })).not.toContain("disable-next-line");
  });
});
