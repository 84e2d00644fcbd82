import { describe, expect, test } from "vitest";
import { offeredAt } from "../../../../../test/support/complete.ts";
import { factsWith, poolId } from "../../../../../test/support/pool-facts.ts";
import { parseSpec } from "../../document/parse.ts";
import type { Dialect } from "../../document/part.ts";
import type { Context } from "../context.ts";
import { completeEnvironments } from "./complete.ts";

const web = `ClientName: web
ExplicitAuthFlows: [ALLOW_USER_SRP_AUTH, ALLOW_REFRESH_TOKEN_AUTH]
AllowedOAuthFlows: [code]
`;
const two = `ClientName: orders\n---\nClientName: bills\n`;
const facts = new Map([
  [
    poolId,
    factsWith({
      poolName: "customers",
      clients: [
        { id: "1abc", name: "old" },
        { id: "2abc", name: "web" },
        { id: "3abc", name: "linked" },
      ],
      resourceServers: [{ identifier: "orders", scopes: [{ name: "read" }] }],
    }),
  ],
  ["eu-west-1_Gone", { poolId: "eu-west-1_Gone", exists: false, fetchedAt: "2026-11-22T12:00:00Z" }],
]);
const context: Partial<Context> = {
  facts,
  specs: new Map([
    ["web.cognito-client.yaml", parseSpec(web, "yaml")],
    ["apis.cognito-client.yaml", parseSpec(two, "yaml")],
  ]),
  specKeys: ["apis.cognito-client.yaml#orders", "apis.cognito-client.yaml#bills", "web.cognito-client.yaml"],
};
const offered = (source: string, dialect: Dialect = "yaml", opener?: string, extra: Partial<Context> = {}) =>
  offeredAt(source, dialect, { ...context, ...extra }, opener, undefined, completeEnvironments);

const head = `environments:
  dev: { account: "111122223333", pool: ${poolId} }
  prod: { account: "444455556666", pool: eu-central-1_XyZ123456, protected: true }
`;
const jsonHead = `"environments": {"dev": {"account": "111122223333", "pool": "${poolId}"}, "prod": {"protected": true}}`;

/** Each: where, the same document in YAML and JSON, what is offered. */
const table: readonly (readonly [where: string, yaml: string, json: string, labels: readonly string[]])[] = [
  ["the root", "|", "{ | }", ["environments", "clients"]],
  ["the root beside one", `${head}|`, `{ ${jsonHead}, | }`, ["clients"]],
  [
    "an environment",
    "environments:\n  dev:\n    |",
    '{"environments": {"dev": {|}}}',
    ["account", "pool", "protected"],
  ],
  [
    "an environment that has some",
    "environments:\n  dev:\n    pool: x\n    |",
    '{"environments": {"dev": {"pool": "x", |}}}',
    ["account", "protected"],
  ],
  [
    "a name that links use already",
    "environments:\n  |\nclients:\n  a.yaml: { dev: {} }\n",
    '{"environments": {|}, "clients": {"a.yaml": {"dev": {}}}}',
    ["dev"],
  ],
  ["a pool", "environments: { dev: { pool: | } }", '{"environments": {"dev": {"pool": "|"}}}', [poolId]],
  [
    "protected",
    "environments:\n  dev:\n    protected: |",
    '{"environments": {"dev": {"protected": |}}}',
    ["true", "false"],
  ],
  [
    "an account, which nobody knows",
    "environments: { dev: { account: | } }",
    '{"environments": {"dev": {"account": "|"}}}',
    [],
  ],
  [
    "a spec's path, apart from those that are there",
    `${head}clients:\n  web.cognito-client.yaml: { dev: {} }\n  |`,
    `{${jsonHead}, "clients": {"web.cognito-client.yaml": {"dev": {}}, | }}`,
    ["apis.cognito-client.yaml#orders", "apis.cognito-client.yaml#bills"],
  ],
  [
    "an environment's name",
    `${head}clients:\n  web.cognito-client.yaml:\n    dev: {}\n    |`,
    `{${jsonHead}, "clients": {"web.cognito-client.yaml": {"dev": {}, |}}}`,
    ["prod"],
  ],
  [
    "a link",
    `${head}clients:\n  web.cognito-client.yaml:\n    dev:\n      |`,
    `{${jsonHead}, "clients": {"web.cognito-client.yaml": {"dev": {|}}}}`,
    ["id", "set"],
  ],
  [
    "an id: the app client of the same name first, none that is linked",
    `${head}clients:\n  other.yaml: { dev: { id: 3abc } }\n  web.cognito-client.yaml:\n    dev:\n      id: |`,
    `{${jsonHead}, "clients": {"other.yaml": {"dev": {"id": "3abc"}}, "web.cognito-client.yaml": {"dev": {"id": "|"}}}}`,
    ["2abc", "1abc"],
  ],
  [
    "a scope in set, of the environment's own pool",
    `${head}clients:\n  web.cognito-client.yaml:\n    dev:\n      set: { AllowedOAuthScopes: [orders|] }`,
    `{${jsonHead}, "clients": {"web.cognito-client.yaml": {"dev": {"set": {"AllowedOAuthScopes": ["orders|"]}}}}}`,
    ["orders/read"],
  ],
  [
    "a flow in set beside what it has",
    `${head}clients:\n  web.cognito-client.yaml:\n    dev:\n      set:\n        AllowedOAuthFlows:\n          - code\n          - imp|`,
    `{${jsonHead}, "clients": {"web.cognito-client.yaml": {"dev": {"set": {"AllowedOAuthFlows": ["code", "imp|"]}}}}}`,
    ["implicit"],
  ],
];

