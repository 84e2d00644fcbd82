/** What a request costs besides its own work. */
import { PassThrough } from "node:stream";
import { describe, expect, test } from "vitest";
import type { CompletionItem, CompletionList } from "vscode-languageserver";
import { connect, pullingClient } from "../support/lsp.ts";

const documents = {
  yaml: "ClientName: web\nAllowedOAuthScopes:\n  - openid\n",
  json: '{\n  "ClientName": "web", "AllowedOAuthScopes": ["openid"]\n}\n',
} as const;
const on = { line: 1, character: 4 };

describe.each(["yaml", "json"] as const)("for a spec in %s", (syntax) => {
  const uri = `file:///a/web.cognito-client.${syntax}`;

  test("an answer is written at once", async () => {
    const down = new PassThrough();
    const client = connect({}, down);
    await client.initialize(pullingClient);
    await client.open(uri, documents[syntax]);
    await client.pull(uri);
    const writes: string[] = [];
    down.on("data", (chunk: Buffer) => writes.push(chunk.toString()));
    await client.request("textDocument/hover", uri, on);
    await client.request("textDocument/completion", uri, on);
    expect(writes.map((text) => /^Content-Length: \d+\r\n\r\n\{.*\}$/s.test(text))).toEqual([true, true]);
    client.dispose();
  });

  test("nothing is read or asked for a document that was looked at before, until something changed", async () => {
    const work = { files: 0, settings: 0 };
    const client = connect({
      readFile: async () => {
        work.files++;
        return undefined;
      },
    });
    Object.defineProperty(client, "settings", { get: () => ++work.settings && {} });
    await client.initialize(pullingClient);
    await client.open(uri, documents[syntax]);
    await client.pull(uri);
    const first = { ...work };
    const range = { start: on, end: on };
    await client.request("textDocument/hover", uri, on);
    await client.request("textDocument/completion", uri, on);
    await client.request("textDocument/codeAction", uri, undefined, { range, context: { diagnostics: [] } });
    await client.request("textDocument/inlayHint", uri, undefined, { range });
    expect(work).toEqual(first);
    await client.connection.sendNotification("workspace/didChangeWatchedFiles", { changes: [{ uri, type: 1 }] });
    await client.request("textDocument/hover", uri, on);
    expect(work).toEqual({ files: 2 * first.files, settings: 2 * first.settings });
    client.dispose();
  });

  test("an item of a completion is short, and its text comes when it is looked at", async () => {
    const client = connect();
    await client.initialize(pullingClient);
    await client.open(uri, documents[syntax]);
    const character =
      documents[syntax].indexOf("openid") - documents[syntax].lastIndexOf("\n", documents[syntax].indexOf("openid"));
    const line = syntax === "yaml" ? 2 : 1;
    const { items } = await client.request<CompletionList>("textDocument/completion", uri, { line, character });
    expect(items.length).toBeGreaterThan(3);
    for (const item of items) {
      expect(JSON.stringify(item).length, item.label).toBeLessThan(500);
      expect(item.documentation, item.label).toBeUndefined();
      const resolved = await client.connection.sendRequest<CompletionItem>("completionItem/resolve", item);
      expect(resolved.documentation, item.label).toBeDefined();
    }
    client.dispose();
  });
});
