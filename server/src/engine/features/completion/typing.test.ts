/** What opens by itself while somebody types, and what Enter would then take. */
import { describe, expect, test } from "vitest";
import { offeredAt } from "../../../../../test/support/complete.ts";
import { factsWith, poolId } from "../../../../../test/support/pool-facts.ts";
import type { PoolFacts } from "../../clients/pool-facts.ts";
import type { Dialect } from "../../document/part.ts";
import { completionDocumentation } from "./documentation.ts";
import { openingCharacters } from "./opening.ts";

const opened = (source: string, dialect: Dialect, opener: string) => offeredAt(source, dialect, {}, opener).labels;

describe("the list opens by itself", () => {
  test("on a quote, a colon and a space, never on what ends a line or an item, nor on a bracket", () => {
    expect(openingCharacters).toEqual(['"', ":", " "]);
  });

  test.each([
    ['{"|"}', "json", '"', "UserPoolId"],
    ['{"PreventUserExistenceErrors":|}', "json", ":", "ENABLED"],
    ['{"PreventUserExistenceErrors": |}', "json", " ", "ENABLED"],
    ['{"PreventUserExistenceErrors": "|"}', "json", '"', "ENABLED"],
    ['{"AllowedOAuthFlows": ["|"]}', "json", '"', "code"],
    ["PreventUserExistenceErrors:|", "yaml", ":", "ENABLED"],
    ["PreventUserExistenceErrors: |", "yaml", " ", "ENABLED"],
    ["AllowedOAuthFlows:\n  - |", "yaml", " ", "code"],
    ["AllowedOAuthFlows:\n- |", "yaml", " ", "code"],
    ['AllowedOAuthFlows:\n  - "|"', "yaml", '"', "code"],
  ] as const)("%s (%s, after %j)", (source, dialect, opener, first) => {
    expect(opened(source, dialect, opener)[0]).toBe(first);
  });

  test.each([
    ['{"PreventUserExistenceErrors": "ENABLED"|}', "json", '"'],
    ['{"ClientName"|}', "json", '"'],
    ['{ |"ClientName": "a"}', "json", " "],
    ['{ "ClientName": "a", |}', "json", " "],
    ['{"CallbackURLs": ["https:|"]}', "json", ":"],
    ['{"CallbackURLs": ["a", |]}', "json", " "],
    ["ClientName: my |", "yaml", " "],
    ["ClientName: my: |", "yaml", " "],
    ["CallbackURLs:\n  - https:|", "yaml", ":"],
    ["AllowedOAuthFlows:\n  - code\n  |", "yaml", " "],
    ["PreventUserExistenceErrors: 'ENABLED' |", "yaml", " "],
    ["# a note: |", "yaml", " "],
    ["|", "yaml", " "],
  ] as const)("not in %s (%s, after %j)", (source, dialect, opener) => {
    expect(opened(source, dialect, opener)).toEqual([]);
  });
});