describe.each(["yaml", "json"] as const)("in %s", (dialect) => {
  test.each(table)("%s", (_, yaml, json, labels) => {
    expect(offered(dialect === "yaml" ? yaml : json, dialect).labels).toEqual(labels);
  });

  test("a member of set that is the spec's may be overridden; which app client it is, and a secret, may not", () => {
    const at = (inner: string) =>
      dialect === "yaml"
        ? `${head}clients:\n  web.cognito-client.yaml:\n    dev:\n      set:\n        ${inner}`
        : `{${jsonHead}, "clients": {"web.cognito-client.yaml": {"dev": {"set": {${inner}}}}}}`;
    const { labels } = offered(at("|"), dialect);
    expect(labels).toContain("ClientName");
    expect(labels).toContain("CallbackURLs");
    for (const never of ["UserPoolId", "ClientId", "ClientSecret"]) expect(labels).not.toContain(never);
    const own = dialect === "yaml" ? "ClientName: web-dev\n        |" : '"ClientName": "web-dev", |';
    expect(offered(at(own), dialect).labels).not.toContain("ClientName");
  });

  test("null takes a member out that the spec has, and is the last thing offered; of what it has not there is nothing to take out", () => {
    const at = (inner: string) =>
      dialect === "yaml"
        ? `${head}clients:\n  web.cognito-client.yaml:\n    dev:\n      set:\n        ${inner}`
        : `{${jsonHead}, "clients": {"web.cognito-client.yaml": {"dev": {"set": {${inner}}}}}}`;
    const [has, lacks] =
      dialect === "yaml"
        ? ["ClientName: |", "EnableTokenRevocation: |"]
        : ['"ClientName": |', '"EnableTokenRevocation": |'];
    const { items, accept } = offered(at(has), dialect);
    expect(items.at(-1)).toMatchObject({ label: "null", detail: "takes it out of the request" });
    expect(accept("null")).toContain(at(has.replace("|", "null|")));
    expect(offered(at(lacks), dialect).labels).not.toContain("null");
    const item = dialect === "yaml" ? "AllowedOAuthFlows: [|]" : '"AllowedOAuthFlows": ["|"]';
    expect(offered(at(item), dialect).labels).not.toContain("null");
  });

  test("what the merged request would break comes last, though only the spec has the other half", () => {
    const source =
      dialect === "yaml"
        ? `${head}clients:\n  web.cognito-client.yaml:\n    prod:\n      set:\n        RefreshTokenRotation:\n          Feature: |`
        : `{${jsonHead}, "clients": {"web.cognito-client.yaml": {"prod": {"set": {"RefreshTokenRotation": {"Feature": "|"}}}}}}`;
    expect(offered(source, dialect).items.map(({ label, detail }) => [label, detail])).toEqual([
      ["DISABLED", undefined],
      ["ENABLED", "not with ALLOW_REFRESH_TOKEN_AUTH"],
    ]);
  });
});

describe("what is written", () => {
  test.each([
    ["account", "environments:\n  dev:\n    |", 'environments:\n  dev:\n    account: "|"'],
    ["pool", "environments:\n  dev:\n    |", "environments:\n  dev:\n    pool: |"],
    ["environments", "|", "environments:\n  |"],
    ["prod", `${head}clients:\n  a.yaml:\n    |`, `${head}clients:\n  a.yaml:\n    prod:\n      id: |`],
    ["web.cognito-client.yaml", `${head}clients:\n  |`, `${head}clients:\n  web.cognito-client.yaml:\n    |`],
    [
      "apis.cognito-client.yaml#bills",
      `${head}clients:\n  ap|: {}`,
      `${head}clients:\n  apis.cognito-client.yaml#bills|: {}`,
    ],
  ])("%s in YAML", (label, source, result) => expect(offered(source).accept(label)).toBe(result));

  test.each([
    ["account", '{"environments": {"dev": {|}}}', '{"environments": {"dev": {"account": "|"}}}'],
    ["protected", '{"environments": {"dev": {|}}}', '{"environments": {"dev": {"protected": |true}}}'],
    ["environments", "{|}", '{"environments": { | }}'],
    ["prod", `{${jsonHead}, "clients": {"a": {|}}}`, `{${jsonHead}, "clients": {"a": {"prod": { "id": "|" }}}}`],
  ])("%s in JSON", (label, source, result) => expect(offered(source, "json").accept(label)).toBe(result));
});

describe("the list opens by itself", () => {
  test.each([
    ["yaml", "environments: { dev: { pool: | } }", " "],
    ["json", '{"environments": {"dev": {"pool": "|"}}}', '"'],
  ] as const)("%s: behind %s", (dialect, source, opener) =>
    expect(offered(source, dialect, opener).labels).toEqual([poolId]),
  );

  test.each([
    ["environments:\n|", "\n"],
    ["environments: { |", " "],
    ["environments:\n  |", " "],
  ])("never where Enter or indentation is meant: %j", (source, opener) =>
    expect(offered(source, "yaml", opener).labels).toEqual([]),
  );
});

test("a pool that a linked spec contradicts is not proposed, and comes last while one types", () => {
  const specs = new Map([["web.cognito-client.yaml", parseSpec(`UserPoolId: eu-west-1_Other\n${web}`, "yaml")]]);
  const source = "environments:\n  dev:\n    pool: |\nclients:\n  web.cognito-client.yaml: { dev: {} }\n";
  expect(offered(source, "yaml", undefined, { specs }).labels).toEqual([]);
  const typing = offered(source.replace("|", "eu|"), "yaml", undefined, { specs });
  expect(typing.items.map(({ label, detail }) => [label, detail])).toEqual([
    [poolId, "a linked spec names another pool"],
  ]);
});
