/** What the editor asks the language server once more before a create leaves. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { guardOf } from "../../server/src/guard.ts";
import type { SpecEnvironments } from "../../server/src/protocol.ts";
import { connect, type LspClient, pullingClient } from "../support/lsp.ts";

const told: string[] = [];
vi.mock("vscode", () => ({
  l10n: { t: (text: string) => text },
  ProgressLocation: { Notification: 15 },
  workspace: { openTextDocument: async (uri: string) => ({ uri }) },
  window: {
    showErrorMessage: async (text: string) => void told.push(text),
    showWarningMessage: async (text: string) => void told.push(text),
    withProgress: async () => {},
  },
}));
const { send } = await import("../../client/create/send.ts");
const { linkedIn } = await import("../../client/existing/of-spec.ts");
const { isStillLinked } = await import("../../client/existing/still-linked.ts");

const poolId = "eu-central-1_XyZ123456";
const shown = { prod: { account: "444455556666", pool: poolId, protected: true } };

let folder: string;
let client: LspClient;
beforeEach(async () => {
  told.length = 0;
  folder = mkdtempSync(join(tmpdir(), "create-send-"));
  client = connect();
  await client.initialize(pullingClient);
});
afterEach(() => {
  client.dispose();
  rmSync(folder, { recursive: true });
});

describe.each([
  ["yaml", `UserPoolId: ${poolId}\nClientName: web\nClientId: 1example23456789\n`],
  ["json", `{ "UserPoolId": "${poolId}", "ClientName": "web", "ClientId": "1example23456789" }`],
])("for a %s spec", (syntax, text) => {
  test.each([
    ["as it was shown", JSON.stringify({ environments: shown }), true],
    ["another one was added", JSON.stringify({ environments: { dev: { pool: "eu-west-1_Dev" }, ...shown } }), true],
    ["no longer protected", JSON.stringify({ environments: { prod: { ...shown.prod, protected: false } } }), false],
    ["another account", JSON.stringify({ environments: { prod: { ...shown.prod, account: "111122223333" } } }), false],
    ["another name", JSON.stringify({ environments: { live: shown.prod } }), false],
    ["another pool", JSON.stringify({ environments: { prod: { ...shown.prod, pool: "eu-west-1_Other" } } }), false],
    ["half understood", JSON.stringify({ environments: { ...shown, dev: { region: "eu-west-1" } } }), false],
    ["nothing any more", "{}", false],
  ])("the environments file says, once the create is confirmed: %s", async (what, now, isSent) => {
    const uri = (name: string) => pathToFileURL(join(folder, name)).href;
    const [spec, file] = [uri(`web.cognito-client.${syntax}`), uri("cognito-client.environments.json")];
    await client.open(spec, text);
    await client.open(file, JSON.stringify({ environments: shown }), "json");
    const environments = () =>
      client.connection.sendRequest<SpecEnvironments>("cognitoClient/environments", { uri: spec });
    const environment = guardOf((await environments()).environments, poolId);
    await client.change(file, { text: now });

    const applied: unknown[] = [];
    const tools = { aws: { apply: async (plan: unknown) => applied.push(plan) }, session: { environments } };
    const plan = { changes: [{ poolId, clientName: "web", environment }] };
    await send({ ...tools, document: {} } as never, plan as never, {} as never, {} as never);
    expect(applied).toEqual(isSent ? [plan] : []);
    const why = what === "half understood" ? "has errors, so nothing is done on its word" : "Nothing was sent.";
    expect(told).toEqual(isSent ? [] : [expect.stringContaining(why)]);

    // So is an update of what is linked by its own ClientId.
    const session = Promise.resolve({ ...tools.session, outline: async () => ({ apps: [{ poolId }] }) });
    const existing = { poolId, clientId: "1example23456789", environment, spec: { document: { uri: spec }, index: 0 } };
    expect(await isStillLinked({ session } as never, existing as never)).toBe(isSent);
    // And so are the commands for it, before anything is read.
    expect((await linkedIn({ session } as never, {} as never)).errors).toHaveLength(what === "half understood" ? 1 : 0);
  });
});
