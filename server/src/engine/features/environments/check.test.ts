import { describe, expect, test } from "vitest";
import { marked } from "../../../../../test/support/marks.ts";
import { clientsIn } from "../../clients/clients-in.ts";
import { parseSpec } from "../../document/parse.ts";
import type { Dialect, SpecDocument } from "../../document/part.ts";
import type { Finding } from "../../lint/finding.ts";
import { defaultSettings } from "../../lint/settings.ts";
import { check } from "../check.ts";
import { checkEnvironments, fileOf } from "./check.ts";
import { findingsInEnvironment } from "./in-environment.ts";
import { targetsOf } from "./linked.ts";

const web = `UserPoolId: eu-west-1_AbCdEfGhI
ClientName: web
ExplicitAuthFlows: [ALLOW_USER_SRP_AUTH, ALLOW_REFRESH_TOKEN_AUTH]
AllowedOAuthFlowsUserPoolClient: true
AllowedOAuthFlows: [code]
AllowedOAuthScopes: [openid]
CallbackURLs: [https://app.example.org/callback]
SupportedIdentityProviders: [COGNITO]
`;
const poolless = web.replace(/UserPoolId.*\n/, "");
const head = `environments:
  dev: { account: "111122223333", pool: eu-west-1_AbCdEfGhI }
  bare: { account: "111122223333" }
  other: { pool: eu-central-1_XyZ123456 }
`;

/** Rule, message and where it stands, of the findings of severity error and warning. */
function found(source: string, specs: Readonly<Record<string, string | undefined>>, dialect: Dialect = "yaml") {
  const { text, spans } = marked(source);
  const beside = new Map(
    Object.entries(specs).map(([path, spec]) => [path, spec === undefined ? undefined : parseSpec(spec, "yaml")]),
  );
  const findings = checkEnvironments(parseSpec(text, dialect), beside, { settings: defaultSettings });
  return { spans, findings: findings.filter(({ severity }) => severity === "error" || severity === "warning") };
}

test("a spec without a pool, in an environment with one, has nothing wrong", () => {
  expect(found(`${head}clients:\n  web.yaml: { dev: { id: abc } }\n`, { "web.yaml": poolless }).findings).toEqual([]);
});

test.each<[string, string, Dialect]>([
  ["{ dev: { id: itself } }", "{ dev: {} }", "yaml"],
  ['{ "dev": { "id": "itself" } }', '{ "dev": {} }', "json"],
])("a linked app client is no double of itself, and of another one it is: %s", (linked, unlinked, dialect) => {
  const messagesWith = (...ids: string[]) => messagesOf(linked, ids);
  const messagesOf = (link: string, ids: string[]) => {
    const text =
      dialect === "yaml"
        ? `${head}clients:\n  web.yaml: ${link}\n`
        : `{ "environments": { "dev": { "pool": "eu-west-1_AbCdEfGhI" } }, "clients": { "web.yaml": ${link} } }`;
    const clients = ids.map((id) => ({ id, name: "web" }));
    const clientQuota = ids.length;
    const pool = { poolId: "eu-west-1_AbCdEfGhI", fetchedAt: "", clients, clientQuota };
    const facts = new Map([[pool.poolId, pool]]);
    const document = parseSpec(text, dialect);
    const [beside, context] = [
      new Map([["web.yaml", parseSpec(poolless, "yaml")]]),
      { settings: defaultSettings, facts },
    ];
    const own = check(parseSpec(web, "yaml"), {
      ...context,
      environments: { file: fileOf(document), path: "web.yaml" },
    });
    return [checkEnvironments(document, beside, context), own].map((all) =>
      all
        .filter(({ rule }) => ["client-name-duplicate", "client-quota"].includes(rule.id))
        .map(({ message }) => message.replace(/^dev: /, "").replace(/[.,] .*/, "")),
    );
  };
  const full = "The pool has 1 app clients";
  const other = "The pool has an app client web already (another)";
  expect(messagesWith("itself")).toEqual([[], []]);
  // An update needs no room; a create does.
  expect(messagesWith("another")).toEqual([[other], [other]]);
  expect(messagesOf(unlinked, ["another"])).toEqual([
    [full, other],
    [full, other],
  ]);
  // Of two of its name one is the app client itself.
  expect(messagesWith("itself", "another")).toEqual([[other], [other]]);
});

test.each<[string, Dialect]>([
  ["{ dev: { id: one }, same: { id: two } }", "yaml"],
  ['{ "dev": { "id": "one" }, "same": { "id": "two" } }', "json"],
])("a spec that two environments link to two app clients of one pool is no double of either: %s", (links, dialect) => {
  const pool = "eu-west-1_AbCdEfGhI";
  const text =
    dialect === "yaml"
      ? `environments:\n  dev: { pool: ${pool} }\n  same: { pool: ${pool} }\nclients:\n  web.yaml: ${links}\n`
      : `{ "environments": { "dev": { "pool": "${pool}" }, "same": { "pool": "${pool}" } }, "clients": { "web.yaml": ${links} } }`;
  const clients = ["one", "two"].map((id) => ({ id, name: "web" }));
  const facts = new Map([[pool, { poolId: pool, fetchedAt: "", clients }]]);
  const environments = { file: fileOf(parseSpec(text, dialect)), path: "web.yaml" };
  const findings = check(parseSpec(web, "yaml"), { settings: defaultSettings, facts, environments });
  expect(findings.filter(({ rule }) => rule.id === "client-name-duplicate")).toEqual([]);
});

