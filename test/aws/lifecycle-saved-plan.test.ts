import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { applyScene, live, web } from "../support/apply-scene.ts";
import { accounts } from "../support/lifecycle-scene.ts";

/** A saved plan: what was approved, or nothing. */
const scene = applyScene();
const writes = () => scene().proxy.writes();
const json = (text: string) => JSON.parse(text);

describe("a saved plan", () => {
  const plan = ["plan", "--env", "dev", "--out", "plan.json", "web.cognito-client.yaml"];

  test("is applied as it was approved, by another profile of the account, too", async () => {
    const { id } = scene().strict.addAppClient(live, { secrets: 1 });
    scene().linked(id);
    expect(await scene().cli(...plan)).toMatchObject({ code: 0 });
    expect(scene().read("plan.json")).not.toContain(scene().strict.pool.appClients.get(id)?.secrets[0]?.value);
    expect(json(scene().read("plan.json"))).toMatchObject({
      plans: [
        { file: "web.cognito-client.yaml", environment: "dev", action: "update", account: accounts.dev, clientId: id },
      ],
    });
    expect(await scene().cli("apply", "--yes", "plan.json")).toMatchObject({ code: 0 });
    expect(writes()).toEqual(["UpdateUserPoolClient"]);
    expect(await scene().cli("apply", "--yes", "plan.json"), "once").toMatchObject({ code: 1 });
    expect(writes()).toEqual(["UpdateUserPoolClient"]);
  });

  test("opens a protected environment that it names", async () => {
    const pool = scene().strict.world.pools.get(scene().prodPool);
    const { id } = scene().strict.addAppClient(live, {}, pool);
    scene().write("web.cognito-client.yaml", web);
    scene().write(
      "cognito-client.environments.yaml",
      scene().environments(`  web.cognito-client.yaml: { prod: { id: ${id} } }\n`),
    );
    const made = await scene().main(
      "plan",
      "--profile",
      "prod",
      "--env",
      "prod",
      "--out",
      "plan.json",
      "web.cognito-client.yaml",
    );
    expect(made).toMatchObject({ code: 0 });
    expect(await scene().main("apply", "--profile", "prod", "--yes", "plan.json")).toMatchObject({ code: 0 });
  });

  test("is refused when anything is not as it was, or was edited", async () => {
    const { id } = scene().strict.addAppClient(live);
    const other = scene().strict.addAppClient({ ...live, ClientName: "other" });
    const fresh = async () => {
      scene().linked(id);
      scene().strict.change(id, { AuthSessionValidity: 15 });
      expect(await scene().typed(plan, [])).toMatchObject({ code: 0 });
    };
    const saved = (edit: (text: string) => string) =>
      writeFileSync(join(scene().folder, "plan.json"), edit(scene().read("plan.json")));
    for (const change of [
      () => scene().write("web.cognito-client.yaml", web.replace("app.example", "evil.example")),
      () => scene().strict.change(id, { AuthSessionValidity: 5 }),
      () => scene().strict.change(id, {}),
      () => scene().linked(other.id),
      () => scene().linked(id, ", set: { ClientName: other }"),
      () => saved((text) => text.replace("https://app.example.com/callback", "https://evil.example")),
      () => saved((text) => text.replace(/"digest": "./, '"digest": "x')),
      () => saved((text) => text.replace(accounts.dev, accounts.prod)),
      () => saved((text) => text.replace(id, other.id)),
      () => saved((text) => text.replace('"update"', '"none"')),
    ]) {
      await fresh();
      change();
      const { code } = await scene().typed(["apply", "--yes", "plan.json"], []);
      expect({ change: String(change), code }).toEqual({ change: String(change), code: 1 });
    }
    await fresh();
    expect(await scene().main("apply", "--profile", "prod", "--yes", "plan.json"), "another account").toMatchObject({
      code: 1,
    });
    expect(writes()).toEqual([]);
  });

  test("holds no secret of a spec: then it is not written", async () => {
    scene().write("cognito-client.environments.yaml", scene().environments("  web.cognito-client.yaml: { dev: {} }\n"));
    const secret = "CanaryCanaryCanaryCanary42";
    scene().write("web.cognito-client.yaml", `${web}ClientSecret: ${secret}\n`);
    const { code, out, err } = await scene().main(
      "plan",
      "--env",
      "dev",
      "--out",
      "secret-plan.json",
      "web.cognito-client.yaml",
    );
    expect(code).toBe(1);
    expect(err).toContain("a saved plan holds none");
    expect(out + err).not.toContain(secret);
    expect(existsSync(join(scene().folder, "secret-plan.json"))).toBe(false);
  });
});
