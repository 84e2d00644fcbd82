import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { accounts, type LifecycleScene, lifecycleScene } from "../support/lifecycle-scene.ts";

/** A protected environment is guarded whatever is written to its pool, and whatever a file says of it later. */
let scene: LifecycleScene;
let prodPool: string;

beforeAll(async () => {
  scene = await lifecycleScene();
  prodPool = scene.strict.addPool({ account: accounts.prod, name: "Production" }).id;
});
beforeEach(() => {
  for (const pool of scene.strict.world.pools.values()) pool.appClients.clear();
  scene.forget();
  scene.proxy.reset();
  environments();
});
afterAll(() => scene[Symbol.asyncDispose]());

const writes = () => scene.proxy.writes();
const asked = () => scene.proxy.calls.filter((call) => call !== "GetCallerIdentity");

function environments(clients: object = {}, more: object = {}): void {
  const dev = { account: accounts.dev, pool: scene.strict.poolId };
  const prod = { account: accounts.prod, pool: prodPool, protected: true };
  scene.write("cognito-client.environments.json", { environments: { dev, prod, ...more }, clients });
}

/** A spec in either syntax. @returns its name */
function spec(syntax: "json" | "yaml", members: object): string {
  const name = `web.cognito-client.${syntax}`;
  const yaml = Object.entries(members).map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`);
  scene.write(name, syntax === "json" ? members : yaml.join(""));
  return name;
}
const web = { ClientName: "web", CallbackURLs: ["https://app.example.com/callback"] };
const own = () => ({ UserPoolId: prodPool, ...web });

describe.each(["json", "yaml"] as const)("a create into the pool of a protected environment, %s", (syntax) => {
  test.each([
    ["that the spec names", own, []],
    ["that --pool names", () => web, () => ["--pool", prodPool]],
  ] as const)("%s: --yes alone does not do", async (_how, members, more) => {
    const file = spec(syntax, members());
    const create = (...rest: string[]) =>
      scene.main(
        "create",
        "--profile",
        "prod",
        "--yes",
        ...(typeof more === "function" ? more() : more),
        ...rest,
        file,
      );
    expect(await create()).toMatchObject({ code: 2, err: expect.stringContaining("confirm it with --confirm prod") });
    expect(await create("--confirm", "PROD")).toMatchObject({ code: 2 });
    expect(await create("--confirm", "dev")).toMatchObject({ code: 2 });
    expect(writes()).toEqual([]);
    const { code, out } = await create("--confirm", "prod");
    expect(code).toBe(0);
    expect(out).toContain("// Environment: prod (protected)");
    expect(writes()).toEqual(["CreateUserPoolClient"]);
  });

  test.each([
    [["pro", "yes"], 1],
    [[], 1],
    [["prod", "no"], 1],
    [["prod", "yes"], 0],
  ])("typed at a terminal: %j", async (answers, code) => {
    const file = spec(syntax, own());
    expect(await scene.typed(["create", "--profile", "prod", file], answers as string[])).toMatchObject({ code });
    expect(writes()).toHaveLength(code === 0 ? 1 : 0);
  });

  test("what the environments file says changes while the question stands: nothing is sent", async () => {
    const file = spec(syntax, own());
    for (const edit of [
      () => environments({}, { prod: { pool: prodPool, account: accounts.prod, protected: false } }),
      () => environments({}, { prod: { pool: "us-east-1_Other1234" } }),
      () => scene.write("cognito-client.environments.json", "{"),
    ]) {
      environments();
      let edited = false;
      const meanwhile = () => {
        if (!edited) edit();
        edited = true;
      };
      const ran = await scene.typed(["create", "--profile", "prod", file], ["prod", "yes"], meanwhile);
      expect(ran).toMatchObject({ code: 1, out: expect.stringContaining("has changed. Nothing was sent.") });
    }
    expect(writes()).toEqual([]);
  });

  test("another account than its own: nothing is read", async () => {
    const file = spec(syntax, own());
    expect(await scene.main("create", "--profile", "dev", "--yes", "--confirm", "prod", file)).toMatchObject({
      code: 1,
      err: expect.stringContaining(`prod must be account ${accounts.prod}; dev is ${accounts.dev}`),
    });
    expect(asked()).toEqual([]);
  });

  test("an environments file that is half understood may be what protects it: nothing is asked", async () => {
    const file = spec(syntax, own());
    scene.write("cognito-client.environments.json", '{"environments":{"prod":{"pool":"x","profile":"p"}}}');
    expect(await scene.main("create", "--profile", "prod", "--yes", file)).toMatchObject({ code: 2 });
    expect(scene.proxy.calls).toEqual([]);
  });

  test("the pool of one that is not protected asks for nothing more", async () => {
    const file = spec(syntax, { UserPoolId: scene.strict.poolId, ...web });
    expect(await scene.main("create", "--yes", file)).toMatchObject({ code: 0 });
  });

  test.each([
    ["apply", ["apply", "--yes"], "--confirm"],
    ["delete", ["delete", "--confirm", "web"], "--confirm-env"],
    ["secrets add", ["secrets", "add", "--yes", "--show-secret"], "--confirm-env"],
  ])("%s of a spec with a ClientId of its own, in that pool", async (_what, args, option) => {
    const pool = scene.strict.world.pools.get(prodPool);
    const { id } = scene.strict.addAppClient({ ClientName: "web" }, { secrets: 1 }, pool);
    const file = spec(syntax, { ClientId: id, ...own() });
    const run = (...more: string[]) => scene.main(...args, "--profile", "prod", ...more, file);
    expect(await run()).toMatchObject({ code: 2, err: expect.stringContaining(`confirm it with ${option} prod`) });
    expect(await run(option, "dev")).toMatchObject({ code: 2 });
    expect(writes()).toEqual([]);
    expect(await run(option, "prod")).toMatchObject({ code: 0 });
    expect(writes()).toHaveLength(1);
  });

  test("an environment without a pool opens none that another one protects", async () => {
    environments({ [`web.cognito-client.${syntax}`]: { bare: {} } }, { bare: {} });
    const file = spec(syntax, own());
    const apply = (...more: string[]) =>
      scene.main("apply", "--profile", "prod", "--env", "bare", "--yes", ...more, file);
    expect(await apply()).toMatchObject({ code: 2, err: expect.stringContaining("prod is protected") });
    expect(writes()).toEqual([]);
    expect(await apply("--confirm", "prod")).toMatchObject({ code: 0 });
  });
});

test("an environment that names no account: after the first write it is said how to write it down, and once", async () => {
  const { id } = scene.strict.addAppClient({ ...web, CallbackURLs: ["https://old.example.com/cb"] });
  const file = spec("yaml", web);
  scene.write("cognito-client.environments.json", {
    environments: { dev: { pool: scene.strict.poolId } },
    clients: { [file]: { dev: { id } } },
  });
  const hint = `under environments.dev: account: "${accounts.dev}"`;
  const first = await scene.main("apply", "--yes", file);
  expect(first).toMatchObject({ code: 0, err: expect.stringContaining(hint) });
  spec("yaml", { ...web, CallbackURLs: ["https://new.example.com/cb"] });
  const second = await scene.main("apply", "--yes", file);
  expect(second.code).toBe(0);
  expect(second.err).not.toContain(hint);
});

describe("what an app client was when it was last written from here", () => {
  const write = async () => {
    const { id } = scene.strict.addAppClient(
      { ...web, CallbackURLs: ["https://old.example.com/cb"] },
      {},
      scene.strict.world.pools.get(prodPool),
    );
    const file = spec("yaml", web);
    environments({ [file]: { prod: { id } } });
    const first = await scene.main("apply", "--profile", "prod", "--env", "prod", "--yes", "--confirm", "prod", file);
    expect(first).toMatchObject({ code: 0 });
    scene.proxy.reset();
    spec("yaml", { ...web, CallbackURLs: ["https://evil.example.com/cb"] });
    return { id, file };
  };

  test.each([
    ["prod passes for another", { stage: { pool: "" } }, "stage", "The environments file now calls it stage."],
    ["its protection is gone", { prod: { pool: "", protected: false } }, "prod", "and protected, and it no longer is."],
  ])("%s: said first, and its name is asked for all the same", async (_what, made, environment, sentence) => {
    const { id, file } = await write();
    const named = Object.fromEntries(Object.entries(made).map(([name, rest]) => [name, { ...rest, pool: prodPool }]));
    scene.write("cognito-client.environments.json", {
      environments: named,
      clients: { [file]: { [environment]: { id } } },
    });
    const apply = (...more: string[]) => scene.main("apply", "--profile", "prod", "--yes", ...more, file);
    expect(await apply()).toMatchObject({ code: 2, err: expect.stringContaining(sentence) });
    const remove = ["delete", "--profile", "prod", "--confirm", "web", file];
    expect(await scene.main(...remove)).toMatchObject({ code: 2, err: expect.stringContaining(sentence) });
    expect(writes()).toEqual([]);
    expect(await apply("--confirm", "prod")).toMatchObject({ code: 0 });
    expect(await apply(), "written under this name now: it is what the user says").toMatchObject({ code: 0 });
  });

  test("a saved plan does not vouch for it", async () => {
    const { id, file } = await write();
    scene.write("cognito-client.environments.json", {
      environments: { stage: { pool: prodPool } },
      clients: { [file]: { stage: { id } } },
    });
    expect(await scene.main("plan", "--profile", "prod", "--out", "plan.json", file)).toMatchObject({ code: 0 });
    expect(await scene.main("apply", "--profile", "prod", "--yes", "plan.json")).toMatchObject({
      code: 2,
      err: expect.stringContaining("prod is protected"),
    });
    expect(writes()).toEqual([]);
  });
});
