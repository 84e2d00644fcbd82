/** A connected pool: what is offered and checked from it, that it can be forgotten, and that no secret stays on disk. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { CreateResourceServerCommand, CreateUserPoolCommand } from "@aws-sdk/client-cognito-identity-provider";
import { afterAll, beforeAll, expect, test } from "vitest";
import { emulatorProfile } from "../support/aws-files.ts";
import { describeAppClients, emulatorApi } from "../support/cognito-local.ts";
import { startMoto } from "../support/moto.ts";
import { temporaryFolder } from "../support/process.ts";
import { openScene, type Scene, sceneProfile } from "../support/scene.ts";
import { pictureOfFailure } from "./picture-of-failure.ts";

const written = "canaryInTheSpec0123456789AAAA";
const region = "us-east-1";
const machine = (scope: string) => `ClientName: nightly-report
GenerateSecret: true
AllowedOAuthFlowsUserPoolClient: true
AllowedOAuthFlows: [client_credentials]
AllowedOAuthScopes:
  - ${scope}
`;

const template = `AWSTemplateFormatVersion: "2010-09-09"
Resources:
  Pool:
    Type: AWS::Cognito::UserPool
  Nightly:
    Type: AWS::Cognito::UserPoolClient
    Properties:
      UserPoolId: !Ref Pool
${machine("https://api.example.com/read").replace(/^(?=.)/gm, "      ")}`;

let scene: Scene;
let poolId: string;
let api: ReturnType<typeof emulatorApi>;
const stack = new AsyncDisposableStack();
beforeAll(async () => {
  const moto = await startMoto();
  if ("missing" in moto) throw new Error(moto.missing);
  stack.use(moto);
  api = stack.adopt(emulatorApi(moto.url, region), (client) => client.destroy());
  const { UserPool } = await api.send(new CreateUserPoolCommand({ PoolName: "Customers" }));
  poolId = UserPool?.Id ?? "";
  const Scopes = [{ ScopeName: "read", ScopeDescription: "Read the orders" }];
  const server = { UserPoolId: poolId, Identifier: "https://api.example.com", Name: "Orders", Scopes };
  await api.send(new CreateResourceServerCommand(server));
  const of = (text: string) => `UserPoolId: ${poolId}\n${text}`;
  scene = stack.use(
    await openScene({
      files: {
        "report.cognito-client.yaml": of(machine("https://api.example.com/write")),
        "create.cognito-client.yaml": of(machine("https://api.example.com/read")),
        "stack.yaml": template,
        "secret.cognito-client.yaml": of(`ClientName: known-secret\nClientSecret: ${written}\n`),
      },
      settings: { "cognitoClient.trace.server": "messages" },
      env: {
        ...emulatorProfile(stack.use(temporaryFolder("aws")).path, sceneProfile, moto.url, region),
        LOG_LEVEL: "trace",
      },
    }),
  );
});
afterAll(() => stack.disposeAsync());
pictureOfFailure(() => scene);

/** The rule ids of the problems shown. */
const problems = async () => (await scene.workbench.problems()).join("\n");

test("A connected pool's scopes are checked, offered and named in the status", async () => {
  const { workbench } = scene;
  await workbench.openFile("report.cognito-client.yaml");
  expect(await problems()).not.toContain("scope-not-found");
  await workbench.openFile("report.cognito-client.yaml");
  await workbench.runCommand("Cognito App Client: Connect to Pool…");
  await workbench.quickPick(/profile/i);
  await workbench.pick(sceneProfile);
  await workbench.notification(/are now checked against it/);
  await workbench.squiggles("error", 1);
  await expect.poll(problems).toContain("scope-not-found");
  await workbench.screenshot("pool-scope-not-found");
  await workbench.openFile("report.cognito-client.yaml");
  await workbench.goTo(7, 34);
  await workbench.press("Enter");
  await workbench.type("- ");
  expect(await workbench.completionItems()).toContain("https://api.example.com/read");
  const offer = workbench.page.locator(".suggest-widget.visible .monaco-list-row", {
    hasText: "https://api.example.com/read",
  });
  await offer.filter({ hasText: "Customers" }).waitFor();
  await workbench.screenshot("pool-scope-offered");
  await workbench.press("Escape");
  await workbench.runCommand("File: Revert File");
  await workbench.page.locator(".statusbar-item[id='status.languageStatus']").click();
  await workbench.page.locator(".hover-language-status", { hasText: `pool ${poolId}` }).waitFor();
  await workbench.screenshot("pool-status");
  await workbench.press("Escape");
});

test("Disconnect makes it silent again", async () => {
  const { workbench } = scene;
  await workbench.openFile("report.cognito-client.yaml");
  await workbench.runCommand("Cognito App Client: Disconnect from Pool…");
  await workbench.quickPick(/forget/);
  await workbench.pick("Customers");
  await workbench.squiggles("error", 0);
  await expect.poll(problems).not.toContain("scope-not-found");
});

test("A template's pool is tied to the one that is chosen, until that is forgotten", async () => {
  const { workbench } = scene;
  await workbench.openFile("stack.yaml");
  // The template itself has no such scope.
  await workbench.squiggles("warning", 1);
  await workbench.goTo(8, 10);
  await workbench.runCommand("Cognito App Client: Connect to Pool…");
  await workbench.quickPick(/profile/i);
  await workbench.pick(sceneProfile);
  await workbench.quickPick(/user pool/i);
  await workbench.pick("Customers");
  await workbench.squiggles("warning", 0);
  await workbench.runCommand("Cognito App Client: Disconnect from Pool…");
  await workbench.quickPick(/forget/);
  await workbench.pick("Customers");
  await workbench.squiggles("warning", 1);
});

test("No secret, written or returned, is in any file of VS Code", async () => {
  const { workbench } = scene;
  await workbench.openFile("secret.cognito-client.yaml");
  await workbench.hover("ClientSecret");
  expect(await problems()).toContain("client-secret-in-plain-text");
  await workbench.openFile("create.cognito-client.yaml");
  await workbench.runCommand("Cognito App Client: Create in AWS…");
  await workbench.quickPick(/profile/i);
  await workbench.pick(sceneProfile);
  await workbench.quickPick(/plan beside/i);
  await workbench.pick("Create app client");
  expect((await workbench.dialog()).detail).toContain("123456789012");
  await workbench.screenshot("pool-confirmation");
  await workbench.answer("Create app client");
  await workbench.notification(/created/i);
  const [made] = await describeAppClients(api, poolId);
  const returned = made?.ClientSecret ?? "";
  expect(returned.length).toBeGreaterThan(20);

  const files = readdirSync(scene.code.userData, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const texts = files.map((file) => ({ file, text: readFileSync(file, "latin1") }));
  // The search finds what is there: the extension's log tells of the create.
  expect(texts.some(({ text }) => text.includes("CreateUserPoolClient"))).toBe(true);
  const leaks = texts.filter(({ text }) => text.includes(written) || text.includes(returned));
  expect(leaks.map(({ file }) => file)).toEqual([]);
});
