/** The life of an app client that exists: compared, updated, imported, rotated, ended; and every way to turn back. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { passOn } from "../support/count-proxy.ts";
import { openScene, type Scene, sceneProfile } from "../support/scene.ts";
import { defaultAccount, type StrictCognito, startStrictCognito } from "../support/strict-cognito/index.ts";
import { pictureOfFailure } from "./picture-of-failure.ts";

const command = (title: string) => `Cognito App Client: ${title}`;
const ids = {
  web: "1webexample234567890123456",
  prod: "2prodexample34567890123456",
  old: "3oldexample345678901234567",
  own: "4ownexample345678901234567",
  loose: "5looseexample4567890123456",
  orders: "6ordersexample567890123456",
  billing: "7billingexample67890123456",
};
const live = {
  ExplicitAuthFlows: ["ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"],
  CallbackURLs: ["https://old.example.com/callback"],
  AllowedOAuthFlows: ["code"],
  AllowedOAuthScopes: ["openid"],
  AllowedOAuthFlowsUserPoolClient: true,
  SupportedIdentityProviders: ["COGNITO"],
  AuthSessionValidity: 5,
};
const spec = [
  "ClientName: web",
  "ExplicitAuthFlows: [ALLOW_USER_SRP_AUTH, ALLOW_REFRESH_TOKEN_AUTH]",
  "CallbackURLs: [https://app.example.com/callback]",
  "AllowedOAuthFlows: [code]",
  "AllowedOAuthScopes: [openid]",
  "AllowedOAuthFlowsUserPoolClient: true",
  "SupportedIdentityProviders: [COGNITO]",
  "",
].join("\n");
const environments = [
  "# targets",
  "environments:",
  `  dev: { account: "${defaultAccount}", pool: "{poolId}" }`,
  `  prod: { account: "${defaultAccount}", pool: "{poolId}", protected: true }`,
  "clients:",
  "  web.cognito-client.yaml:",
  `    dev: { id: ${ids.web} }`,
  `    prod: { id: ${ids.prod}, set: { ClientName: web-prod } }`,
  "  apis.cognito-client.yaml#orders:",
  `    dev: { id: ${ids.orders} }`,
  "  apis.cognito-client.yaml#billing:",
  `    dev: { id: ${ids.billing} }`,
  "",
].join("\n");

const api = (name: string) =>
  `ClientName: ${name}\nExplicitAuthFlows: [ALLOW_USER_SRP_AUTH, ALLOW_REFRESH_TOKEN_AUTH]\n`;

let scene: Scene<StrictCognito>;
beforeAll(async () => {
  scene = await openScene({
    // With managed login, so that sign-in pages without a style are missed.
    service: () => startStrictCognito({ pool: { domain: { name: "local", custom: false, managedLoginVersion: 2 } } }),
    files: {
      "web.cognito-client.yaml": spec,
      "own.cognito-client.yaml": `UserPoolId: '{poolId}'\nClientId: ${ids.own}\n${spec.replace("web", "own")}AuthSessionValidity: 5\n`,
      "loose.cognito-client.yaml": `UserPoolId: '{poolId}'\n${api("loose")}`,
      "apis.cognito-client.yaml": ["orders", "billing", "fresh"].map(api).join("---\n"),
      "cognito-client.environments.yaml": environments,
    },
  });
  const { cognito } = scene;
  cognito.addAppClient({ ClientName: "web", ...live }, { id: ids.web });
  cognito.addAppClient({ ClientName: "web-prod", ...live }, { id: ids.prod });
  cognito.addAppClient({ ClientName: "Old One", ...live }, { id: ids.old, secrets: 1 });
  cognito.addAppClient({ ClientName: "own", ...live }, { id: ids.own });
  for (const name of ["loose", "orders", "billing"] as const)
    cognito.addAppClient({ ClientName: name, ExplicitAuthFlows: live.ExplicitAuthFlows }, { id: ids[name] });
});
afterAll(() => scene?.[Symbol.asyncDispose]());
afterEach(() => scene.workbench.tidy());
pictureOfFailure(() => scene);

async function planUpdate(environment: string): Promise<void> {
  const { workbench } = scene;
  await workbench.page.locator(".tab", { hasText: "live ↔ wanted" }).waitFor({ state: "hidden" });
  await workbench.openFile("web.cognito-client.yaml");
  await workbench.runCommand(command("Plan Update…"));
  await workbench.quickPick(/which environment/i);
  await workbench.pick(environment);
  await workbench.quickPick(/profile/i);
  await workbench.pick(sceneProfile);
  await workbench.quickPick(/read what would change/i);
}

/** What is called from now on. */
function callsFromHere(): () => readonly string[] {
  const from = scene.calls.calls.length;
  return () => scene.calls.calls.slice(from);
}