describe("whole specs", () => {
  const starters = (source: string, dialect: Dialect, opener?: string) =>
    offeredAt(source, dialect, {}, opener)
      .items.filter(({ kind }) => kind === "starter")
      .map(({ label }) => label);

  test.each([
    ["|", "yaml"],
    ["|", "json"],
    ["{|}", "json"],
  ] as const)("come when a person asks in an empty file: %s (%s)", (source, dialect) => {
    expect(starters(source, dialect)[0]).toBe("Single-page application");
  });

  test.each(["yaml", "json"] as const)(
    "leave the row to their title, and say more in the documentation (%s)",
    (dialect) => {
      const [first] = offeredAt("|", dialect).items;
      expect(first?.detail).toBeUndefined();
      expect(first?.doc && completionDocumentation(first.doc)).toMatch(/^JavaScript in the browser: [\s\S]*ClientName/);
    },
  );

  test.each([
    ["m2|", "yaml", ["Machine-to-machine"]],
    ["Mach|", "yaml", ["Machine-to-machine"]],
    ["{ nat| }", "json", ["Native application"]],
    ["U|", "yaml", ["Back end that signs users in"]],
    ["Cli|", "yaml", []],
  ] as const)("or types how one begins: %s (%s)", (source, dialect, labels) => {
    expect(starters(source, dialect)).toEqual(labels);
  });

  test.each([
    ['{"|"}', "json", '"'],
    ['{ "s|" }', "json", undefined],
    ["| ", "yaml", " "],
  ] as const)("never by themselves, nor in quotes: %s (%s, after %j)", (source, dialect, opener) => {
    expect(starters(source, dialect, opener)).toEqual([]);
  });

  test.each([
    ["{|}", /^\{\n {2}"UserPoolId": "\|eu-west-1_EXAMPLE1",\n {2}"ClientName"[\s\S]*\n\}$/],
    ["{\n  |\n}", /^\{\n {2}"UserPoolId": "\|eu-west-1_EXAMPLE1",\n {2}"ClientName"[\s\S]*[^\n]\n\}$/],
    ["{\n    |\n}", /^\{\n {4}"UserPoolId": "\|eu-west-1_EXAMPLE1",\n {4}"ClientName"[\s\S]*[^\n]\n\}$/],
  ] as const)("stand on lines of their own within braces: %s", (source, after) => {
    expect(offeredAt(source, "json").accept("Single-page application")).toMatch(after);
  });
});

describe("what is under the cursor is no evidence against its neighbours", () => {
  test.each([
    ["json", '{"ExplicitAuthFlows": ["|"]}'],
    ["json", '{"ExplicitAuthFlows": ["ALLOW_CUSTOM_AUTH", "|"]}'],
    ["yaml", "ExplicitAuthFlows:\n  - s|\n"],
    ["yaml", "ExplicitAuthFlows:\n  - ALLOW_CUSTOM_AUTH\n  - '|'\n"],
  ] as const)("the names of today come first, unmarked (%s: %s)", (dialect, source) => {
    const { items } = offeredAt(source, dialect);
    const [first] = items;
    expect(first).toMatchObject({ label: "ALLOW_USER_SRP_AUTH", deprecated: false });
    expect(first?.detail).toBeUndefined();
    expect(items.at(-1)?.deprecated).toBe(true);
  });

  test.each([
    ["json", '{"AllowedOAuthFlows": ["client_credentials|"]}'],
    ["yaml", "AllowedOAuthFlows:\n  - client_credentials|\n"],
  ] as const)("a flow that is about to be replaced excludes none (%s)", (dialect, source) => {
    const { items } = offeredAt(source.replace("client_credentials|", "c|"), dialect);
    expect(items.find(({ label }) => label === "code")?.detail).toBeUndefined();
    expect(offeredAt(source, dialect).items[0]?.detail).toBeUndefined();
  });

  test.each([
    ["json", '{"AllowedOAuthFlows": ["code", "|"]}'],
    ["yaml", "AllowedOAuthFlows:\n  - code\n  - |\n"],
  ] as const)("where every value breaks a rule, none is proposed (%s)", (dialect, source) => {
    expect(offeredAt(source, dialect).labels).toEqual([]);
    expect(offeredAt(source.replace("|", "i|"), dialect).labels).toContain("implicit");
  });
});

