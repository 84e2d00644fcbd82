import { describe, expect, test } from "vitest";
import { parseSpec } from "../document/parse.ts";
import type { Dialect } from "../document/part.ts";
import { fileOf } from "./environments/check.ts";
import { hints } from "./hints.ts";
import { lenses } from "./lens.ts";
import { links } from "./links.ts";

const shown = (text: string, dialect: Dialect, kinds = { lifetimes: true, defaults: false }) =>
  hints(parseSpec(text, dialect), { start: 0, end: text.length }, kinds).map(({ offset, label }) =>
    `${text.slice(0, offset).split("\n").at(-1)} ${label}`.trim(),
  );

describe("lifetimes", () => {
  test.each([
    ["yaml", "AccessTokenValidity: 60\n", "AccessTokenValidity: 60 = 60 hours (2 days 12 hours)"],
    [
      "yaml",
      "AccessTokenValidity: 60 # note\nTokenValidityUnits: { AccessToken: minutes }\n",
      "AccessTokenValidity: 60 = 1 hour",
    ],
    ["yaml", "IdTokenValidity: 1\n", "IdTokenValidity: 1 = 1 hour"],
    ["yaml", "RefreshTokenValidity: 0\n", "RefreshTokenValidity: 0 = 30 days"],
    ["yaml", "AuthSessionValidity: 3\n", "AuthSessionValidity: 3 = 3 minutes"],
    [
      "json",
      '{"RefreshTokenRotation": {"Feature": "ENABLED", "RetryGracePeriodSeconds": 60}}',
      '{"RefreshTokenRotation": {"Feature": "ENABLED", "RetryGracePeriodSeconds": 60 = 1 minute',
    ],
    ["json", '{"RefreshTokenValidity": 30}', '{"RefreshTokenValidity": 30 = 30 days'],
  ] as const)("%s %j", (dialect, text, label) => expect(shown(text, dialect)).toEqual([label]));

  test.each([
    ["yaml", "RefreshTokenValidity: 7\nTokenValidityUnits: { RefreshToken: days }\n"],
    ["json", '{"AccessTokenValidity": 30, "TokenValidityUnits": {"AccessToken": "minutes"}}'],
  ] as const)("repeat no unit that stands there: %s %j", (dialect, text) => expect(shown(text, dialect)).toEqual([]));

  test.each([
    ["yaml", "AccessTokenValidity: !Ref Lifetime\n"],
    ["yaml", "AccessTokenValidity: 60\nTokenValidityUnits: { AccessToken: !Ref Unit }\n"],
    ["json", '{"AccessTokenValidity": "60"}'],
  ] as const)("say nothing of what cannot be known: %s %j", (dialect, text) =>
    expect(shown(text, dialect)).toEqual([]),
  );
});

test("defaults stand at the end of each app client, where asked for", () => {
  const text = "ClientName: a\n---\nClientName: b\nGenerateSecret: !Ref X\n";
  const [first, second] = shown(text, "yaml", { lifetimes: false, defaults: true });
  expect(first).toMatch(/^ClientName: a \+ \d+ defaults$/);
  expect(second).toMatch(/^GenerateSecret: !Ref X \+ \d+ defaults$/);
});

test("lenses stand above each app client that can be created", () => {
  const text = "ClientName: a\nAllowedOAuthFlows: [client_credentials]\n---\nClientId: x\n---\nClientName: c\n";
  const found = lenses(parseSpec(text, "yaml"));
  expect(found.map(({ index, title, span }) => `${index} ${title} @${text.slice(span.start, span.end)}`)).toEqual([
    "0 Create in AWS… @ClientName",
    "0 Machine-to-machine @ClientName",
    "2 Create in AWS… @ClientName",
  ]);
});

test.each([
  ["yaml", "ClientName: a\nAllowedOAuthFlows: [client_credentials]\n"],
  ["json", '{"ClientName": "a", "AllowedOAuthFlows": ["client_credentials"]}'],
] as const)("what an environment links exists: nothing offers to create it, %s", (dialect, text) => {
  const shown = (link: string) => {
    const file = fileOf(parseSpec(`environments: { dev: {} }\nclients: { a.yaml: { dev: ${link} } }\n`, "yaml"));
    return lenses(parseSpec(text, dialect), { environments: { file, path: "a.yaml" } }).map(({ action }) => action);
  };
  expect(shown("{ id: 1abc }")).toEqual(["explain"]);
  expect(shown("{}")).toEqual(["create", "explain"]);
});

test.each([
  [
    "yaml",
    "CallbackURLs:\n  - https://a.example/cb\n  - 'https://b.example'\n  - myapp://x\n  - https://*.example\nDefaultRedirectURI: ${Url}\n",
  ],
  [
    "json",
    '{"CallbackURLs": ["https://a.example/cb", "https://b.example", "myapp://x", "https://*.example"], "DefaultRedirectURI": "${Url}"}',
  ],
] as const)("links are the web addresses, without quotes: %s", (dialect, text) => {
  expect(links(parseSpec(text, dialect)).map(({ span, target }) => [text.slice(span.start, span.end), target])).toEqual(
    [
      ["https://a.example/cb", "https://a.example/cb"],
      ["https://b.example", "https://b.example"],
    ],
  );
});