const sent: string[] = [];

/**
 * These writes and no others have arrived since this was last asked. All of the file are compared, so that one that comes late is
 * seen by what is asked next.
 */
function written(...operations: string[]): void {
  sent.push(...operations);
  expect(scene.calls.writes()).toEqual(sent);
}

/** Once: after the last test of all no other one would see what comes late. */
afterAll(async () => {
  await scene.workbench.page.waitForTimeout(1_000);
  written();
});

test("Several environments are asked about, and Enter alone takes none; dismissal at each step writes nothing", async () => {
  const { workbench } = scene;
  await workbench.openFile("web.cognito-client.yaml");
  await workbench.runCommand(command("Plan Update…"));
  await workbench.quickPick(/which environment/i);
  await workbench.press("Enter");
  await workbench.quickPick(/which environment/i);
  await workbench.screenshot("life-1-environment");
  await workbench.press("Escape");
  await workbench.noQuickPick();

  await workbench.runCommand(command("Plan Update…"));
  await workbench.quickPick(/which environment/i);
  await workbench.pick("dev");
  await workbench.quickPick(/profile/i);
  await workbench.press("Enter");
  await workbench.quickPick(/profile/i);
  await workbench.press("Escape");
  await workbench.noQuickPick();

  await planUpdate("prod");
  await workbench.press("Enter");
  await workbench.quickPick(/read what would change/i);
  await workbench.screenshot("life-2-plan");
  await workbench.pick("AuthSessionValidity");
  await workbench.quickPick(/the spec does not say it/);
  await workbench.press("Enter");
  await workbench.back();
  await workbench.quickPick(/read what would change/i);
  await workbench.press("Escape");
  await workbench.noQuickPick();

  await planUpdate("prod");
  await workbench.pick("Update “web-prod” in prod");
  await workbench.quickPick(/protected/i);
  await workbench.type("pro");
  await workbench.press("Enter");
  await workbench.quickPick(/type exactly/i);
  await workbench.screenshot("life-3-protected");
  await workbench.press("Escape");
  await workbench.noQuickPick();

  await planUpdate("dev");
  await workbench.pick("Update “web” in dev");
  await workbench.dialog();
  await workbench.press("Escape");
  await workbench.noDialog();
  written();
});

test("The three groups are shown; what the spec does not say is added to it or stays; what was confirmed is sent once", async () => {
  const { workbench, cognito } = scene;
  await planUpdate("prod");
  const { items } = await workbench.quickPick(/read what would change/i);
  expect(items.join("\n")).toMatch(/CallbackURLs/);
  expect(items.join("\n")).toMatch(/AuthSessionValidity/);
  await workbench.page.locator(".tab", { hasText: "live ↔ wanted" }).waitFor();
  await workbench.pick("Update “web-prod” in prod");
  await workbench.quickPick(/protected/i);
  await workbench.type("prod");
  await workbench.press("Enter");
  const { message, detail, buttons } = await workbench.dialog();
  await workbench.screenshot("life-4-modal");
  expect(message).toContain("“web-prod” in prod");
  expect(detail).toContain(defaultAccount);
  expect(detail).toContain(ids.prod);
  expect(detail).toContain("may stop sign-in");
  expect(buttons).toContain("Update app client in prod");
  written();
  await workbench.answer("Update app client in prod");
  await workbench.notification(/Updated “web-prod” in prod/);
  written("UpdateUserPoolClient");
  expect(cognito.truth(ids.prod)).toMatchObject({
    ClientName: "web-prod",
    CallbackURLs: ["https://app.example.com/callback"],
    AuthSessionValidity: 5,
  });
  expect(cognito.truth(ids.web)?.CallbackURLs).toEqual(live.CallbackURLs);
  await workbench.openFile("web.cognito-client.yaml");
  await workbench.page.locator(".codelens-decoration", { hasText: /prod: 1 difference/ }).waitFor();
  await workbench.screenshot("life-5-lens");
});