describe("what is likely comes first", () => {
  test.each([
    ["EnableTokenRevocation: |", ["true", "false"]],
    ["GenerateSecret: |", ["true", "false"]],
    ["AllowedOAuthFlows: [client_credentials]\nGenerateSecret: |", ["true", "false"]],
    ["AllowedOAuthFlows: [code]\nCallbackURLs: ['com.example:/cb']\nGenerateSecret: |", ["false", "true"]],
    ["AccessTokenValidity: 60\nTokenValidityUnits:\n  AccessToken: |", ["minutes", "hours", "seconds", "days"]],
    ["AccessTokenValidity: 3600\nTokenValidityUnits:\n  AccessToken: |", ["seconds", "minutes", "hours", "days"]],
    ["AccessTokenValidity: 1\nTokenValidityUnits:\n  AccessToken: |", ["hours", "days", "minutes", "seconds"]],
    ["RefreshTokenValidity: 30\nTokenValidityUnits:\n  RefreshToken: |", ["days", "hours", "minutes", "seconds"]],
    ["DefaultRedirectURI: https://a.example/cb\nCallbackURLs:\n  - |", ["https://a.example/cb"]],
    ["CallbackURLs: ['http://a.example/cb']\nDefaultRedirectURI: |", []],
  ] as const)("%s", (source, labels) => {
    expect(offeredAt(source, "yaml").labels.slice(0, labels.length || 1)).toEqual(labels);
  });

  test.each([
    ["yaml", "EnableTokenR|", "EnableTokenRevocation", "EnableTokenRevocation: |", true],
    ["json", '{ "EnableTokenR|" }', "EnableTokenRevocation", '{ "EnableTokenRevocation": |true }', false],
    ["yaml", "Call|", "CallbackURLs", "CallbackURLs:\n  - |", true],
    ["json", '{ "Allowed|" }', "AllowedOAuthFlows", '{ "AllowedOAuthFlows": ["|"] }', true],
    ["yaml", "ClientN|", "ClientName", "ClientName: |", false],
  ] as const)(
    "a name brings the value that is offered first, or the list of values (%s %j)",
    (dialect, source, label, after, opens) => {
      const offered = offeredAt(source, dialect);
      expect(offered.accept(label)).toBe(after);
      expect(offered.items.find((item) => item.label === label)?.retrigger).toBe(opens);
    },
  );

  test("no snippet goes on behind what a name brings", () => {
    for (const { label, edit } of offeredAt("|", "yaml").items)
      if (/^[A-Z]\w+$/.test(label)) expect(edit.newText).toMatch(/\$0$/);
  });
});

describe("a connected pool", () => {
  const facts = factsWith({
    poolName: "orders",
    resourceServers: [{ identifier: "orders-api", scopes: [{ name: "read" }, { name: "write" }] }],
    identityProviders: [{ name: "AcmeOkta", type: "SAML" }],
    attributes: [
      { name: "sub", mutable: false },
      { name: "email", mutable: true },
      { name: "custom:tenant", mutable: false },
      { name: "custom:plan", mutable: true },
      { name: "dev:note", mutable: true },
    ],
  });
  const offered = (rest: string, known: PoolFacts = facts) =>
    offeredAt(`UserPoolId: ${poolId}\n${rest}`, "yaml", { facts: new Map([[poolId, known]]) }).labels;

  test.each([
    ["SupportedIdentityProviders:\n  - |", ["COGNITO", "AcmeOkta"]],
    [
      "AllowedOAuthFlows: [client_credentials]\nAllowedOAuthScopes:\n  - |",
      ["orders-api/read", "orders-api/write", "openid", "email", "phone", "profile", "aws.cognito.signin.user.admin"],
    ],
    ["AllowedOAuthFlows: [code]\nAllowedOAuthScopes:\n  - |", ["openid", "orders-api/read", "orders-api/write"]],
    ["ReadAttributes:\n  - |", ["custom:tenant", "custom:plan", "email", "sub"]],
    ["WriteAttributes:\n  - |", ["custom:plan", "email"]],
  ])("offers what it has, and nothing that it lacks: %s", (rest, labels) => {
    expect(offered(rest).slice(0, labels.length)).toEqual(labels);
  });

  test("what is not known of it is offered as without it", () => {
    expect(offered("SupportedIdentityProviders:\n  - |", factsWith({}))).toContain("Google");
  });

  test("is offered itself before the pools of other files", () => {
    const { labels } = offeredAt("UserPoolId: |", "yaml", {
      facts: new Map([[poolId, facts]]),
      workspace: { poolIds: ["us-east-1_Other"], scopes: [], identityProviders: [], customAttributes: [] },
    });
    expect(labels).toEqual([poolId, "us-east-1_Other"]);
  });
});
