/** The first minutes of somebody who has just run `npm start`: the page it opens on, and what that page says to try. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startFiles } from "../../tools/start-page.ts";
import { root } from "../support/cache.ts";
import { type LocalAccounts, startLocalAccounts } from "../support/local-accounts.ts";
import { temporaryFolder } from "../support/process.ts";
import { openScene, type Scene } from "../support/scene.ts";
import { pictureOfFailure } from "./picture-of-failure.ts";

let scene: Scene;
let accounts: LocalAccounts;
const stack = new AsyncDisposableStack();
beforeAll(async () => {
  accounts = stack.use(await startLocalAccounts(stack.use(temporaryFolder("aws")).path));
  const examples = join(root, "examples");
  const files = Object.fromEntries(
    readdirSync(examples).map((name) => [name, readFileSync(join(examples, name), "utf8")]),
  );
  const plain =
    '{\n  "UserPoolId": "eu-west-1_EXAMPLE1",\n  "ClientName": "plain",\n  "CallbackURLs": ["http://a.example/"]\n}\n';
  scene = stack.use(
    await openScene({
      files: { ...files, ...startFiles(accounts), "plain.json": plain },
      env: { ...accounts.environment },
      settings: { "workbench.startupEditor": "readme" },
    }),
  );
});
afterAll(() => stack.disposeAsync());
pictureOfFailure(() => scene);

const preview = (name: string) => scene.workbench.page.locator(".tab", { hasText: new RegExp(`Preview\\W+${name}`) });

test("The window opens on the page that says what to try, narrow and wide", async () => {
  const { workbench } = scene;
  const { page } = workbench;
  await preview("README.md").waitFor();
  const frame = page.frameLocator("iframe.webview.ready").frameLocator("#active-frame");
  await frame.getByRole("heading", { name: "Try Cognito App Client" }).waitFor();
  for (const width of [800, 1400]) {
    await page.setViewportSize({ width, height: width === 800 ? 600 : 900 });
    await frame.getByRole("heading", { name: "In the first five minutes" }).waitFor();
    await workbench.screenshot(`first-minute-${width}`);
  }
});

test("Fix All says what it left", async () => {
  const { workbench } = scene;
  await workbench.openFile("broken.cognito-client.yaml");
  await workbench.runCommand("Cognito App Client: Fix All Safe Problems");
  expect(await workbench.notification(/fixed/)).toMatch(/For you to decide.*url-http-not-loopback/);
  await workbench.screenshot("first-fix-all");
});

test("The whole folder is checked, and Problems has files that are not open", async () => {
  const { workbench } = scene;
  await workbench.runCommand("Cognito App Client: Check All Specs and Templates");
  // As the editor has them: what was just fixed and is not saved counts no more.
  expect(await workbench.notification(/files checked/)).toMatch(/: 5 errors, in 1 of them/);
  expect((await workbench.problems()).length).toBeGreaterThan(3);
  await workbench.screenshot("first-check-all");
  // A document stays open for minutes after its tab: its problems are there all the same.
  await workbench.openFile("broken.cognito-client.yaml");
  await workbench.runCommand("File: Revert File");
  await workbench.runCommand("View: Close All Editors");
  await workbench.page.locator(".markers-panel .monaco-list-row", { hasText: "authorization_code" }).first().waitFor();
});

test("Signing in is tried with what the connected pool says", async () => {
  const { workbench } = scene;
  const { dev } = accounts;
  await workbench.openFile("web.cognito-client.yaml");
  await workbench.openFile("storefront.cognito-client.yaml");
  await workbench.runCommand("Cognito App Client: Copy App Configuration…");
  await workbench.quickPick(/environment/i);
  await workbench.pick("dev");
  await workbench.quickPick(/application use/);
  await workbench.pick("Amplify");
  await workbench.notification(/is copied/);
  expect(await workbench.clipboard()).toContain(`userPoolClientId: "${dev.appClients["storefront"]}"`);
});

test("A rule's page opens in the editor, without a network", async () => {
  const { workbench } = scene;
  await workbench.openFile("broken.cognito-client.yaml");
  await workbench.goTo(24, 8);
  await workbench.squiggles("error", 1);
  await workbench.runCommand("Cognito App Client: Open Rule Page");
  await preview("url-http-not-loopback.md").waitFor();
  const frames = workbench.page.frameLocator("iframe.webview.ready").last().frameLocator("#active-frame");
  await frames.getByRole("heading", { name: "url-http-not-loopback" }).waitFor();
  // Links between pages lead on, to pages in the pack and beside it.
  await frames.getByRole("link", { name: "All rules" }).click();
  await frames.getByRole("heading", { name: "Rules", exact: true }).waitFor();
  await workbench.screenshot("first-rule-page");
});

test("A file with an app client in it has one quiet line above it, and becomes a spec for good", async () => {
  const { workbench } = scene;
  await workbench.openFile("plain.json");
  await workbench.lens("This looks like a Cognito app client: treat it as a spec");
  await workbench.squiggles("error", 1);
  await expect.poll(() => scene.read(".vscode/settings.json"), { timeout: 30_000 }).toContain("plain.json");
});
