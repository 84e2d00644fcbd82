import { describe, expect, test } from "vitest";
import { offeredAt } from "../../../../../test/support/complete.ts";

describe("names", () => {
  test.each([
    ["an empty object", "json", "{|}", "UserPoolId", '{"UserPoolId": "|"}'],
    ["inside quotes", "json", '{ "Call|" }', "CallbackURLs", '{ "CallbackURLs": ["|https://example.com/callback"] }'],
    ["a bare word", "json", "{ Call| }", "CallbackURLs", '{ "CallbackURLs": ["|https://example.com/callback"] }'],
    [
      "before another member",
      "json",
      '{ "Gen|" "ClientName": "a" }',
      "GenerateSecret",
      '{ "GenerateSecret": |true, "ClientName": "a" }',
    ],
    [
      "after a member without a comma",
      "json",
      '{\n  "ClientName": "a"\n  |\n}',
      "GenerateSecret",
      '{\n  "ClientName": "a",\n  "GenerateSecret": |true\n}',
    ],
    [
      "between two members",
      "json",
      '{\n  "ClientName": "a",\n  |\n  "UserPoolId": "x"\n}',
      "GenerateSecret",
      '{\n  "ClientName": "a",\n  "GenerateSecret": |true,\n  "UserPoolId": "x"\n}',
    ],
    ["a misspelt name with its value", "json", '{ "CallbackU|": [] }', "CallbackURLs", '{ "CallbackURLs"|: [] }'],
    [
      "nested",
      "json",
      '{ "TokenValidityUnits": { | } }',
      "AccessToken",
      '{ "TokenValidityUnits": { "AccessToken": "|minutes" } }',
    ],
    ["an empty file's first line", "yaml", "|", "UserPoolId", "UserPoolId: |"],
    ["half typed", "yaml", "ClientName: a\nCall|\n", "CallbackURLs", "ClientName: a\nCallbackURLs:\n  - |\n"],
    [
      "an empty line between members",
      "yaml",
      "ClientName: a\n|\nUserPoolId: x\n",
      "GenerateSecret",
      "ClientName: a\nGenerateSecret: |\nUserPoolId: x\n",
    ],
    ["the end of the file", "yaml", "ClientName: a\n|", "GenerateSecret", "ClientName: a\nGenerateSecret: |"],
    [
      "after a list",
      "yaml",
      "AllowedOAuthFlows:\n  - code\n|",
      "GenerateSecret",
      "AllowedOAuthFlows:\n  - code\nGenerateSecret: |",
    ],
    [
      "nested, on its own line",
      "yaml",
      "TokenValidityUnits:\n  |",
      "AccessToken",
      "TokenValidityUnits:\n  AccessToken: |",
    ],
    [
      "nested, second",
      "yaml",
      "TokenValidityUnits:\n  AccessToken: hours\n  |",
      "IdToken",
      "TokenValidityUnits:\n  AccessToken: hours\n  IdToken: |",
    ],
    [
      "nested in flow style",
      "yaml",
      "TokenValidityUnits: { AccessToken: hours, I| }",
      "IdToken",
      "TokenValidityUnits: { AccessToken: hours, IdToken: |minutes }",
    ],
    ["a name with its colon", "yaml", "CallbackU|: [a]\n", "CallbackURLs", "CallbackURLs|: [a]\n"],
    [
      "second document of a stream",
      "yaml",
      "ClientName: a\n---\nClient|\n",
      "ClientName",
      "ClientName: a\n---\nClientName: |\n",
    ],
    [
      "in a list of app clients",
      "yaml",
      "- ClientName: a\n  Gen|\n- ClientName: b\n",
      "GenerateSecret",
      "- ClientName: a\n  GenerateSecret: |\n- ClientName: b\n",
    ],
    [
      "in a list of app clients",
      "json",
      '[{ "ClientName": "a" }, { "Gen|" }]',
      "GenerateSecret",
      '[{ "ClientName": "a" }, { "GenerateSecret": |true }]',
    ],
    ["a required nested member", "yaml", "Refresh|", "RefreshTokenRotation", "RefreshTokenRotation:\n  Feature: |"],
  ] as const)("%s (%s)", (_what, dialect, source, label, after) => {
    expect(offeredAt(source, dialect).accept(label)).toBe(after);
  });

  test("leaves out what is there, in both syntaxes", () => {
    expect(offeredAt("ClientName: a\n|", "yaml").labels).not.toContain("ClientName");
    expect(offeredAt('{ "ClientName": "a", | }', "json").labels).not.toContain("ClientName");
  });

  test("offers required members first", () => {
    expect(
      offeredAt("|", "yaml")
        .labels.filter((label) => /^[A-Z]\w+$/.test(label))
        .slice(0, 2),
    ).toEqual(["UserPoolId", "ClientName"]);
  });
});

