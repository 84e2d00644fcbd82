import { describe, expect, test } from "vitest";
import { cursorAt } from "../../../../test/support/marks.ts";
import { factsWith, poolId } from "../../../../test/support/pool-facts.ts";
import type { PoolFacts } from "../clients/pool-facts.ts";
import { parseSpec } from "../document/parse.ts";
import type { Dialect } from "../document/part.ts";
import { defaultSettings } from "../lint/settings.ts";
import { hover } from "./hover.ts";

function at(source: string, dialect: Dialect, facts?: PoolFacts) {
  const { text, offset } = cursorAt(source);
  const found = hover(parseSpec(text, dialect), offset, {
    settings: defaultSettings,
    ...(facts && { facts: new Map([[facts.poolId, facts]]) }),
  });
  return { on: found && text.slice(found.span.start, found.span.end), markdown: found?.markdown ?? "" };
}

describe("on a name", () => {
  test.each([
    ["yaml", "ClientName: a\nGenerate|Secret: true\n", "GenerateSecret"],
    ["json", '{ "ClientName": "a", "Generate|Secret": true }', '"GenerateSecret"'],
    ["yaml", "--- # one\nClientName: b\n---\nClientName: a\nGenerateSecret|: true\n", "GenerateSecret"],
    ["json", '[{}, { "ClientName": "a", "Generate|Secret": true }]', '"GenerateSecret"'],
  ] as const)("%s %j: type, description, link", (dialect, source, on) => {
    const found = at(source, dialect);
    expect(found.on).toBe(on);
    expect(found.markdown).toContain("**GenerateSecret** · boolean");
    expect(found.markdown).toMatch(/\[AWS documentation\]\(https:\/\/docs\.aws\.amazon\.com\//);
  });

  test("required members say so", () => {
    expect(at("A: 1\nUserPool|Id: eu-west-1_a\n", "yaml").markdown).toContain("**UserPoolId** · string · required");
  });

  test.each([
    ["ClientName: a\nAccess|TokenValidity: 1\n", "A number from 1 to 86,400; with its unit from 5 minutes to 1 day"],
    ["ClientName: a\nAuth|SessionValidity: 3\n", "A number from 3 to 15 minutes"],
  ])("a number's bounds: %j", (source, text) => {
    expect(at(source, "yaml").markdown).toContain(text);
  });

  test("a nested name", () => {
    expect(at('{ "ClientName": "a", "TokenValidityUnits": { "Id|Token": "hours" } }', "json").markdown).toContain(
      "**IdToken** · string",
    );
    expect(at("ClientName: a\nRefreshTokenRotation:\n  Fea|ture: ENABLED\n", "yaml").markdown).toContain("**Feature**");
  });

  test("a name that is none has no description", () => {
    expect(at("ClientName: a\nNo|thing: 1\n", "yaml").markdown).not.toContain("AWS documentation");
  });
});

describe("on a value", () => {
  test.each([
    ["yaml", "ClientName: a\nExplicitAuthFlows: [ALLOW_USER_|SRP_AUTH]\n", "ALLOW_USER_SRP_AUTH"],
    ["json", '{ "ClientName": "a", "ExplicitAuthFlows": ["ALLOW_USER_|SRP_AUTH"] }', '"ALLOW_USER_SRP_AUTH"'],
    ["yaml", "ClientName: a\nAllowedOAuthScopes:\n  - open|id\n", "openid"],
  ] as const)("%s %j: what it means", (dialect, source, on) => {
    const found = at(source, dialect);
    expect(found.on).toBe(on);
    expect(found.markdown).toMatch(new RegExp(`^\\*\\*${on.replace(/"/g, "")}\\*\\*\n\n\\w`));
  });

  test.each([
    [
      "yaml",
      "ClientName: a\nAccessTokenValidity: 9|0\nTokenValidityUnits: { AccessToken: minutes }\n",
      "1 hour 30 minutes",
    ],
    ["yaml", "ClientName: a\nTokenValidityUnits: { RefreshToken: ho|urs }\nRefreshTokenValidity: 720\n", "30 days"],
    ["json", '{ "ClientName": "a", "AccessTokenValidity": |2 }', "2 hours** (hours is the default unit)"],
    ["json", '{ "ClientName": "a", "Refresh|TokenValidity": 5 }', "5 days** (days is the default unit)"],
  ] as const)("%s %j: its effective lifetime", (dialect, source, text) => {
    expect(at(source, dialect).markdown).toContain(`Effective: **${text}`);
  });

  test.each([
    ["yaml", "ClientName: a\nEnableTokenRevocation: tr|ue\n", /^\*\*EnableTokenRevocation\*\* · boolean\n\n\w/],
    ["json", '{ "ClientName": "a", "GenerateSecret": fal|se }', /^\*\*GenerateSecret\*\* · boolean\n\n\w/],
    ["yaml", "ClientName: a\nAuthSessionValidity: |5\n", /^Effective: \*\*5 minutes\*\* \(always counted in minutes\)/],
    [
      "yaml",
      "ClientName: a\nCallbackURLs: [https://a.ex|ample/]\n",
      /^\*\*CallbackURLs\*\* · list of strings\n\nWhere/,
    ],
  ] as const)("%s %j: what it decides, where it has no text of its own", (dialect, source, text) => {
    expect(at(source, dialect).markdown).toMatch(text);
  });

  test("one that is filled in elsewhere is not checked", () => {
    expect(at("UserPoolId: !Ref P|ool\nClientName: a\n", "yaml").markdown).toContain("filled in elsewhere");
  });

  test("a secret never appears", () => {
    const secret = "abcdefghijklmnopqrstuvwx0123";
    for (const [dialect, source] of [
      ["yaml", `ClientName: a\nClientSecret: abc|defghijklmnopqrstuvwx0123\n`],
      ["yaml", `ClientName: a\nClient|Secret: ${secret}\n`],
      ["json", `{ "ClientName": "a", "ClientSecret": "abcdef|ghijklmnopqrstuvwx0123" }`],
      ["json", `{ "ClientName": "a", "ClientSecret": "${secret}|!" }`],
    ] as const)
      expect(at(source, dialect).markdown).not.toMatch(/abcdefghij/);
  });
});

describe("on a finding", () => {
  test.each([
    ["yaml", "ClientName: a\nGenerateSecret: may|be\n"],
    ["json", '{ "ClientName": "a", "GenerateSecret": "may|be" }'],
  ] as const)("%s: why the rule exists, with its page", (dialect, source) => {
    expect(at(source, dialect).markdown).toMatch(/\*\*wrong-type\*\* · [\s\S]+\[About this rule\]\(.*wrong-type/);
  });

  test("a rule that AWS words itself is quoted", () => {
    const { markdown } = at(`UserPoolId: ${poolId}\nClientName: a\nCallbackURLs: ["http://a.ex|ample/"]\n`, "yaml");
    expect(markdown).toContain("**url-http-not-loopback**");
    expect(markdown).toMatch(/AWS refuses it with:\n\n> InvalidParameterException: /);
  });
});

describe("on the head", () => {
  const machine = (first: string) =>
    `${first}: a\nGenerateSecret: true\nAllowedOAuthFlowsUserPoolClient: true\nAllowedOAuthFlows: [client_credentials]\nAllowedOAuthScopes: [api/read]\n`;
  test("the application type, and because of what", () => {
    expect(at(machine("Client|Name"), "yaml").markdown).toMatch(
      /Looks like: \*\*[^*]+\*\*, because .*client_credentials.*\.$/m,
    );
    expect(at(machine("ClientName").replace("GenerateSecret", "Generate|Secret"), "yaml").markdown).not.toContain(
      "Looks like",
    );
    const json = '{ "AllowedOAuth|Flows": ["client_credentials"], "GenerateSecret": true }';
    expect(at(json, "json").markdown).toContain("Looks like: **machine-to-machine**");
  });
});

test.each([
  ["yaml", "|"],
  ["json", "|"],
  ["yaml", "ClientName: a\n# com|ment\n"],
  ["json", '{ "ClientName": "a" }\n\n|'],
] as const)("nothing to say (%s %j)", (dialect, source) => {
  expect(at(source, dialect).markdown).toBe("");
});

describe("what is known of the pool", () => {
  const facts = factsWith({
    poolName: "My *pool* [x](http://evil.example) <img src=x>",
    source: "profile `dev`",
    tier: "PLUS",
    resourceServers: [
      {
        identifier: "https://api.example",
        name: "_API_",
        scopes: [{ name: "read", description: "Reads\n# all ![](x)" }],
      },
    ],
    identityProviders: [{ name: "Okta", type: "SAML" }],
    attributes: [{ name: "custom:team", type: "String", required: true, mutable: false }],
  });
  const spec = (rest: string) => `ClientName: a\nUserPoolId: ${poolId}\n${rest}`;

  test("with its source and age, and Markdown from AWS without effect", () => {
    const { markdown } = at(spec("").replace("eu-west", "eu-w|est"), "yaml", facts);
    expect(markdown).toContain(
      "User pool **My \\*pool\\* \\[x\\]\\(http://evil\\.example\\) \\<img src=x\\>**, PLUS plan",
    );
    expect(markdown).toContain("read 2026-11-22 12:00 with profile \\`dev\\`_");
  });

  test.each([
    [
      "AllowedOAuthScopes: [https://api.example/re|ad]\n",
      "Custom scope of resource server **\\_API\\_**: Reads \\# all \\!\\[\\]\\(x\\)",
    ],
    ["SupportedIdentityProviders: [Ok|ta]\n", "Identity provider of this pool (SAML)"],
    ["ReadAttributes: ['custom:|team']\n", "Attribute of this pool (String, required, cannot be changed)"],
  ])("%j", (rest, text) => {
    expect(at(spec(rest), "yaml", facts).markdown).toContain(text);
  });

  test("facts of another pool say nothing", () => {
    const other = { ...facts, poolId: "eu-west-1_Other" };
    expect(at(spec("SupportedIdentityProviders: [Ok|ta]\n"), "yaml", other).markdown).not.toContain("this pool");
  });
});