test("Add to the spec writes what AWS has; then nothing is left to say", async () => {
  const { workbench } = scene;
  await planUpdate("dev");
  await workbench.pick("AuthSessionValidity");
  await workbench.quickPick(/the spec does not say it/);
  await workbench.pick("Add to the spec");
  await workbench.quickPick(/plan was made again/i);
  const { items } = await workbench.quickPick(/plan was made again/i);
  expect(items.join("\n")).not.toMatch(/AuthSessionValidity/);
  await workbench.press("Escape");
  await workbench.noQuickPick();
  await workbench.openFile("web.cognito-client.yaml");
  await workbench.shows("AuthSessionValidity: 5");
  await workbench.page.locator(".codelens-decoration", { hasText: /before your last edit|difference/ }).waitFor();
  await workbench.runCommand("File: Revert File");
  written();
});

test("What somebody changed meanwhile stops the update and is in the new plan; set back to its default, two clicks send it once", async () => {
  const { workbench, cognito } = scene;
  await planUpdate("dev");
  await workbench.pick("Update “web” in dev");
  await workbench.dialog();
  cognito.change(ids.web, { CallbackURLs: ["https://somebody.example.com/"] });
  await workbench.answer("Update app client in dev");
  await workbench.notification(/somebody has changed CallbackURLs of web/);
  await workbench.screenshot("life-16-moved");
  written();
  await workbench.pressNotification("Show the plan again");
  expect((await workbench.quickPick(/plan was made again/i)).items.join("\n")).toContain(
    "https://somebody.example.com/",
  );

  await workbench.pick("AuthSessionValidity");
  await workbench.quickPick(/the spec does not say it/);
  await workbench.pick("Set back to default");
  await workbench.offered("5 → 3");
  await workbench.pick("Update “web” in dev");
  await workbench.dialog();
  await workbench.answer("Update app client in dev", { clickCount: 2 });
  await workbench.notification(/Updated “web” in dev/);
  written("UpdateUserPoolClient");
  expect(cognito.truth(ids.web)).toMatchObject({
    CallbackURLs: ["https://app.example.com/callback"],
    AuthSessionValidity: 3,
  });

  await workbench.notification(/“web” in dev has no style yet/);
  await workbench.pressNotification("Make Sign-In Pages Available…");
  expect((await workbench.dialog()).message).toContain("“web” in dev");
  await workbench.screenshot("life-17-style");
  await workbench.press("Escape");
  await workbench.noDialog();
  written();
  await workbench.runCommand(command("Make Sign-In Pages Available…"));
  await workbench.quickPick(/which environment/i);
  await workbench.pick("dev");
  await workbench.quickPick(/profile/i);
  await workbench.pick(sceneProfile);
  await workbench.answer("Use Cognito's own style", { clickCount: 2 });
  await workbench.notification(/sign-in pages of “web” in dev are available/);
  written("CreateManagedLoginBranding");
});

test("An update without an answer is told as unknown, is not sent again, and is settled by looking", async () => {
  const { workbench, cognito, calls } = scene;
  cognito.change(ids.web, { CallbackURLs: live.CallbackURLs, AuthSessionValidity: 5 });
  calls.conduct = (call) => (call.operation === "UpdateUserPoolClient" ? void call.response.destroy() : passOn(call));
  await planUpdate("dev");
  await workbench.pick("Update “web” in dev");
  await workbench.answer("Update app client in dev");
  await workbench.notification(/web may have been updated/);
  await workbench.screenshot("life-18-unknown");
  written("UpdateUserPoolClient");
  calls.conduct = passOn;
  // It arrives after all, late.
  cognito.change(ids.web, { CallbackURLs: ["https://app.example.com/callback"] });
  await workbench.pressNotification("Look it up");
  await workbench.notification(/An update of the app client “web” has happened/);
  written();
  cognito.change(ids.web, { CallbackURLs: live.CallbackURLs });
});

test("A spec with a ClientId is offered an update at once, without a question; compared, it shows the difference", async () => {
  const { workbench } = scene;
  const called = callsFromHere();
  await workbench.openFile("own.cognito-client.yaml");
  await workbench.runCommand(command("Create in AWS…"));
  await workbench.notification(/exists already, so it can be updated/);
  expect(called()).toEqual([]);
  await workbench.pressNotification("Plan Update…");
  await workbench.quickPick(/profile/i);
  await workbench.pick(sceneProfile);
  await workbench.quickPick(/read what would change/i);
  await workbench.press("Escape");
  await workbench.noQuickPick();
  await workbench.runCommand(command("Compare with AWS…"));
  await workbench.quickPick(/profile/i);
  await workbench.pick(sceneProfile);
  await workbench.notification(/differs from AWS. Different: 1/);
  await workbench.screenshot("life-6-compare");
  written();
});

