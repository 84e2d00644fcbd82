/** What is asked of the server beside LSP: files that are not open, all fixes of a rule, and what comes after a create. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { CodeAction } from "vscode-languageserver";
import type { AppConfigurations, FileCheck, FixedAll, SignInAnswer, SignInParams } from "../../server/src/protocol.ts";
import { connect, type LspClient, pullingClient } from "../support/lsp.ts";

let client: LspClient;
beforeEach(() => {
  client = connect();
});
afterEach(() => client.dispose());

const ask = <R>(name: string, params: unknown) => client.connection.sendRequest<R>(`cognitoClient/${name}`, params);
const urls = ["http://a.example/", "http://b.example/"];
const members = {
  UserPoolId: "eu-west-1_AbCdEf123",
  ClientName: "web",
  ExplicitAuthFlows: ["ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"],
  AllowedOAuthFlowsUserPoolClient: true,
  AllowedOAuthFlows: ["code"],
  AllowedOAuthScopes: ["openid"],
  CallbackURLs: urls,
};
const asJson = (value: object) => JSON.stringify(value, null, 2);
const asYaml = (value: object) =>
  Object.entries(value)
    .map(([key, item]) => `${key}: ${JSON.stringify(item)}\n`)
    .join("");
/** Two findings of one rule whose fix is safe, beside those of others. */
const slips = { ...members, GenerateSecret: "false", AllowedOAuthFlowsUserPoolClient: "true" };
const forms = [
  ["file:///w/web.cognito-client.json", asJson],
  ["file:///w/web.cognito-client.yaml", asYaml],
] as const;

describe.each(forms)("%s", (uri, written) => {
  test("is checked without being open, as it is when it is open", async () => {
    await client.initialize(pullingClient);
    const text = written(members);
    const closed = await ask<FileCheck>("checkFile", { uri, text });
    expect(closed.kind).toBe("spec");
    await client.open(uri, text);
    expect(closed.diagnostics).toEqual(await client.pull(uri));
    expect(closed.diagnostics.length).toBeGreaterThan(0);
  });

  test("has all findings of one rule fixed, and is told what is left", async () => {
    await client.initialize(pullingClient, { commands: true });
    const text = written(slips);
    await client.open(uri, text);
    const some = await ask<FixedAll>("fixAll", { uri, rule: "wrong-type" });
    expect(some).toMatchObject({ version: 1, fixed: 2, left: { choice: [], byHand: [] } });
    // The two that change the URLs are the user's to choose, and nobody else's findings were looked at.
    const all = await ask<FixedAll>("fixAll", { uri });
    expect(all.left.choice.filter((id) => id === "url-http-not-loopback")).toHaveLength(2);
    const none = await ask<FixedAll>("fixAll", { uri, rule: "url-http-not-loopback" });
    expect(none).toMatchObject({ fixed: 0, edits: [], left: { choice: [expect.anything(), expect.anything()] } });
  });

  test("offers that where a rule has several findings, to a client with the command", async () => {
    const offered = async (options: unknown) => {
      await client.initialize(pullingClient, options);
      await client.open(uri, written(slips));
      const [finding] = (await client.pull(uri)).filter(({ code }) => code === "wrong-type");
      const actions = await client.connection.sendRequest<CodeAction[]>("textDocument/codeAction", {
        textDocument: { uri },
        range: finding?.range,
        context: { diagnostics: [] },
      });
      return actions.flatMap(({ command }) => command ?? []);
    };
    expect(await offered({ commands: true })).toEqual([
      expect.objectContaining({ command: "cognitoClient.fixAllOfRule", arguments: [uri, "wrong-type"] }),
    ]);
    client.dispose();
    client = connect();
    expect(await offered({})).toEqual([]);
  });

  test("is signed in to and configured as an environment has it", async () => {
    await client.initialize(pullingClient);
    await client.open(uri, written(members));
    const made = { verifier: "v", challenge: "c", state: "s" };
    const where = { uri, index: 0, poolId: "eu-west-1_AbCdEf123", clientId: "1example23456789" };
    const signIn = (more: Partial<SignInParams>) => ask<SignInAnswer>("signIn", { ...where, made, ...more });
    expect(await signIn({})).toEqual({ problem: expect.stringContaining("Connect"), missing: "pool" });
    const facts = [{ poolId: where.poolId, fetchedAt: "2026-01-01T00:00:00Z", domain: "example" }];
    await client.connection.sendNotification("cognitoClient/poolFacts", facts);
    expect(await signIn({})).toMatchObject({ callbacks: urls });
    const prod = await signIn({ set: { CallbackURLs: ["https://app.example.com/"] } });
    expect(prod).toMatchObject({
      callbacks: ["https://app.example.com/"],
      url: expect.stringContaining("redirect_uri=https%3A%2F%2Fapp.example.com%2F"),
    });
    const app = await ask<AppConfigurations>("appConfigurations", where);
    expect("configurations" in app && app.configurations.map(({ id }) => id)).toContain("oidc-client-ts");
    expect(await ask("appConfigurations", { ...where, index: 7 })).toBeNull();
    // Where the pool was read elsewhere than at AWS, the addresses lead to nothing of the user's: that is told.
    const endpoint = "http://127.0.0.1:9229";
    await client.connection.sendNotification("cognitoClient/poolFacts", [{ ...facts[0], endpoint }]);
    expect(await signIn({})).toMatchObject({ endpoint, text: expect.stringContaining("not AWS") });
    expect(await ask("appConfigurations", where)).toMatchObject({ endpoint });
  });
});

describe("a file that is no spec by its name", () => {
  test.each([
    ["json", asJson(members), true],
    ["yaml", asYaml(members), true],
    ["json", '{"name":"x","ClientName":"y"}', false],
    ["yaml", "ClientId: a\nClientSecret: b\n", false],
  ])("is told by its content: %s %s", async (languageId, text, expected) => {
    await client.initialize(pullingClient);
    expect(await ask("looksLikeSpec", { uri: `file:///w/x.${languageId}`, languageId, text })).toBe(expected);
    expect(await ask("checkFile", { uri: `file:///w/x.${languageId}`, text })).toBeNull();
  });

  test("is checked where an association makes it a spec", async () => {
    await client.initialize(pullingClient);
    const params = { uri: "file:///w/x.json", languageId: "cognito-client-json", text: asJson(members) };
    expect(await ask("checkFile", params)).toMatchObject({ kind: "spec" });
  });
});
