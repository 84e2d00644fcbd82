import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { CodeAction, CodeLens, DocumentLink, Location } from "vscode-languageserver";
import { connect, type LspClient, pullingClient } from "../support/lsp.ts";

const uri = "file:///stack/template.yaml";
const template = `AWSTemplateFormatVersion: "2010-09-09"
Resources:
  Pool:
    Type: AWS::Cognito::UserPool
  WebClient:
    Type: AWS::Cognito::UserPoolClient
    Properties:
      UserPoolId: !Ref Pool
      PreventUserExistenceErrors: enabled
      NoSuchMember: true
`;
const other = "services:\n  web:\n    PreventUserExistenceErrors: enabled\n";
const asJson = JSON.stringify({
  Resources: {
    Pool: { Type: "AWS::Cognito::UserPool" },
    WebClient: {
      Type: "AWS::Cognito::UserPoolClient",
      Properties: { UserPoolId: { Ref: "Pool" }, PreventUserExistenceErrors: "enabled" },
    },
  },
});
let client: LspClient;
beforeEach(() => {
  client = connect();
});
afterEach(() => client.dispose());
const codes = async (where: string) => (await client.pull(where)).map(({ code }) => code);
const whole = { range: { start: { line: 0, character: 0 }, end: { line: 20, character: 0 } } };

describe("a template in its own language", () => {
  test.each([
    [uri, template, "yaml"],
    ["file:///stack/template.json", asJson, "json"],
    ["file:///stack/stack.template", template, "cloudformation"],
    ["file:///stack/stack.template", template, "plaintext"],
    ["file:///stack/stack.template", asJson, "plaintext"],
  ])("is checked: %s", async (where, text, language) => {
    await client.initialize(pullingClient);
    await client.open(where, text, language);
    expect(await codes(where)).toContain("prevent-user-existence-errors-enum");
  });

  test("gets nothing that its language's own extension gives", async () => {
    await client.initialize(pullingClient);
    await client.open(uri, template, "yaml");
    const at = { line: 7, character: 20 };
    const options = { options: { tabSize: 2, insertSpaces: true } };
    expect(await client.request("textDocument/formatting", uri, undefined, options)).toEqual([]);
    expect(await client.request("textDocument/documentSymbol", uri)).toEqual([]);
    expect(await client.request("textDocument/foldingRange", uri)).toEqual([]);
    expect(await client.request("textDocument/documentHighlight", uri, at)).toEqual([]);
    expect(await client.request("textDocument/references", uri, at, { context: { includeDeclaration: true } })).toEqual(
      [],
    );
    expect(await client.request("textDocument/rename", uri, at, { newName: "x" })).toBeNull();
    expect(await client.request("textDocument/selectionRange", uri, undefined, { positions: [at] })).toEqual([]);
  });

  test("has a lens to compare, and finds what !Ref names", async () => {
    await client.initialize(pullingClient, { commands: true });
    await client.open(uri, template, "yaml");
    const lenses = await client.request<CodeLens[]>("textDocument/codeLens", uri);
    expect(lenses.map(({ command }) => command?.command)).toContain("cognitoClient.compareTemplate");
    expect(lenses.map(({ command }) => command?.command)).not.toContain("cognitoClient.create");
    const [found] = await client.request<Location[]>("textDocument/definition", uri, { line: 7, character: 25 });
    expect(found).toEqual({ uri, range: { start: { line: 2, character: 2 }, end: { line: 2, character: 6 } } });
  });

  test("is checked against the pool that its name is connected to", async () => {
    await client.initialize(pullingClient);
    await client.open(uri, template.replace("NoSuchMember: true", "SupportedIdentityProviders: [Google]"), "yaml");
    expect(await codes(uri)).toContain("idp-not-found");
    const pool = { poolId: "eu-west-1_AbCdEfGhI", fetchedAt: "", identityProviders: [{ name: "Google" }] };
    await client.connection.sendNotification("cognitoClient/poolFacts", [pool]);
    const connected = { uri, logicalId: "Pool", poolId: pool.poolId };
    await client.connection.sendNotification("cognitoClient/templatePools", [connected]);
    expect(await codes(uri)).not.toContain("idp-not-found");
    await client.connection.sendNotification("cognitoClient/templatePools", []);
    expect(await codes(uri)).toContain("idp-not-found");
  });

  test("leads from names to what has them, unless the Toolkit does", async () => {
    await client.initialize(pullingClient);
    await client.open(uri, template, "yaml");
    const links = () => client.request<DocumentLink[]>("textDocument/documentLink", uri);
    expect(await links()).toEqual([
      { range: { start: { line: 7, character: 23 }, end: { line: 7, character: 27 } }, target: `${uri}#L3,3` },
    ]);
    client.settings = { besideInTemplates: ["toolkit"] };
    await client.connection.sendNotification("workspace/didChangeConfiguration", { settings: null });
    expect(await links()).toEqual([]);
  });

  test("mends what a linter beside it has found, without saying it again", async () => {
    client.settings = { besideInTemplates: ["cfn-lint"] };
    await client.initialize(pullingClient);
    await client.open(
      uri,
      template.replace("PreventUserExistenceErrors: enabled", "PreventUserExistenceError: ENABLED"),
      "yaml",
    );
    const range = { start: { line: 8, character: 6 }, end: { line: 8, character: 31 } };
    const theirs = { range, message: "Additional properties are not allowed", code: "E3002", source: "cfn-lint" };
    const actions = (diagnostics: unknown[]) =>
      client.request<CodeAction[]>("textDocument/codeAction", uri, undefined, { range, context: { diagnostics } });
    expect(await actions([])).toEqual([]);
    const [fix] = await actions([theirs]);
    expect(fix).toMatchObject({ title: expect.stringContaining("PreventUserExistenceErrors"), diagnostics: [theirs] });
    expect(await codes(uri)).not.toContain("unknown-property");
  });

  test("leaves to a linter beside it what both know, and to the Toolkit definitions", async () => {
    client.settings = { besideInTemplates: ["cfn-lint", "toolkit"] };
    await client.initialize(pullingClient);
    await client.open(uri, template, "yaml");
    const found = await codes(uri);
    expect(found).not.toContain("unknown-property");
    expect(found).toContain("prevent-user-existence-errors-enum");
    expect(await client.request("textDocument/definition", uri, { line: 7, character: 25 })).toEqual([]);
    client.settings = { besideInTemplates: ["cfn-lint", "toolkit"], templates: { overlap: "ours" } };
    await client.connection.sendNotification("workspace/didChangeConfiguration", { settings: null });
    expect(await codes(uri)).toContain("unknown-property");
  });

  test("is left alone where templates are turned off", async () => {
    client.settings = { templates: { enabled: false } };
    await client.initialize(pullingClient);
    await client.open(uri, template, "yaml");
    expect(await codes(uri)).toEqual([]);
    expect(await client.request("textDocument/hover", uri, { line: 8, character: 10 })).toBeNull();
  });
});