test("A relabelled environment is told first, and another account is refused before anything is read", async () => {
  const { workbench, folder } = scene;
  const file = join(folder, "cognito-client.environments.yaml");
  const before = scene.read("cognito-client.environments.yaml");
  writeFileSync(
    file,
    before.replace("prod: { id:", "stage: { id:").replace("  prod: {", "  stage: {").replace(", protected: true", ""),
  );
  try {
    scene.cognito.change(ids.prod, { CallbackURLs: ["https://else.example.com/"] });
    await workbench.openFile("web.cognito-client.yaml");
    await workbench.runCommand(command("Plan Update…"));
    await workbench.quickPick(/which environment/i);
    await workbench.offered("stage");
    await workbench.pick("stage");
    await workbench.quickPick(/profile/i);
    await workbench.pick(sceneProfile);
    await workbench.quickPick(/it was “prod”.*now calls it “stage”/);
    await workbench.press("Escape");
    await workbench.noQuickPick();
    writeFileSync(file, before.replaceAll(defaultAccount, "999988887777"));
    const called = callsFromHere();
    await workbench.runCommand(command("Plan Update…"));
    await workbench.quickPick(/which environment/i);
    await workbench.pick("dev");
    await workbench.quickPick(/profile/i);
    await workbench.pick(sceneProfile);
    await workbench.notification(/dev must be account 999988887777/);
    expect(called().filter((operation) => operation !== "GetCallerIdentity")).toEqual([]);
  } finally {
    writeFileSync(file, before);
  }
});

test("Import makes minimal specs under own names, proves them, and links them on request", async () => {
  const { workbench } = scene;
  await workbench.runCommand(command("Import App Clients…"));
  await workbench.quickPick(/profile/i);
  await workbench.pick(sceneProfile);
  await workbench.quickPick(/user pool/i);
  await workbench.offered(scene.cognito.poolId);
  await workbench.pick(scene.cognito.poolId);
  await workbench.quickPick(/tick/i);
  await workbench.offered("already in web.cognito-client.yaml");
  await workbench.offered("already in own.cognito-client.yaml");
  await workbench.screenshot("life-7-import");
  await workbench.pick("Old One");
  await workbench.press("Enter");
  await workbench.quickPick(/which folder/i);
  await workbench.press("Enter");
  await workbench.notification(/no difference/);
  await workbench.screenshot("life-8-imported");
  const text = scene.read("old-one.cognito-client.yaml");
  expect(text).toContain("ClientName: Old One");
  expect(text).toContain("GenerateSecret: true");
  expect(text).not.toMatch(/ClientId|ClientSecret|CreationDate/);
  await workbench.pressNotification("Link…");
  await workbench.quickPick(/which environment is the app client in/i);
  await workbench.pick("dev");
  await expect.poll(() => scene.read("cognito-client.environments.yaml")).toContain(ids.old);
  expect(scene.read("cognito-client.environments.yaml")).toContain("# targets");
  written();
});

test("Drift of an environment is looked at for all that it links", async () => {
  const { workbench } = scene;
  await workbench.runCommand(command("Check for Drift"));
  await workbench.quickPick(/which environment/i);
  await workbench.pick("dev");
  await workbench.quickPick(/profile/i);
  await workbench.pick(sceneProfile);
  await workbench.page.locator(".tab", { hasText: "Drift of dev" }).waitFor();
  // Long lines are wrapped, and what VS Code shows as spaces are no-break spaces.
  const result = async () =>
    (
      await workbench.page
        .locator(".editor-group-container", { hasText: "Drift of dev" })
        .locator(".view-lines")
        .innerText()
    ).replace(/[\s\u00a0]+/g, " ");
  await expect.poll(result).toMatch(/web\.cognito-client\.yaml \(\w+\): differs/);
  expect(await result()).toMatch(/old-one\.cognito-client\.yaml \(\w+\): in sync/);
  await workbench.screenshot("life-9-drift");
  written();
});