describe("links that lead nowhere, or elsewhere", () => {
  test.each([
    ["clients:\n  ‹gone.yaml›: { dev: { id: abc } }\n", "environments-spec-not-found", { "gone.yaml": undefined }],
    [
      "clients:\n  ‹two.yaml›: { dev: { id: abc } }\n",
      "environments-client-not-found",
      { "two.yaml": `${web}---\n${web.replace("web", "api")}` },
    ],
    [
      "clients:\n  ‹two.yaml#wbe›: { dev: { id: abc } }\n",
      "environments-client-not-found",
      { "two.yaml": `${web}---\n${web.replace("web", "api")}` },
    ],
    ["clients:\n  web.yaml: { ‹bare›: { id: abc } }\n", "environments-pool-missing", { "web.yaml": poolless }],
    ["clients:\n  web.yaml: { ‹other›: { id: abc } }\n", "environments-pool-mismatch", { "web.yaml": web }],
  ] as const)("%s", (clients, rule, specs) => {
    const { findings, spans } = found(head + clients, specs);
    expect(findings.map((one) => [one.rule.id, one.span])).toEqual([[rule, spans[0]]]);
  });

  test("a file that nobody looked for is not said to be missing", () => {
    expect(found(`${head}clients:\n  gone.yaml: { dev: { id: abc } }\n`, {}).findings).toEqual([]);
  });
});

describe("what the merged request has wrong stands on the member of set", () => {
  test.each([
    [
      "{ CallbackURLs: [‹http://app.example.org/cb›] }",
      "url-http-not-loopback",
      "/clients/web.yaml/dev/set/CallbackURLs/0",
    ],
    [
      "{ ExplicitAuthFlows: [‹ALLOW_EVERYTHING_AND_MORE_AUTH›] }",
      "explicit-auth-flow-enum",
      "/clients/web.yaml/dev/set/ExplicitAuthFlows/0",
    ],
    ["{ ‹ClientNme›: web-dev }", "unknown-property", undefined],
    [
      "{ AccessTokenValidity: ‹100000› }",
      "access-token-validity-raw-range",
      "/clients/web.yaml/dev/set/AccessTokenValidity",
    ],
  ])("%s", (set, rule, path) => {
    const { findings, spans } = found(`${head}clients:\n  web.yaml: { dev: { id: abc, set: ${set} } }\n`, {
      "web.yaml": poolless,
    });
    const mine = findings.find((one) => one.rule.id === rule);
    expect(mine?.message).toMatch(/^dev: /);
    if (path === undefined) return;
    expect(mine?.span).toEqual(spans[0]);
    expect(`/${mine?.path.join("/")}`).toBe(path);
  });

  test("what set takes away stands where it is taken away", () => {
    const { findings, spans } = found(`${head}clients:\n  web.yaml: { dev: { set: { ClientName: ‹null› } } }\n`, {
      "web.yaml": poolless,
    });
    expect(findings.map(({ rule, span }) => [rule.id, span])).toEqual([["required-property", spans[0]]]);
  });

  test("what the spec has wrong by itself is not told twice", () => {
    const wrong = poolless.replace("https://app", "http://app");
    expect(
      found(`${head}clients:\n  web.yaml: { dev: { id: abc, set: { ClientName: web-dev } } }\n`, { "web.yaml": wrong })
        .findings,
    ).toEqual([]);
  });

  test("a placeholder of the spec stays unknown", () => {
    const open = poolless.replace("https://app.example.org/callback", "'${CALLBACK}'");
    expect(
      found(`${head}clients:\n  web.yaml: { dev: { id: abc, set: { ClientName: web-dev } } }\n`, { "web.yaml": open })
        .findings,
    ).toEqual([]);
  });
});

