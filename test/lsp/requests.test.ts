/** What a request costs besides its own work. */
import { PassThrough } from "node:stream";
import { describe, expect, test } from "vitest";
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
});