test("Link… writes down which app client a spec is; Enter alone chooses none, and each way out writes nothing", async () => {
  const { workbench } = scene;
  const before = scene.read("cognito-client.environments.yaml");
  await workbench.openFile("loose.cognito-client.yaml");
  await workbench.runCommand(command("Plan Update…"));
  await workbench.notification(/is linked to no app client/);
  const called = callsFromHere();
  await workbench.pressNotification("Link…");
  await workbench.quickPick(/profile/i);
  await workbench.pick(sceneProfile);
  await workbench.quickPick(/which app client of aws/i);
  await workbench.press("Enter");
  await workbench.back();
  await workbench.quickPick(/profile/i);
  await workbench.pick(sceneProfile);
  const { items } = await workbench.quickPick(/which app client of aws/i);
  expect(items[0]).toContain("has the spec's name");
  await workbench.screenshot("life-19-link");
  await workbench.pick("loose");
  await workbench.quickPick(/which environment is the app client in/i);
  await workbench.press("Enter");
  await workbench.press("Escape");
  await workbench.noQuickPick();
  expect(scene.read("cognito-client.environments.yaml")).toBe(before);
  await workbench.runCommand(command("Link…"));
  await workbench.quickPick(/profile/i);
  await workbench.pick(sceneProfile);
  await workbench.quickPick(/which app client of aws/i);
  await workbench.pick("loose");
  await workbench.quickPick(/which environment is the app client in/i);
  await workbench.pick("dev");
  await expect.poll(() => scene.read("cognito-client.environments.yaml")).toContain(ids.loose);
  expect(new Set(called())).toEqual(new Set(["GetCallerIdentity", "ListUserPoolClients"]));
  written();
});

test("Of several app clients in a file one is chosen to be updated, and the one of a lens is created, linked and offered its pages", async () => {
  const { workbench, cognito } = scene;
  await workbench.openFile("apis.cognito-client.yaml");
  await workbench.runCommand(command("Plan Update…"));
  await workbench.quickPick(/which app client/i);
  await workbench.press("Enter");
  expect((await workbench.quickPick(/which app client/i)).items).toHaveLength(2);
  await workbench.pick("billing · dev");
  await workbench.quickPick(/profile/i);
  await workbench.pick(sceneProfile);
  await workbench.notification(/AWS has “billing” in dev exactly as the spec says/);

  await workbench.lens("Create in AWS…");
  await workbench.quickPick(/profile/i);
  await workbench.pick(sceneProfile);
  await workbench.quickPick(/user pool/i);
  await workbench.offered(cognito.poolId);
  await workbench.pick(cognito.poolId);
  await workbench.quickPick(/plan beside/i);
  await workbench.pick("Create app client “fresh”");
  // What is written to a pool of a protected environment is guarded by its name.
  await workbench.quickPick(/“prod” is protected/);
  await workbench.type("prod");
  await workbench.press("Enter");
  await workbench.dialog();
  await workbench.answer("Create app client", { clickCount: 2 });
  await workbench.notification(/Created the app client “fresh”/);
  await workbench.notification(/“fresh” .*has no style yet/);
  await workbench.notification(/Write down which app client fresh is/);
  await workbench.screenshot("life-20-created");
  written("CreateUserPoolClient");
  const made = [...cognito.pool.appClients.values()].filter(({ settings }) => settings["ClientName"] === "fresh");
  expect(made).toHaveLength(1);
  await workbench.pressNotification("Link…");
  await workbench.quickPick(/which environment is the app client in/i);
  await workbench.pick("dev");
  await expect.poll(() => scene.read("cognito-client.environments.yaml")).toContain(made[0]?.id);
  written();
});

test("A secret is added and copied, and the older one is deleted by a command of its own", async () => {
  const { workbench, cognito } = scene;
  const secrets = () => cognito.pool.appClients.get(ids.old)?.secrets ?? [];
  const act = async (title: string) => {
    await workbench.openFile("old-one.cognito-client.yaml");
    await workbench.runCommand(command(title));
    await workbench.quickPick(/profile/i);
    await workbench.pick(sceneProfile);
  };
  await act("Rotate Client Secret: Add Client Secret…");
  await workbench.dialog();
  await workbench.press("Escape");
  await workbench.noDialog();
  written();
  await act("Rotate Client Secret: Add Client Secret…");
  await workbench.answer("Add secret");
  await workbench.notification(/Added a secret/);
  written("AddUserPoolClientSecret");
  expect(secrets()).toHaveLength(2);
  const value = secrets()[1]?.value ?? "";
  const result = workbench.page.locator(".editor-group-container", { hasText: "New secret of" });
  await result.getByRole("button", { name: "Copy secret" }).click();
  await expect.poll(() => workbench.clipboard()).toBe(value);
  await workbench.screenshot("life-10-secret");
  expect(await workbench.page.locator("body").innerText()).not.toContain(value);

  await workbench.tidy();
  await act("Rotate Client Secret: Delete Old Client Secret…");
  await workbench.quickPick(/no longer used/i);
  await workbench.press("Enter");
  await workbench.quickPick(/no longer used/i);
  await workbench.screenshot("life-11-secrets");
  await workbench.pick("The older one");
  await workbench.dialog();
  await workbench.press("Escape");
  await workbench.noDialog();
  written();
  await act("Rotate Client Secret: Delete Old Client Secret…");
  await workbench.quickPick(/no longer used/i);
  await workbench.press("Escape");
  await workbench.noQuickPick();
  written();
  await act("Rotate Client Secret: Delete Old Client Secret…");
  await workbench.quickPick(/no longer used/i);
  await workbench.pick("The older one");
  await workbench.answer("Delete secret");
  await workbench.notification(/Deleted the secret/);
  written("DeleteUserPoolClientSecret");
  expect(secrets().map((secret) => secret.value)).toEqual([value]);
});

