/** Parameters of the wrong form get JSON-RPC's -32602, whatever is wrong with them; the server goes on. */
import { expect, test } from "vitest";
import { methodsWithShapes } from "../../server/src/lsp/params.ts";
import * as protocol from "../../server/src/protocol.ts";
import { connect, pullingClient } from "../support/lsp.ts";

const uri = "file:///a/web.cognito-client.yaml";
const textDocument = { uri };
const position = { line: 0, character: 3 };
const range = { start: position, end: position };
const options = { tabSize: 2, insertSpaces: true };
const app = { uri, index: 0 };

/** Right ones, each of whose pieces is made wrong in turn. */
const right: Readonly<Record<string, unknown>> = {
  "textDocument/diagnostic": { textDocument },
  "textDocument/completion": { textDocument, position },
  "completionItem/resolve": { label: "x" },
  "textDocument/hover": { textDocument, position },
  "textDocument/definition": { textDocument, position },
  "textDocument/documentHighlight": { textDocument, position },
  "textDocument/prepareRename": { textDocument, position },
  "textDocument/references": { textDocument, position, context: { includeDeclaration: true } },
  "textDocument/rename": { textDocument, position, newName: "x" },
  "textDocument/codeAction": { textDocument, range, context: { diagnostics: [], only: ["quickfix"] } },
  "textDocument/codeLens": { textDocument },
  "textDocument/documentLink": { textDocument },
  "textDocument/documentSymbol": { textDocument },
  "textDocument/foldingRange": { textDocument },
  "textDocument/inlayHint": { textDocument, range },
  "textDocument/formatting": { textDocument, options },
  "textDocument/rangeFormatting": { textDocument, options, range },
  "textDocument/selectionRange": { textDocument, positions: [position] },
  "workspace/willRenameFiles": { files: [{ oldUri: uri, newUri: "file:///a/b.cognito-client.yaml" }] },
  "cognitoClient/specOutline": { uri },
  "cognitoClient/locate": { ...app, paths: [["ClientName"]] },
  "cognitoClient/writeMembers": { ...app, members: { ClientName: "x" } },
  "cognitoClient/convert": { uri },
  "cognitoClient/environments": { uri },
  "cognitoClient/link": { ...app, environment: "dev", id: "1", account: "111122223333", pool: "eu-west-1_a" },
  "cognitoClient/unlink": { uri, key: "web.yaml", environment: "dev", id: "1abc" },
  "cognitoClient/writeAccount": { uri, environment: "dev", account: "111122223333" },
  "cognitoClient/namedEnvironments": { uri },
  "cognitoClient/linkedSpecs": { uri },
  "cognitoClient/checkFile": { uri, languageId: "yaml", text: "ClientName: a" },
  "cognitoClient/fixAll": { uri, rule: "no-such" },
  "cognitoClient/looksLikeSpec": { uri, languageId: "yaml", text: "ClientName: a" },
  "cognitoClient/appConfigurations": { ...app, poolId: "eu-west-1_a", clientId: "1", set: {} },
  "cognitoClient/signIn": {
    ...app,
    poolId: "eu-west-1_a",
    clientId: "1",
    set: {},
    made: { verifier: "v", challenge: "c", state: "s" },
    callback: "https://a.example/cb",
  },
  "cognitoClient/templateAppClient": { uri, index: 0, position },
  "cognitoClient/copy": { uri, index: 0, position, as: "spec" },
};
const notifications: Readonly<Record<string, unknown>> = {
  "textDocument/didOpen": { textDocument: { uri: "file:///a/b.yaml", languageId: "yaml", version: 1, text: "a: 1" } },
  "textDocument/didChange": {
    textDocument: { uri: "file:///a/b.yaml", version: 2 },
    contentChanges: [{ range, text: "" }],
  },
  "textDocument/didSave": { textDocument: { uri: "file:///a/b.yaml" } },
  "textDocument/didClose": { textDocument: { uri: "file:///a/b.yaml" } },
  "workspace/didChangeWatchedFiles": { changes: [{ uri, type: 2 }] },
  "cognitoClient/poolFacts": [[{ poolId: "eu-west-1_a" }]],
  "cognitoClient/templatePools": [[{ uri, logicalId: "Pool", poolId: "eu-west-1_a" }]],
};

/** The value with each of its pieces in turn replaced by what does not belong there, or left out. */
function* mutants(value: unknown): Generator<unknown> {
  for (const wrong of [null, 5, -1, 1.5, "x", true, [], [null], {}, undefined])
    if (typeof wrong !== typeof value || wrong === null) yield wrong;
  if (typeof value !== "object" || value === null) return;
  for (const [key, member] of Object.entries(value)) {
    for (const mutant of mutants(member)) {
      const copy: Record<string, unknown> | unknown[] = Array.isArray(value) ? [...value] : { ...value };
      (copy as Record<string, unknown>)[key] = mutant;
      yield copy;
    }
  }
}

test("each message that the server takes is tried here", () => {
  expect([...Object.keys(right), ...Object.keys(notifications), "initialize"].sort()).toEqual(
    [...methodsWithShapes].sort(),
  );
  // All of ours but what the server itself asks.
  const { readFileRequest, workspaceSpecsRequest, ...ours } = protocol;
  const methods = Object.values(ours).filter((name) => name.startsWith("cognitoClient/"));
  expect(methodsWithShapes).toEqual(expect.arrayContaining(methods));
});

test("wrong parameters are -32602 or as good as right, and the server goes on", async () => {
  const client = connect();
  await client.initialize(pullingClient, { commands: true });
  await client.open(uri, "ClientName: web\nGenerateSecret: maybe\n");
  const codes = new Map<number, number>();
  for (const [method, params] of Object.entries(right)) {
    const wellFormed = await client.connection.sendRequest(method, params).then(
      () => "answered",
      (error: { code: number; message: string }) => `${method} ${error.code} ${error.message}`,
    );
    expect(wellFormed).toBe("answered");
    let refused = 0;
    for (const mutant of mutants(params)) {
      const code = await client.connection.sendRequest(method, mutant).then(
        () => 0,
        (error: { code: number }) => error.code,
      );
      expect([0, -32602], `${method} ${JSON.stringify(mutant)}`).toContain(code);
      if (code !== 0) refused++;
      codes.set(code, (codes.get(code) ?? 0) + 1);
    }
    expect(refused, method).toBeGreaterThan(0);
  }
  expect(codes.get(-32602)).toBeGreaterThan(700);
  for (const [method, params] of Object.entries(notifications))
    for (const mutant of mutants(params)) await client.connection.sendNotification(method, mutant);
  expect((await client.pull(uri)).map(({ code }) => code)).toContain("wrong-type");
  client.dispose();
});

test.each([null, {}, { capabilities: null }, { capabilities: [] }, { capabilities: {}, initializationOptions: 5 }])(
  "initialize with %j is -32602, and may be sent again",
  async (params) => {
    const client = connect();
    await expect(client.connection.sendRequest("initialize", params)).rejects.toMatchObject({ code: -32602 });
    await client.initialize(pullingClient);
    await client.open(uri, "GenerateSecret: maybe\n");
    expect((await client.pull(uri)).map(({ code }) => code)).toContain("wrong-type");
    client.dispose();
  },
);
