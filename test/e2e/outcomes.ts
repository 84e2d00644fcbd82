/** What a user is told when a create does not go straight: same names, edits in between, refusals, lost answers, several at once. */
import { beforeAll, beforeEach, expect, test } from "vitest";
import { type Conduct, passOn } from "../support/count-proxy.ts";
import { type Scene, sceneProfile } from "../support/scene.ts";

const flows = "ExplicitAuthFlows: [ALLOW_USER_SRP_AUTH, ALLOW_REFRESH_TOKEN_AUTH]\n";
const spec = (name: string) => `UserPoolId: '{poolId}'\nClientName: ${name}\nGenerateSecret: true\n${flows}`;

export const outcomeFiles = {
  "refused.cognito-client.yaml": spec("refused"),
  "lost.cognito-client.yaml": spec("lost"),
  "two.cognito-client.yaml": `${spec("first")}---\n${spec("second")}`,
  // Long enough that the quick pick does not lie over the name.
  "edited.cognito-client.yaml": `${"#\n".repeat(12)}${spec("edited")}`,
};

let scene: Scene;
const before = new Set<string | undefined>();

/** What these tests have made. */
const names = async () =>
  (await scene.cognito.appClients())
    .filter(({ ClientId }) => !before.has(ClientId))
    .map(({ ClientName }) => ClientName)
    .sort();

export function outcomes(shared: () => Scene): void {
  beforeAll(async () => {
    scene = shared();
    for (const { ClientId } of await scene.cognito.appClients()) before.add(ClientId);
  });
  // Before, so that what a failure leaves can be seen.
  beforeEach(async () => {
    scene.calls.conduct = passOn;
    scene.calls.reset();
    await scene.workbench.tidy();
  });
  test("A refusal stands on the property that AWS blames, until that is changed", async () => {
    const { workbench, calls } = scene;
    calls.conduct = onCreate((call) =>
      call.answer({
        status: 400,
        headers: {
          "content-type": "application/x-amz-json-1.1",
          "x-amzn-requestid": "11111111-2222-3333-4444-555555555555",
        },
        body: Buffer.from(
          JSON.stringify({
            __type: "InvalidParameterException",
            message:
              "1 validation error detected: Value 'refused' at 'clientName' failed to satisfy constraint: Member must satisfy regular expression pattern: x",
          }),
        ),
      }),
    );
    await review("refused.cognito-client.yaml");
    await confirm();
    await workbench.notification(/validation error/);
    expect((await workbench.problems()).join("\n")).toMatch(/AWS/);
    await workbench.screenshot("outcome-refused");
    expect(calls.writes()).toEqual(["CreateUserPoolClient"]);
    await workbench.goTo(2, 19);
    await workbench.type("2");
    await expect.poll(async () => (await workbench.problems()).join("\n")).not.toMatch(/validation error/);
    expect(await names()).toEqual([]);
  });

  test("An edit in the meantime makes the plan anew, and what is then shown is created", async () => {
    const { workbench, calls } = scene;
    await review("edited.cognito-client.yaml");
    await workbench.editor
      .locator(".view-line", { hasText: /ClientName:\sedited/ })
      .first()
      .click();
    await workbench.press("End");
    await workbench.type("-later");
    await workbench.pick("Create app client");
    await workbench.quickPick(/plan was made again/);
    await workbench.pick("Create app client");
    expect((await workbench.dialog()).message).toContain("edited-later");
    expect((await workbench.dialog()).detail).toContain("unsaved changes");
    await workbench.answer("Create app client");
    await workbench.notification(/Created/);
    expect(calls.writes()).toEqual(["CreateUserPoolClient"]);
    expect(await names()).toEqual(["edited-later"]);
  });

  test("A lost answer is looked up, not sent again", async () => {
    const { workbench, calls } = scene;
    calls.conduct = onCreate(async (call) => {
      await call.forward();
      call.response.destroy();
    });
    await review("lost.cognito-client.yaml");
    await confirm();
    await workbench.notification(/answer was lost, but/, 60);
    await workbench.screenshot("outcome-lost-answer");
    expect(calls.writes()).toEqual(["CreateUserPoolClient"]);
    expect((await names()).filter((name) => name === "lost")).toEqual(["lost"]);
  });

  test("A name that is taken is said, Enter alone answers nothing, the two are compared, and Cancel sends nothing", async () => {
    const { workbench, calls } = scene;
    await review("lost.cognito-client.yaml");
    expect((await workbench.quickPick(/plan/i)).items.join("\n")).toContain("Create another app client");
    await workbench.press("Enter");
    await workbench.quickPick(/plan/i);
    await workbench.pick("Compare with lost");
    await workbench.page.locator(".tab", { hasText: "as asked ↔ in AWS" }).waitFor();
    await workbench.page.locator(".tab", { hasText: "Plan for lost" }).waitFor();
    await workbench.screenshot("outcome-same-name");
    await workbench.quickPick(/plan/i);
    await workbench.pick("Cancel");
    await workbench.noQuickPick();
    expect(calls.writes()).toEqual([]);
  });

  test("Several app clients are confirmed together; the result has each, and its secret as often as it is asked for", async () => {
    const { workbench, calls } = scene;
    await review("two.cognito-client.yaml");
    await confirm("Create 2 app clients", "Create 2 app clients");
    await workbench.notification(/Created 2 app clients/);
    await workbench.page.locator(".tab", { hasText: "Result for two.cognito-client.yaml" }).waitFor();
    expect(calls.writes()).toEqual(["CreateUserPoolClient", "CreateUserPoolClient"]);
    const made = await scene.cognito.appClients();
    const secrets = ["first", "second"].flatMap((wanted) =>
      made.flatMap(({ ClientName, ClientSecret }) => (ClientName === wanted ? (ClientSecret ?? []) : [])),
    );
    const told = (await workbench.notifications()).join("\n");
    for (const secret of secrets) expect(told).not.toContain(secret);
    const result = workbench.page.locator(".editor-group-container", { hasText: "Result for two" });
    const copySecret = result.getByRole("button", { name: "Copy secret" });
    expect(secrets).toHaveLength(2);
    for (const [index, times] of [
      [0, 1],
      [1, 2],
    ] as const) {
      for (let time = 0; time < times; time++) {
        await copySecret.nth(index).click();
        await expect.poll(() => workbench.clipboard()).toBe(secrets[index]);
        await workbench.page.evaluate(() => navigator.clipboard.writeText(""));
      }
    }
    await workbench.screenshot("outcome-result");
    expect(await result.locator(".view-lines").first().innerText()).not.toMatch(new RegExp(secrets.join("|")));
  });
}

async function review(file: string): Promise<void> {
  const { workbench } = scene;
  await workbench.openFile(file);
  await workbench.runCommand("Cognito App Client: Create in AWS…");
  await workbench.quickPick(/profile/i);
  await workbench.pick(sceneProfile);
  await workbench.quickPick(/plan/i);
}

async function confirm(choice = "Create app client", button = "Create app client"): Promise<void> {
  await scene.workbench.pick(choice);
  await scene.workbench.dialog();
  await scene.workbench.answer(button);
}

/** Answers creates by `how`, passes everything else on. */
const onCreate =
  (how: Conduct): Conduct =>
  (call) =>
    call.operation === "CreateUserPoolClient" ? how(call) : passOn(call);
