import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { readEnvironmentsFile } from "../../server/src/engine/config/environments/read.ts";
import { parseSpec } from "../../server/src/engine/document/parse.ts";

const root = join(import.meta.dirname, "../..");
const ajv = new Ajv({ allErrors: true, strict: true, strictRequired: false });
ajv.addVocabulary(["enumDescriptions", "markdownDescription", "markdownEnumDescriptions", "deprecationMessage"]);
const accepts = ajv.compile(JSON.parse(readFileSync(join(root, "schemas/environments.schema.json"), "utf8")));

/** What the reader itself objects to. */
const problems = (file: unknown) =>
  readEnvironmentsFile(parseSpec(JSON.stringify(file), "json")).problems.map(({ rule }) => rule);

const environments = { dev: {} };
const link = (entry: unknown, key = "web.cognito-client.yaml") => ({
  environments,
  clients: { [key]: { dev: entry } },
});

test("VS Code gets no schema of it, which would offer each key and value a second time beside the server's own", () => {
  const { contributes } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  expect(JSON.stringify(contributes.jsonValidation)).not.toContain("environments");
});

describe("schema and reader take", () => {
  test.each<[string, unknown]>([
    ["nothing", {}],
    ["its address", { $schema: "./environments.schema.json" }],
    [
      "a whole environment",
      { environments: { "prod-eu": { account: "012345678901", pool: "eu-west-1_AbCdEfGhI", protected: true } } },
    ],
    ["a link without an id", link({})],
    ["an id", link({ id: "1example23456789" })],
    ["a path in folders", link({}, "apps/a b/web.cognito-client.yaml")],
    ["a path with dots that are no steps", link({}, "..a/.b/c..yaml")],
    ["a name behind #", link({}, "apis.yaml#My app/1#2")],
    ["a set that takes out", link({ set: { DefaultRedirectURI: null, TokenValidityUnits: { AccessToken: null } } })],
    ["a part of an object", link({ set: { AnalyticsConfiguration: { UserDataShared: true } } })],
  ])("%s", (_, file) => {
    expect(problems(file)).toEqual([]);
    expect(accepts(file), JSON.stringify(accepts.errors)).toBe(true);
  });
});

describe("schema and reader refuse", () => {
  test.each<[string, unknown]>([
    ["a list", []],
    ["an unknown key", { envs: {} }],
    ["a profile", { environments: { dev: { profile: "admin" } } }],
    ["a region", { environments: { dev: { region: "eu-west-1" } } }],
    ["an endpoint", { environments: { dev: { endpoint_url: "http://x" } } }],
    ["a name with capitals", { environments: { Prod: {} } }],
    ["an environment that is text", { environments: { dev: "eu-west-1_AbC" } }],
    ["an account that is a number", { environments: { dev: { account: 111122223333 } } }],
    ["a short account", { environments: { dev: { account: "1111" } } }],
    ["a pool that is none", { environments: { dev: { pool: "my-pool" } } }],
    ["a protection that is text", { environments: { dev: { protected: "no" } } }],
    ["a path upward", link({}, "../a.yaml")],
    ["a path upward in its middle", link({}, "a/../../b.yaml")],
    ["an absolute path", link({}, "/etc/passwd")],
    ["a drive", link({}, "C:/a.yaml")],
    ["a URI", link({}, "file:///a.yaml")],
    ["a backslash", link({}, "a\\b.yaml")],
    ["an empty step", link({}, "a//b.yaml")],
    ["a step that stays", link({}, "./a.yaml")],
    ["an empty path", link({}, "#web")],
    ["an empty name", link({}, "a.yaml#")],
    ["an id with a hyphen", link({ id: "a-b" })],
    ["an id that is a number", link({ id: 12345 })],
    ["an unknown key of a link", link({ pool: "x" })],
    ["a pool in set", link({ set: { UserPoolId: "eu-west-1_AbC" } })],
    ["an id in set", link({ set: { ClientId: "1abc" } })],
    ["a secret in set", link({ set: { ClientSecret: "x" } })],
    ["a set that is a list", link({ set: [] })],
  ])("%s", (_, file) => {
    expect(problems(file)).not.toEqual([]);
    expect(accepts(file)).toBe(false);
  });
});
