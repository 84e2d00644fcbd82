/** Environments files over a real connection, beside specs on disk. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { LinkEdits, NamedEnvironments, SpecEnvironments, WireRange } from "../../server/src/protocol.ts";
import { connect, type LspClient, pullingClient } from "../support/lsp.ts";

const poolless =
  "ClientName: web\nExplicitAuthFlows: [ALLOW_USER_SRP_AUTH, ALLOW_REFRESH_TOKEN_AUTH]\nReadAttributes: [email]\nWriteAttributes: [email]\n";
const file = `environments:
  dev: { account: "111122223333", pool: eu-west-1_AbCdEfGhI }
  prod: { account: "444455556666", pool: eu-central-1_XyZ123456, protected: true }
clients:
  web.cognito-client.yaml:
    dev: { id: 1example23456789 }
    prod:
      id: 7example98765432
      set: { AccessTokenValidity: 100000, ClientName: web-prod }
  gone.cognito-client.yaml:
    dev: { id: 2example23456789 }
`;

let folder: string;
let client: LspClient;
const uri = (name: string) => pathToFileURL(join(folder, name)).href;
const errors = async (name: string) =>
  (await client.pull(uri(name))).filter(({ severity }) => severity === 1 || severity === 2);

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "environments-"));
  writeFileSync(join(folder, "web.cognito-client.yaml"), poolless);
  client = connect();
  await client.initialize(pullingClient, { commands: true });
});
afterEach(() => {
  client.dispose();
  rmSync(folder, { recursive: true });
});

test("what an environment makes of a spec stands in the environments file, a missing spec on its key", async () => {
  await client.open(uri("cognito-client.environments.yaml"), file, "yaml");
  const found = await errors("cognito-client.environments.yaml");
  expect(found.map(({ code, range }) => [code, range.start.line])).toEqual([
    ["access-token-validity-raw-range", 8],
    ["environments-spec-not-found", 9],
  ]);
  expect(found[0]?.message).toMatch(/^prod: /);
});

test("an environments file is no spec: no outline, no lens, no formatting", async () => {
  const name = uri("cognito-client.environments.yaml");
  await client.open(name, file, "yaml");
  const textDocument = { uri: name };
  expect(await client.connection.sendRequest("textDocument/documentSymbol", { textDocument })).toEqual([]);
  expect(await client.connection.sendRequest("textDocument/codeLens", { textDocument })).toEqual([]);
  const options = { tabSize: 2, insertSpaces: true };
  expect(await client.connection.sendRequest("textDocument/formatting", { textDocument, options })).toEqual([]);
});

describe("in an environments file", () => {
  const name = "cognito-client.environments.yaml";
  const at = (text: string, word: string) => {
    const before = text.slice(0, text.indexOf(word)).split("\n");
    return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
  };

  test("specs that are open below its folder are offered under clients, in YAML and JSON", async () => {
    await client.open(uri("apps/api.cognito-client.yaml"), poolless, "cognito-client-yaml");
    await client.open(uri("two.cognito-client.yaml"), `${poolless}---\nClientName: api\n`, "cognito-client-yaml");
    const yaml = "environments: { dev: {} }\nclients:\n  \n";
    await client.open(uri(name), yaml, "yaml");
    const json = '{"environments": {"dev": {}}, "clients": { }}';
    await client.open(uri("apps/cognito-client.environments.json"), json, "json");
    const labels = async (document: string, position: object) => {
      const found = await client.connection.sendRequest<{ items: { label: string }[] }>("textDocument/completion", {
        textDocument: { uri: uri(document) },
        position,
      });
      return found.items.map(({ label }) => label);
    };
    expect(await labels(name, { line: 2, character: 2 })).toEqual([
      "apps/api.cognito-client.yaml",
      "two.cognito-client.yaml#api",
      "two.cognito-client.yaml#web",
    ]);
    expect(
      await labels("apps/cognito-client.environments.json", { line: 0, character: json.indexOf(" }}") + 1 }),
    ).toEqual(["api.cognito-client.yaml"]);
  });

  test("a member of set tells what the spec itself says, and the spec what the environment makes of it", async () => {
    const own = file.replace("ClientName: web-prod", "ReadAttributes: [name]");
    await client.open(uri(name), own, "yaml");
    await client.open(uri("web.cognito-client.yaml"), poolless, "cognito-client-yaml");
    const hover = async (document: string, position: object) =>
      JSON.stringify(
        await client.connection.sendRequest("textDocument/hover", { textDocument: { uri: uri(document) }, position }),
      );
    expect(await hover(name, at(own, "ReadAttributes"))).toContain('The spec itself: `[\\"email\\"]`');
    const told = await hover("web.cognito-client.yaml", at(poolless, "ReadAttributes"));
    expect(told).toContain('- prod: `[\\"name\\"]`\\n\\n(cognito-client.environments.yaml)');
  });

  test("a finding's fix is offered with it, and nothing that is for specs alone", async () => {
    const own = file.replace('"111122223333"', "111122223333");
    await client.open(uri(name), own, "yaml");
    const diagnostics = await errors(name);
    const position = at(own, "111122223333");
    const actions = await client.connection.sendRequest<{ title: string; edit: unknown; diagnostics: unknown[] }[]>(
      "textDocument/codeAction",
      { textDocument: { uri: uri(name) }, range: { start: position, end: position }, context: { diagnostics } },
    );
    expect(actions.map(({ title }) => title)).toEqual(['Use "111122223333"']);
    expect(actions[0]?.diagnostics).toHaveLength(1);
    expect(JSON.stringify(actions[0]?.edit)).toContain('\\"111122223333\\"');
  });
});

describe("a spec that is linked", () => {
  test("needs no pool where each environment gives one, and needs it again when the link is gone", async () => {
    writeFileSync(join(folder, "cognito-client.environments.yaml"), file);
    await client.open(uri("web.cognito-client.yaml"), poolless, "cognito-client-yaml");
    expect((await errors("web.cognito-client.yaml")).map(({ code }) => code)).toEqual([]);
    await client.open(uri("cognito-client.environments.yaml"), "environments: {}\n", "yaml");
    expect((await errors("web.cognito-client.yaml")).map(({ code }) => code)).toEqual(["required-property"]);
  });

  test("the spec as it stands in the editor is what the environments are judged by", async () => {
    await client.open(uri("cognito-client.environments.yaml"), file.replace("100000", "12"), "yaml");
    await client.open(
      uri("web.cognito-client.yaml"),
      `${poolless}AllowedOAuthFlows: [client_credentials]\n`,
      "cognito-client-yaml",
    );
    // What the spec has wrong by itself is the spec's to tell.
    expect((await errors("cognito-client.environments.yaml")).map(({ code }) => code)).toEqual([
      "environments-spec-not-found",
    ]);
  });

  test("tells its targets", async () => {
    writeFileSync(join(folder, "cognito-client.environments.yaml"), file);
    await client.open(uri("web.cognito-client.yaml"), poolless, "cognito-client-yaml");
    const told = await client.connection.sendRequest<SpecEnvironments>("cognitoClient/environments", {
      uri: uri("web.cognito-client.yaml"),
    });
    expect(told).toMatchObject({
      uri: uri("cognito-client.environments.yaml"),
      path: "web.cognito-client.yaml",
      keys: ["web.cognito-client.yaml"],
      errors: [],
      environments: [{ name: "dev" }, { name: "prod", protected: true }],
    });
    expect(told.apps[0]?.map(({ environment, id, set }) => [environment.name, id, set])).toEqual([
      ["dev", "1example23456789", undefined],
      ["prod", "7example98765432", { AccessTokenValidity: 100000, ClientName: "web-prod" }],
    ]);
  });
});

describe.each([
  ["yaml", file.replace("id: 7example98765432", "id: 1example23456789")],
  [
    "json",
    `{
  "environments": { "dev": { "pool": "eu-west-1_AbCdEfGhI" }, "prod": { "pool": "eu-central-1_XyZ123456" } },
  "clients": { "web.cognito-client.yaml": { "dev": { "id": "1example23456789" },
    "prod": { "id": "1example23456789", "set": { "AccessTokenValidity": 100000 } } } }
}`,
  ],
] as const)("what the extension asks of a %s file", (syntax, text) => {
  const name = `cognito-client.environments.${syntax}`;
  test("under which environments it has an id, too", async () => {
    writeFileSync(join(folder, name), text);
    await client.open(uri("web.cognito-client.yaml"), poolless, "cognito-client-yaml");
    const told = await client.connection.sendRequest<SpecEnvironments>("cognitoClient/environments", {
      uri: uri("web.cognito-client.yaml"),
    });
    expect(told.apps[0]?.map(({ alsoIn }) => alsoIn)).toEqual([["prod"], ["dev"]]);
  });

  test("an environment with an id updates, one without creates", async () => {
    const machine = `${poolless}AllowedOAuthFlowsUserPoolClient: true\nAllowedOAuthFlows: [client_credentials]\nAllowedOAuthScopes: [a/b]\n`;
    const needsSecret = async () =>
      (await Promise.all([name, "web.cognito-client.yaml"].map(errors))).map((all) =>
        all.some(({ code }) => code === "client-credentials-requires-secret"),
      );
    await client.open(uri("web.cognito-client.yaml"), machine, "cognito-client-yaml");
    await client.open(uri(name), text, syntax);
    expect(await needsSecret()).toEqual([false, false]);
    await client.open(uri(name), text.replace(/"?id"?: "?1example23456789"?,?/, ""), syntax);
    expect(await needsSecret()).toEqual([false, true]);
  });

  test("what it says of targets, and how an id is taken out of it", async () => {
    await client.open(uri(name), text, syntax);
    const told = await client.connection.sendRequest<NamedEnvironments>("cognitoClient/namedEnvironments", {
      uri: uri(name),
    });
    expect([told.environments.map((each) => each.name), told.errors]).toEqual([["dev", "prod"], expect.any(Array)]);
    const link = { key: "web.cognito-client.yaml", environment: "dev", id: "1example23456789" };
    const unlink = (id: string) =>
      client.connection.sendRequest<LinkEdits>("cognitoClient/unlink", { uri: uri(name), ...link, id });
    expect(await unlink(link.id)).toMatchObject({ uri: uri(name), edits: [{ newText: expect.any(String) }] });
    expect(await unlink("another")).toHaveProperty("problem");
    const bare = text.replace(/"?account"?: "\d+", /, "");
    await client.open(uri(`bare/${name}`), bare, syntax);
    const account = (at: string) =>
      client.connection.sendRequest<LinkEdits>("cognitoClient/writeAccount", {
        uri: uri(at),
        environment: "dev",
        account: "111122223333",
      });
    expect(await account(`bare/${name}`)).toMatchObject({
      edits: [{ newText: expect.stringContaining('"111122223333"') }],
    });
    if (bare !== text) expect(await account(name)).toHaveProperty("problem");
  });

  test("a key of clients leads to its spec, and to the app client that it names", async () => {
    writeFileSync(join(folder, "apis.cognito-client.yaml"), "ClientName: bills\n---\nClientName: orders\n");
    const own = text
      .replaceAll("gone.cognito-client.yaml", "apis.cognito-client.yaml#orders")
      .replace('"clients": {', '"clients": { "apis.cognito-client.yaml#orders": { "dev": {} },');
    await client.open(uri(name), own, syntax);
    const textDocument = { uri: uri(name) };
    const links = await client.connection.sendRequest<{ target: string; range: WireRange }[]>(
      "textDocument/documentLink",
      { textDocument },
    );
    const lines = own.split("\n");
    const told = links.map(({ range: { start, end }, target }) => [
      lines[start.line]?.slice(start.character, end.character),
      target,
    ]);
    expect(new Map(told as [string, string][])).toEqual(
      new Map([
        ["web.cognito-client.yaml", uri("web.cognito-client.yaml")],
        ["apis.cognito-client.yaml#orders", `${uri("apis.cognito-client.yaml")}#L3`],
      ]),
    );
    for (const { range, target } of links) {
      const position = { line: range.start.line, character: range.start.character + 3 };
      const found = await client.connection.sendRequest<{ uri: string; range: WireRange }[]>(
        "textDocument/definition",
        {
          textDocument,
          position,
        },
      );
      expect(found.map((each) => each.uri)).toEqual([target.replace(/#.*/, "")]);
      expect(found[0]?.range.start.line).toBe(target.includes("#") ? 2 : 0);
    }
  });

  test("a spec that it links has no lens to create it", async () => {
    writeFileSync(join(folder, name), text);
    const spec = uri("web.cognito-client.yaml");
    await client.open(spec, poolless, "cognito-client-yaml");
    const lens = () =>
      client.connection.sendRequest<{ command: { command: string } }[]>("textDocument/codeLens", {
        textDocument: { uri: spec },
      });
    const commands = async () => (await lens()).map(({ command }) => command.command);
    expect(await commands()).not.toContain("cognitoClient.create");
    await client.open(uri(name), text.replaceAll("1example23456789", ""), syntax);
    expect(await commands()).toContain("cognitoClient.create");
  });

  test("where a member stands that an environment sets", async () => {
    await client.open(uri(name), text, syntax);
    const path = ["clients", "web.cognito-client.yaml", "prod", "set"];
    const found = await client.connection.sendRequest<(WireRange | null)[]>("cognitoClient/locate", {
      uri: uri(name),
      paths: [
        [...path, "AccessTokenValidity"],
        [...path, "CallbackURLs"],
      ],
    });
    const lines = text.split("\n");
    const said = found.map(
      (range) => range && lines[range.start.line]?.slice(range.start.character, range.end.character),
    );
    expect(said).toEqual(["100000", null]);
  });
});

