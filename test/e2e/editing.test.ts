/**
 * A spec in a real window: what hands do in it key by key (typing.ts), what completion writes (writing.ts), and what else helps: hover,
 * hints, lenses, fixes, refactorings, conversion, the walkthrough.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openScene, type Scene } from "../support/scene.ts";
import { pictureOfFailure } from "./picture-of-failure.ts";
import { typing, typingFiles } from "./typing.ts";
import { writing, writingFiles } from "./writing.ts";

const web = `UserPoolId: us-east-1_EXAMPLE1
ClientName: web
AllowedOAuthFlowsUserPoolClient: true
AllowedOAuthFlows: [code]
AllowedOAuthScopes: [openid]
SupportedIdentityProviders: [COGNITO]
CallbackURLs:
  - https://app.example.com/callback
AccessTokenValidity: 1
`;

let scene: Scene;
beforeAll(async () => {
  scene = await openScene({
    files: {
      ...typingFiles,
      ...writingFiles,
      "web.cognito-client.yaml": web,
      "http.cognito-client.yaml": web.replace("https:", "http:"),
      "quoted.cognito-client.yaml": web.replace(": true", ': "true"').concat('EnableTokenRevocation: "true"\n'),
      "empty.cognito-client.yaml": "",
      "once.cognito-client.json":
        '{\n  "UserPoolId": "us-east-1_EXAMPLE1",\n  "ClientName": "web",\n  \n  "GenerateSecret": true,\n}\n',
      "client.json": '{\n  "ClientName": "web"\n}\n',
      "tight.cognito-client.json": '{"UserPoolId":"us-east-1_EXAMPLE1","ClientName":"web"}\n',
    },
  });
});
afterAll(() => scene?.[Symbol.asyncDispose]());
pictureOfFailure(() => scene);

describe("what stands there after", () => {
  typing(() => scene);
  afterAll(() => scene.workbench.tidy());
});

describe("written with completion", () => {
  writing(() => scene);
  afterAll(() => scene.workbench.tidy());
});

/** As long as Playwright waits for what a step names. */
const untilThere = { timeout: 30_000 };

const unique = (texts: string[]) => [...new Set(texts)];

test("Hints, lenses and hovers tell what the text does not", async () => {
  const { workbench } = scene;
  await workbench.openFile("web.cognito-client.yaml");
  await workbench.shows("= 1 hour");
  const lenses = workbench.editor.locator(".codelens-decoration").first();
  await lenses.filter({ hasText: "Create in AWS…" }).waitFor();
  expect(await lenses.innerText()).toContain("Single-page app");
  expect(await workbench.hover("ClientName")).toMatch(/128/);
  await workbench.screenshot("editing-hover-name");
  await workbench.press("Escape");
  const hover = await workbench.hover("AccessTokenValidity");
  expect(hover).toMatch(/1 hour/);
  await workbench.screenshot("editing-hover-lifetime");
  await workbench.press("Escape");
});

test("A refactoring writes the lifetime in minutes", async () => {
  const { workbench } = scene;
  await workbench.openFile("web.cognito-client.yaml");
  await workbench.goTo(9, 22);
  await workbench.runCommand("Refactor...");
  const action = workbench.page.locator(".action-widget .monaco-list-row.action", { hasText: "Write as 60 minutes" });
  await action.waitFor();
  await workbench.screenshot("editing-refactor");
  await action.click();
  await workbench.shows("AccessTokenValidity: 60");
  await workbench.shows("AccessToken: minutes");
  await workbench.save();
});

test("Convert opens the spec as JSON beside it", async () => {
  const { workbench } = scene;
  await workbench.openFile("web.cognito-client.yaml");
  await workbench.runCommand("Cognito App Client: Convert to JSON or YAML");
  await workbench.shows('"ClientName": "web"');
  await workbench.screenshot("editing-converted");
  expect(scene.read("web.cognito-client.yaml")).toContain("ClientName: web");
  await workbench.runCommand("View: Revert and Close Editor");
});

test("A quick fix mends one thing", async () => {
  const { workbench } = scene;
  await workbench.openFile("http.cognito-client.yaml");
  await workbench.squiggles("error", 1);
  await workbench.goTo(8, 10);
  // The lens came above the first line after the file was shown: scroll to it, for the picture.
  await workbench.editor.hover();
  await workbench.page.mouse.wheel(0, -200);
  const [fix] = await workbench.quickFixes();
  await workbench.screenshot("editing-quick-fix");
  await workbench.applyFix(fix ?? "");
  await workbench.shows("https://app.example.com/callback");
  await workbench.squiggles("error", 0);
  await workbench.save();
});