describe("values", () => {
  test.each([
    ["enum in a list", "json", '{ "AllowedOAuthFlows": ["c|"] }', "code", '{ "AllowedOAuthFlows": ["code"|] }'],
    ["list without brackets yet", "json", '{ "AllowedOAuthFlows": | }', "code", '{ "AllowedOAuthFlows": ["code"]| }'],
    [
      "second item without a comma",
      "json",
      '{ "AllowedOAuthScopes": ["openid" |] }',
      "email",
      '{ "AllowedOAuthScopes": ["openid", "email"|] }',
    ],
    [
      "item before another",
      "json",
      '{ "AllowedOAuthScopes": [| "openid"] }',
      "email",
      '{ "AllowedOAuthScopes": ["email",| "openid"] }',
    ],
    ["boolean", "json", '{ "GenerateSecret": t| }', "true", '{ "GenerateSecret": true| }'],
    [
      "enum",
      "json",
      '{ "PreventUserExistenceErrors": "|" }',
      "ENABLED",
      '{ "PreventUserExistenceErrors": "ENABLED"| }',
    ],
    ["enum", "yaml", "PreventUserExistenceErrors: |", "ENABLED", "PreventUserExistenceErrors: ENABLED|"],
    [
      "right behind the colon",
      "yaml",
      "PreventUserExistenceErrors:|",
      "ENABLED",
      "PreventUserExistenceErrors: ENABLED|",
    ],
    ["behind a dash", "yaml", "AllowedOAuthFlows:\n  - |\n", "code", "AllowedOAuthFlows:\n  - code|\n"],
    ["half typed behind a dash", "yaml", "AllowedOAuthFlows:\n  - co|\n", "code", "AllowedOAuthFlows:\n  - code|\n"],
    [
      "an empty line in a list",
      "yaml",
      "AllowedOAuthScopes:\n  - openid\n  |\n",
      "email",
      "AllowedOAuthScopes:\n  - openid\n  - email|\n",
    ],
    ["a list behind its key", "yaml", "AllowedOAuthFlows: |\n", "code", "AllowedOAuthFlows: \n  - code|\n"],
    ["in a flow list", "yaml", "AllowedOAuthScopes: [openid, e|]\n", "email", "AllowedOAuthScopes: [openid, email|]\n"],
    ["in quotes", "yaml", "AllowedOAuthFlows:\n  - 'c|'\n", "code", "AllowedOAuthFlows:\n  - 'code'|\n"],
    ["dashes in the key's column", "yaml", "AllowedOAuthFlows:\n- |\n", "code", "AllowedOAuthFlows:\n- code|\n"],
    [
      "a nested enum",
      "yaml",
      "RefreshTokenRotation:\n  Feature: |\n",
      "ENABLED",
      "RefreshTokenRotation:\n  Feature: ENABLED|\n",
    ],
    [
      "the default redirect is a callback",
      "yaml",
      "CallbackURLs:\n  - https://a.example/cb\nDefaultRedirectURI: |\n",
      "https://a.example/cb",
      "CallbackURLs:\n  - https://a.example/cb\nDefaultRedirectURI: https://a.example/cb|\n",
    ],
    [
      "a logout URL from a callback",
      "json",
      '{ "CallbackURLs": ["https://a.example/cb"], "LogoutURLs": ["|"] }',
      "https://a.example/",
      '{ "CallbackURLs": ["https://a.example/cb"], "LogoutURLs": ["https://a.example/"|] }',
    ],
  ] as const)("%s (%s)", (_what, dialect, source, label, after) => {
    expect(offeredAt(source, dialect).accept(label)).toBe(after);
  });

  test("a number says what it means in the unit that counts", () => {
    const inMinutes = offeredAt("TokenValidityUnits: { AccessToken: minutes }\nAccessTokenValidity: |", "yaml");
    expect(inMinutes.items.map(({ label, detail }) => `${label} → ${detail}`).slice(0, 2)).toEqual([
      "60 → 1 hour",
      "15 → 15 minutes",
    ]);
    expect(offeredAt('{ "AccessTokenValidity": | }', "json").items[0]).toMatchObject({ label: "1", detail: "1 hour" });
  });

  test("what would break a rule comes last, with the reason", () => {
    expect(offeredAt("AllowedOAuthFlows: [|]\n", "yaml").labels).toEqual(["code", "client_credentials", "implicit"]);
    const { items } = offeredAt("AllowedOAuthFlows:\n  - code\n  - c|\n", "yaml");
    expect(items.at(-1)).toMatchObject({ label: "client_credentials", detail: "not beside code or implicit" });
  });

  test.each(["yaml", "json"] as const)("nothing where nothing belongs (%s)", (dialect) => {
    for (const source of ["# a comment |", '{ "ClientName" | : "a" }', "ClientName: a # note |", "ClientSecret: |"]) {
      if (source.startsWith("{") !== (dialect === "json")) continue;
      expect(offeredAt(source, dialect).labels).toEqual([]);
    }
  });
});