describe("a link", () => {
  const link = { index: 0, environment: "dev", id: "9new", pool: "eu-west-1_AbCdEfGhI", account: "111122223333" };

  test("is an edit of the file that counts", async () => {
    writeFileSync(join(folder, "cognito-client.environments.yaml"), file);
    await client.open(uri("web.cognito-client.yaml"), poolless, "cognito-client-yaml");
    const answer = await client.connection.sendRequest<LinkEdits>("cognitoClient/link", {
      ...link,
      uri: uri("web.cognito-client.yaml"),
    });
    expect(answer).toMatchObject({ edits: [{ range: { start: { line: 5 } }, newText: "9new" }] });
  });

  test("is a new file where there is none, with the ClientName where the spec holds several", async () => {
    const two = `${poolless}---\n${poolless.replace("web", "api")}`;
    await client.open(uri("two.cognito-client.yaml"), two, "cognito-client-yaml");
    const answer = await client.connection.sendRequest<LinkEdits>("cognitoClient/link", {
      ...link,
      index: 1,
      uri: uri("two.cognito-client.yaml"),
    });
    expect(answer).toEqual({
      uri: uri("cognito-client.environments.yaml"),
      newFile:
        'environments:\n  dev:\n    account: "111122223333"\n    pool: eu-west-1_AbCdEfGhI\nclients:\n  two.cognito-client.yaml#api:\n    dev:\n      id: 9new\n',
    });
  });
});

test("a link follows its spec when that is renamed, and not out of the folder", async () => {
  writeFileSync(join(folder, "cognito-client.environments.yaml"), file);
  const renamed = (newUri: string) =>
    client.connection.sendRequest("workspace/willRenameFiles", {
      files: [{ oldUri: uri("web.cognito-client.yaml"), newUri }],
    });
  expect(await renamed(uri("shop/site.cognito-client.yaml"))).toMatchObject({
    changes: {
      [uri("cognito-client.environments.yaml")]: [
        { newText: "shop/site.cognito-client.yaml", range: { start: { line: 4, character: 2 } } },
      ],
    },
  });
  expect(await renamed(pathToFileURL(join(folder, "../elsewhere.cognito-client.yaml")).href)).toBeNull();
});