describe("what is neither spec nor template", () => {
  test.each([
    ["another file", "file:///stack/compose.yaml", other],
    ["what a tool wrote", "file:///stack/cdk.out/template.yaml", template],
  ])("gets no answer: %s", async (_, where, text) => {
    await client.initialize(pullingClient);
    await client.open(where, text, "yaml");
    const at = { line: 2, character: 8 };
    expect(await codes(where)).toEqual([]);
    expect(await client.request("textDocument/hover", where, at)).toBeNull();
    expect(await client.request("textDocument/completion", where, at)).toBeNull();
    expect(
      await client.request("textDocument/codeAction", where, undefined, { ...whole, context: { diagnostics: [] } }),
    ).toEqual([]);
    expect(await client.request("textDocument/documentSymbol", where)).toEqual([]);
    expect(await client.request("textDocument/inlayHint", where, undefined, whole)).toEqual([]);
    expect(await client.request("textDocument/documentLink", where)).toEqual([]);
  });

  test("gets nothing pushed, until it becomes a template, and then what there was is taken back", async () => {
    await client.initialize({});
    await client.open(uri, other, "yaml");
    await client.change(uri, { text: template });
    expect((await client.pushedFor(uri, 2)).length).toBeGreaterThan(0);
    await client.change(uri, { text: other });
    expect(await client.pushedFor(uri, 3)).toEqual([]);
    expect(client.pushed.map(({ version }) => version)).toEqual([2, 3]);
  });
});

test("a client that serves templates too is told of the language ids for which it gets a spec's features", async () => {
  const registered: { method: string; registerOptions?: { documentSelector?: unknown } }[] = [];
  client.connection.onRequest("client/registerCapability", ({ registrations }) => {
    registered.push(...registrations);
    return null;
  });
  const { capabilities } = await client.initialize(pullingClient, { specFeaturesApart: true });
  expect(capabilities.documentFormattingProvider).toBeUndefined();
  expect(capabilities.renameProvider).toBeUndefined();
  expect(capabilities.hoverProvider).toBe(true);
  await client.open(uri, template, "yaml");
  await client.pull(uri);
  const formatting = registered.find(({ method }) => method === "textDocument/formatting");
  expect(formatting?.registerOptions?.documentSelector).toEqual([
    { language: "cognito-client-json" },
    { language: "cognito-client-yaml" },
  ]);
  expect(registered.map(({ method }) => method)).toContain("textDocument/rename");
});
