import { describe, expect, test } from "vitest";
import { cursorAt } from "../../../../test/support/marks.ts";
import { applyEdits } from "../document/edit/edit.ts";
import { parseSpec } from "../document/parse.ts";
import type { Dialect } from "../document/part.ts";
import { defaultSettings } from "../lint/settings.ts";
import { refactoringsAt } from "./refactorings.ts";

function offered(source: string, dialect: Dialect) {
  const { text, offset } = cursorAt(source);
  return { text, list: refactoringsAt(parseSpec(text, dialect), offset, { settings: defaultSettings }) };
}

function changed(source: string, dialect: Dialect, title: string): string {
  const { text, list } = offered(source, dialect);
  const found = list.find((each) => each.title === title);
  if (!found) throw new Error(`"${title}" is not among: ${list.map((each) => each.title).join(" | ")}`);
  return applyEdits(text, found.edits);
}

describe("another unit, the same time", () => {
  test.each([
    [
      "yaml",
      "AccessTokenValidity: 1|\n",
      "Write as 60 minutes",
      "AccessTokenValidity: 60\nTokenValidityUnits:\n  AccessToken: minutes\n",
    ],
    [
      "yaml",
      "AccessTokenValidity: 60 # note\nTokenValidityUnits:\n  AccessToken: |minutes\n",
      "Write as 1 hour",
      "AccessTokenValidity: 1 # note\nTokenValidityUnits:\n  AccessToken: hours\n",
    ],
    [
      "json",
      '{ "RefreshTokenValidity": 3|0, "TokenValidityUnits": { "AccessToken": "hours" } }',
      "Write as 720 hours",
      '{ "RefreshTokenValidity": 720, "TokenValidityUnits": { "AccessToken": "hours", "RefreshToken": "hours" } }',
    ],
  ] as const)("%s %j", (dialect, source, title, expected) => expect(changed(source, dialect, title)).toBe(expected));

  test("only units that come out whole", () => {
    const titles = offered("AccessTokenValidity: 9|0\nTokenValidityUnits: { AccessToken: minutes }\n", "yaml").list.map(
      ({ title }) => title,
    );
    expect(titles).toEqual(["Write as 5,400 seconds"]);
  });
});

describe("the whole app client, on its first key or bracket", () => {
  test.each([
    [
      "yaml",
      "Client|Name: a\n# who\nUserPoolId: eu-west-1_a # pool\nAllowedOAuthFlows:\n  - code\n",
      "# who\nUserPoolId: eu-west-1_a # pool\nClientName: a\nAllowedOAuthFlows:\n  - code\n",
    ],
    [
      "jsonc",
      '{|\n  "ClientName": "a", // name\n  // who\n  "UserPoolId": "eu-west-1_a" // pool\n}',
      '{\n  // who\n  "UserPoolId": "eu-west-1_a", // pool\n  "ClientName": "a" // name\n}',
    ],
    ["yaml", "\uFEFFClient|Name: a\nUserPoolId: b_1\n", "\uFEFFUserPoolId: b_1\nClientName: a\n"],
    ["json", '{|"ClientName":"a","UserPoolId":"eu-west-1_a"}', '{"UserPoolId":"eu-west-1_a","ClientName":"a"}'],
    [
      "yaml",
      "---\r\nA: 1\r\n---\r\nClient|Name: a\r\nUserPoolId: b_1\r\n",
      "---\r\nA: 1\r\n---\r\nUserPoolId: b_1\r\nClientName: a\r\n",
    ],
  ] as const)("sorts members, comments and all: %s %j", (dialect, source, expected) => {
    expect(changed(source, dialect, "Sort members in the recommended order")).toBe(expected);
  });

  test("a sorted one is not offered to be sorted", () => {
    expect(offered("User|PoolId: a_1\nClientName: b\n", "yaml").list.map(({ title }) => title)).not.toContain(
      "Sort members in the recommended order",
    );
  });

  test("none wraps the request: AWS takes no wrapper", () => {
    const { list } = offered("User|PoolId: a_1\nClientName: b\n", "yaml");
    expect(list.map(({ title }) => title).filter((title) => title.includes("UserPoolClient"))).toEqual([]);
  });
});

describe("rotation and secrets", () => {
  test.each([
    [
      "yaml",
      "ExplicitAuthFlows:\n  - ALLOW_USER_SRP_AUTH\n  - ALLOW_REFRESH|_TOKEN_AUTH\n",
      "ExplicitAuthFlows:\n  - ALLOW_USER_SRP_AUTH\nRefreshTokenRotation:\n  Feature: ENABLED\n  RetryGracePeriodSeconds: 10\n",
    ],
    [
      "json",
      '{ "ExplicitAuthFlows": ["ALLOW_REFRESH|_TOKEN_AUTH"], "RefreshTokenRotation": { "Feature": "DISABLED" } }',
      '{ "ExplicitAuthFlows": ["ALLOW_USER_SRP_AUTH"], "RefreshTokenRotation": { "Feature": "ENABLED" } }',
    ],
  ] as const)("turns rotation on, and its opposite off: %s", (dialect, source, expected) => {
    expect(changed(source, dialect, "Turn on refresh token rotation")).toBe(expected);
  });

  test("public to confidential and back", () => {
    const made = changed("Generate|Secret: false\n", "yaml", "Make it a confidential client (with a secret)");
    expect(made).toBe("GenerateSecret: true\n");
    expect(changed('{ "Generate|Secret": true }', "json", "Make it a public client (without a secret)")).toBe(
      '{ "GenerateSecret": false }',
    );
  });

  test("a client that needs its secret is not offered to lose it", () => {
    const { list } = offered(
      "Generate|Secret: true\nAllowedOAuthFlows: [client_credentials]\nAllowedOAuthScopes: [api/read]\n",
      "yaml",
    );
    expect(list.map(({ title }) => title)).not.toContain("Make it a public client (without a secret)");
  });
});

test.each([
  ["yaml", "ClientName: a\nUserPoolId: eu-west-1_a\nCallbackURLs:\n  - https://a.exa|mple/\n"],
  ["json", '{ "ClientName": "a", "UserPoolId": "eu-west-1_a", "CallbackURLs": ["https://a.exa|mple/"] }'],
] as const)(
  "who asks gets those of the whole app client anywhere in it, a light bulb only on its head (%s)",
  (dialect, source) => {
    const { text, offset } = cursorAt(source);
    const titles = (asked: boolean) =>
      refactoringsAt(parseSpec(text, dialect), offset, { settings: defaultSettings }, asked).map(({ title }) => title);
    expect(titles(true)).toContain("Sort members in the recommended order");
    expect(titles(false)).not.toContain("Sort members in the recommended order");
  },
);
