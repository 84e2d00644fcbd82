import { describe, expect, test } from "vitest";
import { applyScene, live, web } from "../support/apply-scene.ts";
import { accounts } from "../support/lifecycle-scene.ts";
import { omittedAnswers } from "../support/strict-cognito/index.ts";

/** `plan` and `apply`: what they say, what they send, and their exit codes. */
const scene = applyScene();
const writes = () => scene().proxy.writes();
const json = (text: string) => JSON.parse(text);

describe("apply", () => {
  test.each(omittedAnswers)("changes what the spec declares and nothing else (%s)", async (omitted) => {
    scene().strict.knobs.omitted = omitted;
    const { id } = scene().strict.addAppClient(live);
    scene().linked(id);
    const { code, out, err } = await scene().cli("apply", "--env", "dev", "--yes", "web.cognito-client.yaml");
    expect({ code, err: err.replace(/.*\.\.\.\n/g, "") }).toEqual({ code: 0, err: "" });
    expect(out).toContain("web.cognito-client.yaml in dev: update");
    expect(out).toContain("- https://old.example.com/callback");
    expect(out).toContain("+ https://app.example.com/callback");
    expect(scene().strict.truth(id)).toMatchObject({
      CallbackURLs: ["https://app.example.com/callback"],
      AuthSessionValidity: 15,
      EnableTokenRevocation: false,
      ReadAttributes: ["email"],
    });
    expect(writes()).toEqual(["UpdateUserPoolClient"]);
    expect(await scene().cli("apply", "--env", "dev", "--yes", "web.cognito-client.yaml")).toMatchObject({ code: 0 });
    expect(writes(), "a second time there is nothing to do").toEqual(["UpdateUserPoolClient"]);
    const left = scene().state().replace(/\s/g, "");
    expect(left, "no note, no lock: only what it was").toBe('{"environment":"dev","protected":false}');
  });

  test("says in JSON what became of it", async () => {
    const { id } = scene().strict.addAppClient(live);
    scene().linked(id);
    const { code, out } = await scene().main(
      "apply",
      "--env",
      "dev",
      "--yes",
      "--output",
      "json",
      "web.cognito-client.yaml",
    );
    expect(code).toBe(0);
    expect(json(out)).toEqual({
      results: [
        {
          file: "web.cognito-client.yaml",
          environment: "dev",
          action: "update",
          outcome: "done",
          clientName: "web",
          poolId: scene().strict.poolId,
          region: scene().strict.region,
          clientId: id,
          differences: [],
        },
      ],
    });
  });

  test("creates where the pool certainly has none of that name, and writes the link with its comments kept", async () => {
    scene().write("web.cognito-client.yaml", web);
    scene().write(
      "cognito-client.environments.yaml",
      scene().environments("  # none yet\n  other.cognito-client.yaml: { dev: { id: abc } } # mine\n"),
    );
    const { code, out } = await scene().cli("apply", "--env", "dev", "--yes", "--link", "web.cognito-client.yaml");
    const [made] = await scene().strict.appClients();
    expect({ code, name: made?.ClientName }).toEqual({ code: 0, name: "web" });
    expect(out).toContain(`created web (${made?.ClientId})`);
    const text = scene().read("cognito-client.environments.yaml");
    expect(text).toContain("# where they are");
    expect(text).toContain("# mine");
    expect(text).toMatch(new RegExp(`web\\.cognito-client\\.yaml:\\s*(?:\\{ )?dev:\\s*(?:\\{ )?id: ${made?.ClientId}`));
    expect(await scene().cli("plan", "--env", "dev", "--fail-on-changes", "web.cognito-client.yaml")).toMatchObject({
      code: 0,
    });
  });

  test("makes no second one of a name, and none where the names cannot be listed", async () => {
    scene().write("web.cognito-client.yaml", web);
    scene().write("cognito-client.environments.yaml", scene().environments("  web.cognito-client.yaml: { dev: {} }\n"));
    const { id } = scene().strict.addAppClient(live);
    const args = ["apply", "--env", "dev", "--yes", "web.cognito-client.yaml"];
    const same = await scene().main(...args);
    expect(same.code).toBe(1);
    expect(same.out).toContain(`The pool has web already (${id})`);
    scene().strict.pool.appClients.clear();
    scene().strict.knobs.denied = new Set(["ListUserPoolClients"]);
    const unlisted = await scene().main(...args);
    expect(unlisted.code).toBe(1);
    expect(unlisted.out).toContain("may not be listed");
    expect(writes()).toEqual([]);
  });

  test("an app client that is gone is refused and never made anew", async () => {
    scene().linked("1gone23456789");
    expect(await scene().main("apply", "--env", "dev", "--yes", "web.cognito-client.yaml")).toMatchObject({
      code: 1,
      out: expect.stringContaining("There is no app client 1gone23456789"),
    });
    expect(writes()).toEqual([]);
  });

  test("no environment is the default when there are several", async () => {
    const { id } = scene().strict.addAppClient(live);
    scene().linked(id);
    for (const command of ["plan", "apply"])
      expect(await scene().main(command, "web.cognito-client.yaml")).toMatchObject({
        code: 2,
        err: expect.stringContaining("--env NAME. There are: dev, prod."),
      });
    expect(scene().proxy.calls).toEqual([]);
  });

  test("the account is asserted before anything is read", async () => {
    const { id } = scene().strict.addAppClient(live);
    scene().linked(id);
    const wrong = await scene().main("apply", "--profile", "prod", "--env", "dev", "--yes", "web.cognito-client.yaml");
    expect(wrong.code).toBe(1);
    expect(wrong.out).toContain(`dev must be account ${accounts.dev}; prod is ${accounts.prod}`);
    scene().write("cognito-client.environments.yaml", scene().environments("  web.cognito-client.yaml: { dev: {} }\n"));
    expect(
      (await scene().main("apply", "--profile", "prod", "--env", "dev", "--yes", "web.cognito-client.yaml")).code,
    ).toBe(1);
    expect(scene().proxy.calls.filter((call) => call !== "GetCallerIdentity" && call !== "")).toEqual([]);
  });

  test("two specs for one app client: neither is written", async () => {
    const { id } = scene().strict.addAppClient(live);
    const own = `ClientId: ${id}\nUserPoolId: ${scene().strict.poolId}\n${web}`;
    scene().write("alone/a.cognito-client.yaml", own);
    scene().write("alone/b.cognito-client.yaml", own);
    scene().write("alone/cognito-client.environments.yaml", "environments: {}\n");
    const { code, out } = await scene().main(
      "apply",
      "--yes",
      "alone/a.cognito-client.yaml",
      "alone/b.cognito-client.yaml",
    );
    expect(code).toBe(1);
    expect(out).toContain("stand for the same app client");
    expect(writes()).toEqual([]);
    expect(await scene().main("apply", "--yes", "alone/a.cognito-client.yaml"), "by its own ClientId").toMatchObject({
      code: 0,
    });
    expect(writes()).toEqual(["UpdateUserPoolClient"]);
  });
});

