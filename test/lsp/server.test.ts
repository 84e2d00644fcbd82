import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { CodeAction, CompletionList, DocumentSymbol, Hover, Location, WorkspaceEdit } from "vscode-languageserver";
import { connect, type LspClient, pullingClient } from "../support/lsp.ts";

const yaml = "file:///specs/web.cognito-client.yaml";
const json = "file:///specs/web.cognito-client.json";
let client: LspClient;
beforeEach(() => {
  client = connect();
});
afterEach(() => client.dispose());

const wrongYaml =
  "UserPoolId: eu-west-1_abc\nClientName: web\nAllowedOAuthFlows: [code, client_credentials]\nGenerateSecret: true\nCallbackURLs: [https://a.example]\n";
const wrongJson = JSON.stringify(
  {
    UserPoolId: "eu-west-1_abc",
    ClientName: "web",
    AllowedOAuthFlows: ["code", "client_credentials"],
    GenerateSecret: true,
    CallbackURLs: ["https://a.example"],
  },
  null,
  2,
);
const codes = (diagnostics: readonly { code?: unknown; severity?: unknown }[]) =>
  diagnostics.filter(({ severity }) => severity === 1).map(({ code }) => code);

describe("diagnostics", () => {
  test.each([
    [yaml, wrongYaml, 2, 26],
    [json, wrongJson, 5, 4],
  ])("are pulled, with code, page and range: %s", async (uri, text, line, character) => {
    const { capabilities } = await client.initialize(pullingClient);
    expect(capabilities.diagnosticProvider).toBeDefined();
    await client.open(uri, text);
    const [error] = (await client.pull(uri)).filter(({ severity }) => severity === 1);
    expect(error).toMatchObject({
      code: "client-credentials-exclusive",
      source: "Cognito",
      range: { start: { line, character } },
    });
    expect(error?.codeDescription?.href).toMatch(/\/client-credentials-exclusive\.md$/);
    expect(error?.relatedInformation?.[0]?.location.uri).toBe(uri);
    expect(client.pushed).toEqual([]);
  });

  test("are pushed to a client that cannot pull, never an older version after a newer one", async () => {
    const { capabilities } = await client.initialize({});
    expect(capabilities.diagnosticProvider).toBeUndefined();
    await client.open(yaml, wrongYaml);
    await client.change(yaml, {
      range: { start: { line: 2, character: 24 }, end: { line: 2, character: 44 } },
      text: "",
    });
    expect(codes(await client.pushedFor(yaml, 2))).toEqual([]);
    const versions = client.pushed.map(({ version }) => version ?? 0);
    expect(versions, "no older version after a newer one").toEqual([...versions].sort((a, b) => a - b));
    expect(versions.at(-1)).toBe(2);
    await client.close(yaml);
    await client.request("textDocument/hover", yaml, { line: 0, character: 0 });
    expect(client.pushed.at(-1)).toMatchObject({ uri: yaml, diagnostics: [] });
  });

  test("are not sent again while nothing has changed", async () => {
    await client.initialize(pullingClient);
    await client.open(yaml, wrongYaml);
    const first = await client.report(yaml);
    const second = await client.report(yaml, first.resultId);
    expect(second.kind).toBe("unchanged");
  });

  test("follow the settings of the client", async () => {
    client.settings = { rules: { "client-credentials-exclusive": "hint" } };
    await client.initialize(pullingClient);
    await client.open(yaml, wrongYaml);
    expect(codes(await client.pull(yaml))).toEqual([]);
    client.settings = {};
    await client.connection.sendNotification("workspace/didChangeConfiguration", { settings: {} });
    expect(codes(await client.pull(yaml))).toEqual(["client-credentials-exclusive"]);
  });

  test("follow the settings that a client sends which cannot be asked", async () => {
    await client.initialize({});
    await client.connection.sendNotification("workspace/didChangeConfiguration", {
      settings: { cognitoClient: { rules: { "client-credentials-exclusive": "off" } } },
    });
    await client.open(yaml, wrongYaml);
    expect(codes(await client.pushedFor(yaml, 1))).toEqual([]);
    await client.connection.sendNotification("workspace/didChangeConfiguration", { settings: null });
    await client.change(yaml, { text: wrongYaml });
    expect(codes(await client.pushedFor(yaml, 2))).toEqual(["client-credentials-exclusive"]);
  });

  test("follow the nearest config file, over the client's settings", async () => {
    const folder = mkdtempSync(join(tmpdir(), "cognito-config-"));
    try {
      writeFileSync(
        join(folder, "cognito-client.config.json"),
        '{ "rules": { "client-credentials-exclusive": "off" } }',
      );
      client.settings = { rules: { "client-credentials-exclusive": "warning" } };
      await client.initialize(pullingClient);
      const uri = pathToFileURL(join(folder, "a.cognito-client.yaml")).href;
      await client.open(uri, wrongYaml);
      expect((await client.pull(uri)).filter(({ code }) => code === "client-credentials-exclusive")).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test("a language id of any editor will do: the ending tells the syntax", async () => {
    await client.initialize(pullingClient);
    await client.open(yaml, wrongYaml, "yaml");
    await client.open(json, wrongJson, "json");
    expect(codes(await client.pull(yaml))).toEqual(["client-credentials-exclusive"]);
    expect(codes(await client.pull(json))).toEqual(["client-credentials-exclusive"]);
  });
});

describe("requests", () => {
  beforeEach(async () => {
    await client.initialize(pullingClient);
    await client.open(yaml, wrongYaml);
    await client.open(json, wrongJson);
  });

  test("quick fixes carry their diagnostic and an edit; fix-all only when asked for", async () => {
    const [diagnostic] = (await client.pull(yaml)).filter(({ severity }) => severity === 1);
    const range = diagnostic?.range;
    const actions = await client.request<CodeAction[]>("textDocument/codeAction", yaml, undefined, {
      range,
      context: { diagnostics: [diagnostic] },
    });
    expect(actions.map(({ title }) => title)).toEqual(
      expect.arrayContaining(["Remove client_credentials", "Keep only client_credentials"]),
    );
    expect(actions[0]?.diagnostics).toHaveLength(1);
    expect(actions[0]?.edit?.changes?.[yaml]).toBeDefined();
    expect(actions.some(({ kind }) => kind?.startsWith("source"))).toBe(false);
  });

  test("fix-all applies safe fixes as one source action", async () => {
    const uri = "file:///specs/b.cognito-client.yaml";
    await client.open(uri, 'UserPoolId: eu-west-1_abc\nClientName: web\nGenerateSecret: "true"\n');
    const whole = { start: { line: 0, character: 0 }, end: { line: 3, character: 0 } };
    const [action] = await client.request<CodeAction[]>("textDocument/codeAction", uri, undefined, {
      range: whole,
      context: { diagnostics: [], only: ["source.fixAll"] },
    });
    expect(action).toMatchObject({ kind: "source.fixAll.cognitoClient" });
    expect(action?.edit?.changes?.[uri]?.[0]?.newText).not.toContain('"');
  });

  test("completion comes with documentation on demand", async () => {
    const list = await client.request<CompletionList>("textDocument/completion", yaml, { line: 5, character: 0 });
    const item = list.items.find(({ label }) => label === "LogoutURLs");
    expect(item).toBeDefined();
    expect(item?.documentation).toBeUndefined();
    const resolved = await client.connection.sendRequest<{ documentation: { value: string } }>(
      "completionItem/resolve",
      item,
    );
    expect(resolved.documentation.value).toContain("https://docs.aws.amazon.com/");
  });

  test("hover, outline, folding and selection answer in both syntaxes", async () => {
    for (const [uri, position] of [
      [yaml, { line: 2, character: 3 }],
      [json, { line: 3, character: 6 }],
    ] as const) {
      const hover = await client.request<Hover>("textDocument/hover", uri, position);
      expect(JSON.stringify(hover.contents)).toContain("AllowedOAuthFlows");
      const symbols = await client.request<DocumentSymbol[]>("textDocument/documentSymbol", uri);
      expect(symbols.map(({ name }) => name)).toEqual([
        "UserPoolId",
        "ClientName",
        "AllowedOAuthFlows",
        "GenerateSecret",
        "CallbackURLs",
      ]);
      expect(
        await client.connection.sendRequest("textDocument/selectionRange", {
          textDocument: { uri },
          positions: [position],
        }),
      ).toHaveLength(1);
    }
    expect(await client.request("textDocument/foldingRange", json)).not.toEqual([]);
  });

  test("a callback is renamed together with its default", async () => {
    const uri = "file:///specs/c.cognito-client.yaml";
    await client.open(uri, "CallbackURLs:\n  - https://a.example\nDefaultRedirectURI: https://a.example\n");
    const at = { line: 2, character: 25 };
    expect(await client.request<Location[]>("textDocument/definition", uri, at)).toMatchObject([
      { range: { start: { line: 1, character: 4 } } },
    ]);
    const edit = await client.request<WorkspaceEdit>("textDocument/rename", uri, at, { newName: "https://b.example" });
    expect(edit.changes?.[uri]).toHaveLength(2);
  });

  test("a document that is not open has no answers, and no errors", async () => {
    expect(await client.request("textDocument/hover", "file:///none.yaml", { line: 0, character: 0 })).toBeNull();
    expect(await client.pull("file:///none.yaml")).toEqual([]);
  });
});