test("Fix All Safe Problems takes the quotes off booleans", async () => {
  const { workbench } = scene;
  await workbench.openFile("quoted.cognito-client.yaml");
  await workbench.squiggles("error", 2);
  await workbench.runCommand("Cognito App Client: Fix All Safe Problems");
  await workbench.shows("EnableTokenRevocation: true");
  await workbench.squiggles("error", 0);
  await workbench.screenshot("editing-fixed-all");
  await workbench.save();
  expect(scene.read("quoted.cognito-client.yaml")).toBe(`${web}EnableTokenRevocation: true\n`);
});

test("An empty spec offers the application types", async () => {
  const { workbench } = scene;
  await workbench.openFile("empty.cognito-client.yaml");
  const items = await workbench.completionItems();
  expect(items).toEqual(expect.arrayContaining(["Single-page application", "Machine-to-machine"]));
  expect(items).toEqual(unique(items));
  await workbench.screenshot("editing-empty");
  await workbench.press("Escape");
});

test("Beside VS Code's own JSON features each completion and each problem appears once", async () => {
  const { workbench } = scene;
  await workbench.openFile("once.cognito-client.json");
  await workbench.goTo(4, 3);
  const items = await workbench.completionItems();
  const words = items.map((label) => label.replaceAll('"', ""));
  expect(words).toContain("CallbackURLs");
  expect(words).toEqual(unique(words));
  await workbench.press("Escape");
  // A comma before the closing brace: every JSON reader has something to say about it.
  await workbench.squiggles("error", 1);
  const rows = (await workbench.problems()).filter((row) => /comma/i.test(row));
  await workbench.screenshot("editing-once");
  expect(rows).toHaveLength(1);
});

test("Format Document lays a spec out, by the two spaces that specs have", async () => {
  const { workbench } = scene;
  await workbench.openFile("tight.cognito-client.json");
  await workbench.runCommand("Format Document");
  await workbench.shows('  "ClientName": "web"');
  await workbench.save();
  expect(scene.read("tight.cognito-client.json")).toBe(
    '{\n  "UserPoolId": "us-east-1_EXAMPLE1",\n  "ClientName": "web"\n}\n',
  );
});

test("Use This File as a Client Spec lasts, where the user wants it", async () => {
  const { workbench } = scene;
  await workbench.openFile("client.json");
  await workbench.runCommand("Cognito App Client: Use This File as a Client Spec");
  await workbench.notification("until the window is loaded again");
  await workbench.screenshot("editing-keep-as-spec");
  await workbench.pressNotification("Write to Workspace Settings");
  await expect
    .poll(
      () => (existsSync(join(scene.folder, ".vscode/settings.json")) ? scene.read(".vscode/settings.json") : ""),
      untilThere,
    )
    .toContain('"**/client.json": "cognito-client-json"');
  await workbench.squiggles("error", 1);
});

test("New Spec… makes files that are specs by their name", async () => {
  const { workbench } = scene;
  await workbench.runCommand("Cognito App Client: New Spec…");
  await workbench.offered("Machine-to-machine");
  await workbench.pick("Machine-to-machine");
  await workbench.offered("YAML");
  await workbench.pick("YAML");
  await workbench.offered("New file…");
  await workbench.pick("New file…");
  const input = workbench.page.locator(".quick-input-widget input.input");
  await expect.poll(() => input.inputValue(), untilThere).toContain("nightly-job.cognito-client.yaml");
  await input.fill(join(scene.folder, "nightly.yaml"));
  await workbench.press("Enter");
  await workbench.shows("ClientName: nightly-job");
  await workbench.screenshot("editing-new-spec");
  expect(existsSync(join(scene.folder, "nightly.yaml"))).toBe(false);
  await expect.poll(() => scene.read("nightly.cognito-client.yaml"), untilThere).toContain("client_credentials");
});

test("The walkthrough opens", async () => {
  const { workbench } = scene;
  await workbench.runCommand("Welcome: Open Walkthrough...");
  await workbench.quickPick();
  await workbench.offered("Define a Cognito App Client in a File");
  await workbench.pick("Define a Cognito App Client in a File");
  await workbench.page.locator(".getting-started-step", { hasText: "Start a spec" }).first().waitFor();
  await workbench.screenshot("editing-walkthrough");
});