describe("plan", () => {
  test("0, or 4 where a script asks for it; 1 where something is blocked", async () => {
    const { id } = scene().strict.addAppClient(live);
    scene().linked(id);
    const args = ["plan", "--env", "dev", "web.cognito-client.yaml"];
    expect(await scene().main(...args)).toMatchObject({ code: 0 });
    expect(await scene().main(...args, "--fail-on-changes")).toMatchObject({ code: 4 });
    const { out } = await scene().main(...args, "--output", "json");
    expect(json(out).plans[0]).toMatchObject({
      action: "update",
      changes: [
        {
          path: "/CallbackURLs",
          kind: "changed",
          class: "may-stop-sign-in",
          added: ["https://app.example.com/callback"],
          removed: ["https://old.example.com/callback"],
        },
      ],
      undeclared: expect.arrayContaining([expect.objectContaining({ path: "/AuthSessionValidity", live: 15 })]),
      immovable: [],
      protected: false,
    });
    scene().linked("1gone23456789");
    expect(await scene().main(...args, "--fail-on-changes")).toMatchObject({ code: 1 });
    expect(await scene().main("plan", "--env", "dev", "none.yaml")).toMatchObject({ code: 2 });
    expect(await scene().main("plan")).toMatchObject({ code: 2 });
    expect(writes()).toEqual([]);
  });

  test("a template is somebody else's to deploy", async () => {
    scene().write(
      "template.yaml",
      "Resources:\n  Web:\n    Type: AWS::Cognito::UserPoolClient\n    Properties: { UserPoolId: us-east-1_AbCdEfGhI, ClientName: web }\n",
    );
    expect(await scene().main("plan", "template.yaml")).toMatchObject({
      code: 2,
      err: expect.stringContaining("is a template"),
    });
    expect(scene().proxy.calls).toEqual([]);
  });

  test("one app client of several, by its name", async () => {
    scene().write("apis.cognito-client.yaml", `${web}---\n${web.replace("ClientName: web", "ClientName: orders")}`);
    const { id } = scene().strict.addAppClient({ ...live, ClientName: "orders" });
    scene().write(
      "cognito-client.environments.yaml",
      scene().environments(`  apis.cognito-client.yaml#orders: { dev: { id: ${id} } }\n`),
    );
    const { code, out } = await scene().main(
      "plan",
      "--env",
      "dev",
      "--output",
      "json",
      "apis.cognito-client.yaml#orders",
    );
    expect(code).toBe(0);
    expect(json(out).plans).toMatchObject([
      { file: "apis.cognito-client.yaml#orders", action: "update", clientId: id },
    ]);
    expect(await scene().main("plan", "--env", "dev", "apis.cognito-client.yaml#none")).toMatchObject({
      code: 2,
      err: expect.stringContaining("It has web, orders."),
    });
  });
});