describe.each<[Dialect, (link: string) => string]>([
  ["yaml", (link) => `${head}clients:\n  web.yaml: { dev: ${link} }\n`],
  [
    "json",
    (link) => `{"environments": {"dev": {"pool": "eu-west-1_AbCdEfGhI"}}, "clients": {"web.yaml": {"dev": ${link}}}}`,
  ],
])("an environment in %s", (dialect, file) => {
  const machine = `${poolless
    .replace("[code]", "[client_credentials]")
    .replace("[openid]", "[a/b]")
    .replace(/CallbackURLs.*\n/, "")}EnablePropagateAdditionalUserContextData: true\n`;
  const needsSecret = ["client-credentials-requires-secret", "context-data-requires-secret"];
  const errorsIn = (link: string, spec: string) => {
    const { text, spans } = marked(file(link));
    const document = parseSpec(text, dialect);
    const specs = new Map([["web.yaml", parseSpec(spec, "yaml")]]);
    const [client] = clientsIn(specs.get("web.yaml") as SpecDocument);
    const linked = { file: fileOf(document), path: "web.yaml" };
    const context = { settings: defaultSettings, environments: linked };
    const [target] = client ? targetsOf(linked.file, "web.yaml", specs.get("web.yaml") as SpecDocument, client) : [];
    const judged = client && target && findingsInEnvironment(client, target, context);
    const ids = (all: readonly Pick<Finding, "rule" | "severity" | "span">[] = []) =>
      all.filter(({ severity }) => severity === "error").map(({ rule }) => rule.id);
    const theirs = checkEnvironments(document, specs, context);
    return {
      /** Of the file with the links, of the spec, and of both for this environment alone. */
      told: [ids(theirs), ids(check(specs.get("web.yaml") as SpecDocument, context))],
      inEnvironment: [ids(judged?.merged), ids(judged?.own)],
      marked: theirs
        .filter(({ span }) => span.start === spans[0]?.start && span.end === spans[0].end)
        .map(({ rule }) => rule.id),
    };
  };
  const silent = { told: [[], []], inEnvironment: [[], []] };

  test.each([
    ["what the spec says", '{"id": "abc"}', machine],
    [
      "a secret that is taken away",
      '{"id": "abc", "set": {"GenerateSecret": null}}',
      `${machine}GenerateSecret: true\n`,
    ],
    ["a secret that the spec compares", '{"id": "abc"}', `${machine}GenerateSecret: true\n`],
    ["a secret that set compares", '{"id": "abc", "set": {"GenerateSecret": true}}', machine],
    ["the name that AWS keeps", '{"id": "abc", "set": {"ClientName": null}}', poolless],
    [
      "what the environment makes a machine",
      '{"id": "abc", "set": {"AllowedOAuthFlows": ["client_credentials"], "AllowedOAuthScopes": ["a/b"]}}',
      poolless,
    ],
  ])("that has an id updates: %s", (_what, link, spec) => expect(errorsIn(link, spec)).toMatchObject(silent));

  test("that has none creates", () => {
    expect(errorsIn("{}", machine)).toMatchObject({ told: [[], needsSecret], inEnvironment: [[], needsSecret] });
    const taken = errorsIn('{"set": {"GenerateSecret": ‹null›}}', `${machine}GenerateSecret: true\n`);
    expect(taken).toMatchObject({ told: [needsSecret, []], inEnvironment: [needsSecret, []], marked: needsSecret });
  });

  test("whose spec has the id itself updates, and what only that id makes wrong stays the spec's", () => {
    const own = `${web.replace("ClientName", "ClientId: abc\nClientName")}GenerateSecret: true\n`;
    const only = ["update-cannot-set-secret"];
    for (const link of ['{"id": "abc"}', "{}"])
      expect(errorsIn(link, own)).toMatchObject({ told: [[], only], inEnvironment: [[], only] });
  });

  test.each([
    ['{"set": {"TokenValidityUnits": {"AccessToken": ‹hours›}}}', "token-validity-range"],
    ['{"set": {"ClientName": "web-dev", "GenerateSecret": ‹false›}}', "client-credentials-requires-secret"],
  ])("what set makes wrong of a value of the spec stands on that member: %s", (link, rule) => {
    const spec = `${machine}GenerateSecret: true\nTokenValidityUnits: { AccessToken: minutes }\nAccessTokenValidity: 60\n`;
    const quoted = dialect === "json" ? link.replace("‹hours›", '‹"hours"›') : link;
    expect(errorsIn(quoted, spec).marked).toContain(rule);
  });

  test("alone is judged where it is asked for", () => {
    const document = parseSpec(file('{"set": {"ClientName": null}}'), dialect);
    const specs = new Map([["web.yaml", parseSpec(poolless, "yaml")]]);
    const found = (only?: string) =>
      checkEnvironments(document, specs, { settings: defaultSettings }, only).filter(
        ({ severity }) => severity === "error",
      );
    expect([found().length, found("dev").length, found("prod").length]).toEqual([1, 1, 0]);
  });
});

test("the same in JSON", () => {
  const text = JSON.stringify({
    environments: { dev: { pool: "eu-west-1_AbCdEfGhI" } },
    clients: { "web.yaml": { dev: { id: "abc", set: { CallbackURLs: ["http://app.example.org/cb"] } } } },
  });
  const { findings } = found(text, { "web.yaml": poolless }, "json");
  expect(findings.map(({ rule, path }) => [rule.id, `/${path.join("/")}`])).toEqual([
    ["url-http-not-loopback", "/clients/web.yaml/dev/set/CallbackURLs/0"],
  ]);
});

test("a syntax error is told once, and no prefix makes it throw", () => {
  const text = `${head}clients:\n  web.yaml: { dev: { id: abc, set: { CallbackURLs: [http://x] } } }\n`;
  for (let end = 0; end <= text.length; end++) found(text.slice(0, end), { "web.yaml": web });
  expect(found("environments: { dev: {", {}).findings.map(({ rule }) => rule.id)).toContain("syntax-error");
});
