import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { applyScene, live, web } from "../support/apply-scene.ts";

/** What stands between a plan and a write: names that are typed, files that are read again, files that are made to do harm. */
const scene = applyScene();
const writes = () => scene().proxy.writes();

describe("confirmation", () => {
  const protect = () => {
    const { id } = scene().strict.addAppClient(live, {}, scene().strict.world.pools.get(scene().prodPool));
    scene().write("web.cognito-client.yaml", web);
    scene().write(
      "cognito-client.environments.yaml",
      scene().environments(`  web.cognito-client.yaml: { prod: { id: ${id}, set: { ClientName: web-prod } } }\n`),
    );
    return id;
  };
  const args = ["apply", "--profile", "prod", "--env", "prod", "web.cognito-client.yaml"];

  test("--yes alone does not open a protected environment", async () => {
    const id = protect();
    for (const [more, code] of [
      [["--yes"], 2],
      [["--confirm", "prod"], 2],
      [["--yes", "--confirm", "dev"], 2],
      [["--yes", "--confirm", "PROD"], 2],
    ] as const)
      expect(await scene().cli(...args, ...more), more.join(" ")).toMatchObject({ code });
    expect(writes()).toEqual([]);
    expect(await scene().cli(...args, "--yes", "--confirm", "prod")).toMatchObject({ code: 0 });
    expect(scene().strict.truth(id)).toMatchObject({ ClientName: "web-prod", AuthSessionValidity: 15 });
  });

  test.each([
    [["pro", "yes"], 1, 1],
    [["Prod", "yes"], 1, 1],
    [[], 1, 1],
    [["prod", "no"], 1, 2],
    [["prod", "yes"], 0, 2],
  ])("typed: %j", async (answers, code, asked) => {
    protect();
    const ran = await scene().typed(args, answers as string[]);
    expect({ code: ran.code, questions: ran.questions.length }).toEqual({ code, questions: asked });
    expect(writes()).toHaveLength(code === 0 ? 1 : 0);
  });

  test("a spec that names the pool of a protected environment is guarded by it, whether it is linked or not", async () => {
    scene().write(
      "cognito-client.environments.yaml",
      scene().environments("  other.cognito-client.yaml: { dev: {} }\n"),
    );
    scene().write("web.cognito-client.yaml", `UserPoolId: ${scene().prodPool}\n${web}`);
    expect(await scene().main("apply", "--profile", "prod", "--yes", "web.cognito-client.yaml")).toMatchObject({
      code: 2,
      err: expect.stringContaining("prod is protected"),
    });
    expect(writes()).toEqual([]);
  });

  test("what is edited while the question stands is not sent: spec, id, set, protection", async () => {
    const id = protect();
    const text = scene().read("cognito-client.environments.yaml");
    for (const edit of [
      () => scene().write("web.cognito-client.yaml", web.replace("app.example", "evil.example")),
      () => scene().write("cognito-client.environments.yaml", text.replace("web-prod", "web-evil")),
      () => scene().write("cognito-client.environments.yaml", text.replace(id, "another")),
      () => scene().write("cognito-client.environments.yaml", text.replace(", protected: true", "")),
      () => scene().write("cognito-client.environments.yaml", "environments: ["),
      () => scene().strict.change(id, { AuthSessionValidity: 3 }),
    ]) {
      scene().write("web.cognito-client.yaml", web);
      scene().write("cognito-client.environments.yaml", text);
      let edited = false;
      const ran = await scene().typed(args, ["prod", "yes"], () => {
        if (!edited) edit();
        edited = true;
      });
      expect({ edit: String(edit), code: ran.code }).toEqual({ edit: String(edit), code: 1 });
    }
    expect(writes()).toEqual([]);
  });
});

describe("an environments file that somebody else has written", () => {
  test("a link of the environments file that leads out of its folder is refused", async () => {
    const { id } = scene().strict.addAppClient(live);
    scene().linked(id);
    scene().write("../outside.yaml", web);
    scene().write(
      "in/cognito-client.environments.yaml",
      scene().environments(`  web.cognito-client.yaml: { dev: { id: ${id} } }\n`),
    );
    symlinkSync(join(scene().folder, "../outside.yaml"), join(scene().folder, "in/web.cognito-client.yaml"));
    expect(await scene().main("apply", "--env", "dev", "--yes", "in/web.cognito-client.yaml")).toMatchObject({
      code: 2,
      err: expect.stringContaining("is a link out of"),
    });
    expect(scene().proxy.calls).toEqual([]);
  });

  test.each([
    ["a profile", "profile: prod"],
    ["an endpoint", "endpoint_url: http://127.0.0.1:1"],
    ["a region", "region: us-west-2"],
    ["__proto__", "__proto__: { protected: false }"],
  ])("an environments file with %s sends nothing anywhere", async (_what, line) => {
    const { id } = scene().strict.addAppClient(live);
    scene().linked(id);
    const text = scene().environments(`  web.cognito-client.yaml: { dev: { id: ${id} } }\n`);
    scene().write("cognito-client.environments.yaml", text.replace("dev: {", `dev: { ${line},`));
    expect(await scene().main("apply", "--env", "dev", "--yes", "web.cognito-client.yaml")).toMatchObject({
      code: 2,
      out: "",
    });
    expect(scene().proxy.calls).toEqual([]);
  });
});

describe("create, for scripts", () => {
  beforeEach(() => scene().write("cognito-client.environments.yaml", "environments: {}\n"));
  const spec = () => scene().write("new.cognito-client.yaml", `UserPoolId: ${scene().strict.poolId}\n${web}`);
  const create = (...more: string[]) => scene().main("create", "--yes", ...more, "new.cognito-client.yaml");

  test("--if-missing creates once, --fail-if-exists refuses, both refuse where nobody can tell", async () => {
    spec();
    expect(await create("--if-missing", "--fail-if-exists")).toMatchObject({ code: 2 });
    scene().strict.knobs.denied = new Set(["ListUserPoolClients"]);
    for (const how of ["--if-missing", "--fail-if-exists"])
      expect(await create(how), how).toMatchObject({ code: 1, err: expect.stringContaining("may not be listed") });
    expect(writes()).toEqual([]);
    scene().strict.knobs.denied = new Set();
    expect(await create("--fail-if-exists")).toMatchObject({ code: 0 });
    expect(await create("--fail-if-exists")).toMatchObject({
      code: 1,
      err: expect.stringContaining("web exists already"),
    });
    expect(await create("--if-missing")).toMatchObject({ code: 0, err: expect.stringContaining("passed over") });
    expect(await create("--if-missing", "--output", "json")).toMatchObject({ code: 0, out: '{\n  "results": []\n}\n' });
    expect(writes()).toEqual(["CreateUserPoolClient"]);
  });

  test("--if-missing creates those of a file that are missing", async () => {
    scene().strict.addAppClient(live);
    const other = web.replace("ClientName: web", "ClientName: api");
    const two = [web, other].map((each) => `UserPoolId: ${scene().strict.poolId}\n${each}`).join("---\n");
    scene().write("new.cognito-client.yaml", two);
    expect(await create("--if-missing")).toMatchObject({ code: 0 });
    const names = (await scene().strict.appClients()).map(({ ClientName }) => ClientName).sort();
    expect(names).toEqual(["api", "web"]);
  });
});
