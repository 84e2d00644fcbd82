/** Create in AWS…, from the palette to the app client in the local Cognito; every way to turn back; and what goes otherwise (outcomes.ts). */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openScene, type Scene, sceneProfile } from "../support/scene.ts";
import { outcomeFiles, outcomes } from "./outcomes.ts";
import { pictureOfFailure } from "./picture-of-failure.ts";

const create = "Cognito App Client: Create in AWS…";
const confirm = "Create app client";

const body = {
  ClientName: "web",
  GenerateSecret: true,
  ExplicitAuthFlows: ["ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"],
  AllowedOAuthFlowsUserPoolClient: true,
  AllowedOAuthFlows: ["code"],
  AllowedOAuthScopes: ["openid", "email"],
  CallbackURLs: ["https://app.example.com/callback"],
  AccessTokenValidity: 30,
  TokenValidityUnits: { AccessToken: "minutes", IdToken: "minutes", RefreshToken: "days" },
  PreventUserExistenceErrors: "ENABLED",
};

let scene: Scene;
beforeAll(async () => {
  scene = await openScene({
    files: {
      ...outcomeFiles,
      "web.cognito-client.json": JSON.stringify({ UserPoolId: "{poolId}", ...body }, null, 2),
      "poolless.cognito-client.yaml": "ClientName: native\nExplicitAuthFlows: [ALLOW_USER_SRP_AUTH]\n",
      "wrong.cognito-client.yaml": "UserPoolId: '{poolId}'\nClientName: wrong\nPreventUserExistenceErrors: MAYBE\n",
    },
  });
});
afterAll(() => scene?.[Symbol.asyncDispose]());
pictureOfFailure(() => scene);

/** Opens a spec and goes as far as the confirmation. */
async function untilConfirmation(): Promise<void> {
  const { workbench } = scene;
  await workbench.openFile("web.cognito-client.json");
  await workbench.runCommand(create);
  await workbench.quickPick(/profile/i);
  await workbench.pick(sceneProfile);
  await workbench.quickPick(/plan beside/i);
  await workbench.pick("Create app client");
  await workbench.dialog();
}

/** Nothing has arrived so far; what comes late is seen by the next test, and at the end. */
async function nothingWritten(): Promise<void> {
  expect(scene.calls.writes()).toEqual([]);
  expect(await scene.cognito.appClients()).toEqual([]);
}

test("Escape at the choice of profile sends nothing", async () => {
  const { workbench } = scene;
  await workbench.openFile("web.cognito-client.json");
  await workbench.runCommand(create);
  const { items } = await workbench.quickPick(/profile/i);
  expect(items.join("\n")).toContain(sceneProfile);
  expect(items.join("\n")).toContain("us-east-1");
  await workbench.screenshot("create-1-profile");
  await workbench.press("Escape");
  await workbench.noQuickPick();
  await nothingWritten();
});

test("Escape at the choice of pool sends nothing, and Back leads to the profiles", async () => {
  const { workbench } = scene;
  await workbench.openFile("poolless.cognito-client.yaml");
  await workbench.runCommand(create);
  await workbench.quickPick(/profile/i);
  await workbench.pick(sceneProfile);
  await workbench.quickPick(/user pool/i);
  await workbench.offered(scene.cognito.poolId);
  await workbench.screenshot("create-2-pool");
  await workbench.back();
  await workbench.quickPick(/profile/i);
  await workbench.pick(sceneProfile);
  await workbench.quickPick(/user pool/i);
  await workbench.press("Escape");
  await workbench.noQuickPick();
  await nothingWritten();
});

for (const way of ["Cancel", "Escape"])
  test(`${way} in the confirmation sends nothing`, async () => {
    await untilConfirmation();
    if (way === "Cancel") await scene.workbench.answer("Cancel");
    else await scene.workbench.press("Escape");
    await scene.workbench.noDialog();
    await nothingWritten();
  });

test("A spec with an error opens Problems instead", async () => {
  const { workbench } = scene;
  await workbench.openFile("wrong.cognito-client.yaml");
  await workbench.squiggles("error", 1);
  await workbench.runCommand(create);
  await workbench.notification(/error|mend|fix|problem/i);
  await workbench.screenshot("create-stopped-by-error");
  await nothingWritten();
});

test("What was confirmed is created, once, with exactly the spec's values", async () => {
  const { workbench } = scene;
  await untilConfirmation();
  const { message, detail, buttons } = await workbench.dialog();
  await workbench.screenshot("create-3-confirmation");
  expect(buttons).toContain(confirm);
  expect(message).toContain("web");
  expect(detail).toContain(scene.cognito.poolId);
  expect(detail).toContain("us-east-1");
  await nothingWritten();
  await workbench.answer(confirm, { clickCount: 2 });
  await workbench.notification(/created the app client/i);
  await workbench.screenshot("create-4-created");

  const [made, ...more] = await scene.cognito.appClients();
  expect(more).toEqual([]);
  const { GenerateSecret, ...sent } = body;
  expect(made).toMatchObject({ ...sent, UserPoolId: scene.cognito.poolId });
  expect(made?.ClientSecret !== undefined).toBe(GenerateSecret);
  await workbench.pressNotification("Copy client ID");
  await expect.poll(() => workbench.clipboard()).toBe(made?.ClientId);
  // Nothing can be waited for here: a second write gets a second to arrive.
  await workbench.page.waitForTimeout(1_000);
  expect(scene.calls.writes()).toEqual(["CreateUserPoolClient"]);
});

describe("what goes otherwise", () => outcomes(() => scene));