test("The tree lists connected pools by list calls, with the files that have their app clients", async () => {
  const { workbench } = scene;
  const { page } = workbench;
  // Only what has room is there: the folder's files make some.
  const folder = page.locator(".pane-header", { hasText: "specs" });
  await folder.click();
  await page.locator(".pane-header", { hasText: "Cognito App Clients" }).click();
  const pane = page.locator(".pane", { hasText: "Cognito App Clients" });
  await workbench.openFile("own.cognito-client.yaml");
  const disconnect = command("Disconnect from Pool…");
  await workbench.runCommand(command("Connect to Pool…"));
  await workbench.quickPick(/profile/i);
  await workbench.pick(sceneProfile);
  await workbench.notification(/checked against it/);
  const called = callsFromHere();
  const pool = pane.locator(".monaco-list-row", { hasText: scene.cognito.pool.name });
  await pool.click();
  await pane.locator(".monaco-list-row", { hasText: "old-one.cognito-client.yaml (dev)" }).waitFor();
  await pane.locator(".monaco-list-row", { hasText: "web.cognito-client.yaml (prod)" }).waitFor();
  await pane.locator(".monaco-list-row", { hasText: "own.cognito-client.yaml" }).waitFor();
  expect(new Set(called())).toEqual(new Set(["GetCallerIdentity", "ListUserPoolClients"]));
  await workbench.screenshot("life-12-tree");
  await workbench.runCommand(disconnect);
  await workbench.quickPick(/forget/i);
  await workbench.pick(scene.cognito.poolId);
  await pane.getByText("Import App Clients…").waitFor();
  await workbench.screenshot("life-13-welcome");
  await folder.click();
});

test("A delete asks for the name, exactly, and then once more; each way back deletes nothing", async () => {
  const { workbench, cognito } = scene;
  const act = async () => {
    await workbench.openFile("old-one.cognito-client.yaml");
    await workbench.runCommand(command("Delete App Client…"));
    await workbench.quickPick(/profile/i);
    await workbench.pick(sceneProfile);
    await workbench.quickPick(/what would be gone/i);
  };
  await act();
  await workbench.press("Enter");
  await workbench.quickPick(/what would be gone/i);
  await workbench.screenshot("life-14-delete");
  await workbench.press("Escape");
  await workbench.noQuickPick();
  await act();
  await workbench.pick("Delete “Old One” in dev");
  await workbench.quickPick(/type the app client's name/i);
  await workbench.type("old one");
  await workbench.press("Enter");
  await workbench.quickPick(/type exactly/i);
  await workbench.press("Escape");
  await workbench.noQuickPick();
  await act();
  await workbench.pick("Delete “Old One” in dev");
  await workbench.quickPick(/type the app client's name/i);
  await workbench.type("Old One");
  await workbench.press("Enter");
  await workbench.dialog();
  await workbench.screenshot("life-15-delete-modal");
  await workbench.press("Escape");
  await workbench.noDialog();
  written();
  await act();
  await workbench.pick("Delete “Old One” in dev");
  await workbench.quickPick(/type the app client's name/i);
  await workbench.type("Old One");
  await workbench.press("Enter");
  await workbench.dialog();
  await workbench.answer("Delete app client");
  await workbench.notification(/Deleted the app client/);
  written("DeleteUserPoolClient");
  expect(cognito.truth(ids.old)).toBeUndefined();
});