describe("members that go together", () => {
  test.each([
    [
      "yaml",
      "ClientName: a\n|",
      "ClientName: a\nCallbackURLs:\n  - |https://app.example.com/callback\nLogoutURLs:\n  - https://app.example.com/",
    ],
    [
      "json",
      '{\n  "ClientName": "a"\n  |\n}',
      '{\n  "ClientName": "a",\n  "CallbackURLs": [\n    "|https://app.example.com/callback"\n  ],\n  "LogoutURLs": [\n    "https://app.example.com/"\n  ]\n}',
    ],
  ] as const)("come in at once where names may stand (%s)", (dialect, source, after) => {
    expect(offeredAt(source, dialect).accept("Callback and logout URLs")).toBe(after);
  });

  test("are offered neither inside values nor where one of them is there", () => {
    expect(offeredAt("AllowedOAuthScopes:\n  - |\n", "yaml").items.filter(({ kind }) => kind === "starter")).toEqual(
      [],
    );
    expect(offeredAt("LogoutURLs: []\n|", "yaml").labels).not.toContain("Callback and logout URLs");
  });
});

describe("what stands there already", () => {
  test.each([
    ["json", '{ "AllowedOAuthFlows":| ["code"] }'],
    ["json", '{ "GenerateSecret": | true }'],
    ["yaml", "TokenValidityUnits:\n|  AccessToken: minutes\n"],
    ["yaml", "ClientName: a\n| # why\n"],
  ] as const)("is not written into: %s %s", (dialect, source) => {
    expect(offeredAt(source, dialect).labels).toEqual([]);
  });

  test.each([
    ['{ "GenerateSecret": |true }', "false", '{ "GenerateSecret": false| }'],
    ['{ "CallbackURLs": []| }', "GenerateSecret", '{ "CallbackURLs": [], "GenerateSecret": |true }'],
    [
      '{ "AllowedOAuthFlows": [ "code", "PreventUserExistenceErrors": "|" }',
      "LEGACY",
      '{ "AllowedOAuthFlows": [ "code", "PreventUserExistenceErrors": "LEGACY"| }',
    ],
  ])("is replaced, or kept apart: %s", (source, label, expected) => {
    expect(offeredAt(source, "json").accept(label)).toBe(expected);
  });
});
