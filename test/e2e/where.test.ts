/** Where AWS may not be reached the language features work all the same, and the command says why it does not. */
import { expect, test } from "vitest";
import { openScene } from "../support/scene.ts";

const create = "Cognito App Client: Create in AWS…";
const files = { "wrong.cognito-client.yaml": "UserPoolId: '{poolId}'\nClientName: a\nExplicitAuthFlows: [NONE]\n" };

test("Restricted Mode: checks work, no credentials are read, nothing is called", async () => {
  await using scene = await openScene({ files, trust: true });
  const { workbench, calls } = scene;
  await workbench.openFile("wrong.cognito-client.yaml");
  await workbench.squiggles("error", 1);
  await workbench.runCommand(create);
  await workbench.notification(/Restricted Mode/);
  await workbench.screenshot("where-restricted");
  const { page } = workbench;
  for (const title of ["Plan Update…", "Import App Clients…", "Delete App Client…", "Connect to Pool…"]) {
    await page.locator(".notification-list-item").first().hover();
    await page.locator(".notification-list-item").getByRole("button", { name: "Clear Notification" }).first().click();
    await workbench.runCommand(`Cognito App Client: ${title}`);
    await workbench.notification(/Restricted Mode/);
  }
  expect(await page.locator(".editor-actions").getByRole("button", { name: "Create in AWS" }).count()).toBe(0);
  expect(calls.calls).toEqual([]);
});

test("VS Code for the Web: checks work in a worker, and AWS commands say that there are no credentials", async () => {
  // Lets the extension run in the browser's own extension host, as in VS Code for the Web.
  const settings = { "remote.extensionKind": { "cognito-app-client.cognito-app-client": ["web"] } };
  await using scene = await openScene({ files, settings });
  const { workbench, calls } = scene;
  await workbench.openFile("wrong.cognito-client.yaml");
  await workbench.squiggles("error", 1);
  await workbench.goTo(3, 21);
  expect((await workbench.quickFixes()).length).toBeGreaterThan(0);
  await workbench.press("Escape");
  await workbench.runCommand(create);
  await workbench.notification(/VS Code for the Web/);
  await workbench.screenshot("where-web");
  expect(calls.calls).toEqual([]);
});
