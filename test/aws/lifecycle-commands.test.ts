import { existsSync, mkdirSync, readdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { passOn } from "../support/count-proxy.ts";
import { awsError, only } from "../support/fault-proxy.ts";
import { accounts, type LifecycleScene, lifecycleScene } from "../support/lifecycle-scene.ts";

/** `drift`, `import`, `render`, `secrets` and `delete` as processes of their own. */
let scene: LifecycleScene;
let prodPool: string;

beforeAll(async () => {
  scene = await lifecycleScene({ pool: { tier: "PLUS" } });
  prodPool = scene.strict.addPool({ account: accounts.prod, name: "Production", tier: "PLUS" }).id;
});
beforeEach(() => {
  for (const pool of scene.strict.world.pools.values()) pool.appClients.clear();
  scene.proxy.reset();
});
afterEach(() => {
  scene.proxy.conduct = passOn;
  scene.strict.knobs.omitted = "reset";
  scene.strict.knobs.newMembers = {};
  scene.strict.knobs.denied = new Set();
});
afterAll(() => scene[Symbol.asyncDispose]());

const web = "ClientName: web\nExplicitAuthFlows: [ALLOW_USER_SRP_AUTH, ALLOW_REFRESH_TOKEN_AUTH]\n";
const live = { ClientName: "web", ExplicitAuthFlows: ["ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"] };

function environments(clients: string): string {
  return `environments:
  dev: { account: "${accounts.dev}", pool: ${scene.strict.poolId} }
  prod: { account: "${accounts.prod}", pool: ${prodPool}, protected: true }
clients:
${clients}`;
}

/** A folder with one spec that is linked in `environment`. @returns the spec's path */
function linked(folder: string, id: string, environment = "dev", spec = web): string {
  scene.write(`${folder}/web.cognito-client.yaml`, spec);
  const entry = `  web.cognito-client.yaml: { ${environment}: { id: ${id} } }\n`;
  scene.write(`${folder}/cognito-client.environments.yaml`, environments(entry));
  return `${folder}/web.cognito-client.yaml`;
}

const writes = () => scene.proxy.writes();
const json = (text: string) => JSON.parse(text);
const prod = () => scene.strict.world.pools.get(prodPool);

describe("drift", () => {
  test("0 in sync, 4 different or gone, 1 not to be had, 2 unreadable; the most pressing one counts", async () => {
    const same = scene.strict.addAppClient(live);
    const other = scene.strict.addAppClient({ ...live, AuthSessionValidity: 15 });
    const [a, b, gone] = [linked("d1", same.id), linked("d2", other.id), linked("d3", "1gone23456789")];
    const drift = (...more: string[]) => scene.main("drift", "--env", "dev", ...more);
    expect(await drift(a)).toMatchObject({ code: 0, out: expect.stringContaining("in sync") });
    expect(await drift(b)).toMatchObject({ code: 4, out: expect.stringContaining("AuthSessionValidity: 15") });
    expect(await drift(b, "--declared-only")).toMatchObject({ code: 0 });
    expect(await drift(gone)).toMatchObject({ code: 4, out: expect.stringContaining("gone") });
    const all = await drift(a, b, gone, "--output", "json");
    expect(all.code).toBe(4);
    expect(json(all.out)).toMatchObject({
      drift: [
        { file: a, environment: "dev", clientId: same.id, status: "in-sync", changes: [], undeclared: [] },
        {
          file: b,
          clientId: other.id,
          status: "differs",
          undeclared: [{ path: "/AuthSessionValidity", live: 15, default: 3 }],
        },
        { file: gone, status: "missing", problem: { kind: "missing" } },
      ],
      summary: { inSync: 1, differs: 1, missing: 1, unknown: 0 },
    });
    scene.proxy.conduct = only("DescribeUserPoolClient", (call) =>
      call.answer(awsError(400, "AccessDeniedException", "not authorized")),
    );
    expect(await drift(b), "no permission is not drift").toMatchObject({ code: 1 });
    expect(await drift(b, "none.yaml")).toMatchObject({ code: 2 });
    expect(writes()).toEqual([]);
  });

  test("without a file: what is linked here, and nothing else is described", async () => {
    const mine = scene.strict.addAppClient(live, { secrets: 1 });
    scene.strict.addAppClient({ ClientName: "somebody else's" }, { secrets: 1 });
    linked("all", mine.id, "dev", `${web}GenerateSecret: true\n`);
    const { code, out } = await scene.typed(["drift", "--env", "dev", "--output", "json"], [], undefined, "all");
    expect(code).toBe(0);
    expect(json(out).drift).toMatchObject([{ file: "web.cognito-client.yaml", clientId: mine.id, status: "in-sync" }]);
    expect(scene.proxy.calls.filter((call) => call === "DescribeUserPoolClient")).toHaveLength(1);
    const several = await scene.typed(["drift"], [], undefined, "all");
    expect(several).toMatchObject({ code: 2, err: expect.stringContaining("--env NAME. There are: dev, prod.") });
  });

  test("a rotated app client whose first secret is gone has no drift on GenerateSecret", async () => {
    const { id } = scene.strict.addAppClient(live, { secrets: 2 });
    const appClient = scene.strict.pool.appClients.get(id);
    appClient?.secrets.shift();
    const spec = linked("rotated", id, "dev", `${web}GenerateSecret: true\n`);
    expect(await scene.main("drift", "--env", "dev", spec)).toMatchObject({ code: 0 });
    scene.strict.knobs.denied = new Set(["ListUserPoolClientSecrets"]);
    expect(await scene.main("drift", "--env", "dev", spec), "unknown is not no").toMatchObject({ code: 0 });
  });
});

describe("import", () => {
  const importing = (...args: string[]) => scene.main("import", "--pool", scene.strict.poolId, ...args);

  test("all of a pool, linked: then nothing differs, and a second run has nothing to do", async () => {
    const names = ["web", "Web", "../../evil", "CON", "株式会社", "a: #b"];
    for (const [index, name] of names.entries())
      scene.strict.addAppClient(
        { ...live, ClientName: name, AccessTokenValidity: 5, TokenValidityUnits: { AccessToken: "minutes" } },
        { secrets: index === 0 ? 1 : 0 },
      );
    const secret = [...scene.strict.pool.appClients.values()][0]?.secrets[0]?.value ?? "";
    const { code, out, err } = await importing("--all", "--out", "pool", "--link", "dev");
    expect({ code, err }).toEqual({ code: 0, err: "" });
    const files = readdirSync(join(scene.folder, "pool")).sort();
    expect(files).toHaveLength(names.length + 1);
    expect(
      files.every((file) =>
        /^[a-z0-9-]+\.cognito-client(?:\.environments)?\.yaml$|^cognito-client\.environments\.yaml$/.test(file),
      ),
    ).toBe(true);
    const all = files.map((file) => scene.read(`pool/${file}`)).join("\n");
    expect(all + out).not.toContain(secret);
    expect(all).not.toContain("ClientId");
    const file = parse(scene.read("pool/cognito-client.environments.yaml"));
    expect(file.environments).toEqual({ dev: { account: accounts.dev, pool: scene.strict.poolId } });
    expect(Object.keys(file.clients)).toHaveLength(names.length);
    expect(parse(scene.read("pool/web.cognito-client.yaml"))).toMatchObject({
      UserPoolId: scene.strict.poolId,
      GenerateSecret: true,
    });
    const drift = await scene.typed(["drift"], [], undefined, "pool");
    expect({ code: drift.code, out: drift.out }).toMatchObject({ code: 0 });
    const again = await importing("--all", "--out", "pool", "--link", "dev");
    expect(again.code).toBe(0);
    expect(again.err.match(/skipped/g)).toHaveLength(names.length);
    expect(writes()).toEqual([]);
  });

  test("one as JSON; never over a file, and never through a link", async () => {
    const { id } = scene.strict.addAppClient(live);
    const one = (...more: string[]) => importing("--client-id", id, "--as", "json", "--out", "one", ...more);
    expect(await one()).toMatchObject({ code: 0 });
    expect(json(scene.read("one/web.cognito-client.json"))).toEqual({
      UserPoolId: scene.strict.poolId,
      ClientName: "web",
      ExplicitAuthFlows: ["ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_USER_SRP_AUTH"],
    });
    scene.write("one/web.cognito-client.json", "mine");
    expect(await one()).toMatchObject({ code: 1, err: expect.stringContaining("exists already") });
    expect(scene.read("one/web.cognito-client.json")).toBe("mine");
    mkdirSync(join(scene.folder, "two"));
    symlinkSync(join(scene.folder, "elsewhere.json"), join(scene.folder, "two/web.cognito-client.json"));
    expect(await importing("--client-id", id, "--as", "json", "--out", "two")).toMatchObject({ code: 1 });
    expect(existsSync(join(scene.folder, "elsewhere.json"))).toBe(false);
  });

  test.each([
    ["no pool", ["--all"]],
    ["nothing named", ["--pool", "us-east-1_AbC"]],
    ["both", ["--pool", "us-east-1_AbC", "--all", "--client-id", "x"]],
    ["an id that is none", ["--pool", "us-east-1_AbC", "--client-id", "../x"]],
    ["another syntax", ["--pool", "us-east-1_AbC", "--all", "--as", "toml"]],
    ["a name that is none", ["--pool", "us-east-1_AbC", "--all", "--link", "../x"]],
  ])("bad usage: %s", async (_what, args) => {
    expect(await scene.typed(["import", ...args], [])).toMatchObject({ code: 2 });
    expect(scene.proxy.calls).toEqual([]);
  });

  test("into an environment of another pool or account: nothing is read", async () => {
    const { id } = scene.strict.addAppClient(live);
    scene.write("env/cognito-client.environments.yaml", environments("  x.yaml: { dev: { id: abc } }\n"));
    const to = (env: string, ...more: string[]) => importing("--client-id", id, "--out", "env", "--link", env, ...more);
    expect(await to("prod")).toMatchObject({ code: 2 });
    expect(await to("stage")).toMatchObject({ code: 2, err: expect.stringContaining("It has: dev, prod.") });
    expect(await to("dev", "--profile", "prod")).toMatchObject({
      code: 1,
      err: expect.stringContaining("dev must be account"),
    });
    expect(scene.proxy.calls.filter((call) => call !== "GetCallerIdentity")).toEqual([]);
  });
});

describe("render", () => {
  test("prints the merged request, and asks nobody", async () => {
    scene.write("r/web.cognito-client.yaml", web);
    scene.write(
      "r/cognito-client.environments.yaml",
      environments(
        "  web.cognito-client.yaml: { prod: { id: 1abc, set: { ClientName: web-prod, ExplicitAuthFlows: null } } }\n",
      ),
    );
    const { code, out, err } = await scene.cli("render", "--env", "prod", "r/web.cognito-client.yaml");
    expect(code).toBe(0);
    expect(json(out)).toEqual({ UserPoolId: prodPool, ClientName: "web-prod" });
    expect(err).toContain("To update it: cognito-client apply --env prod");
    scene.write("r/web.cognito-client.yaml", `${web}ClientSecret: CanaryCanaryCanaryCanary42\n`);
    const secret = await scene.cli("render", "--env", "prod", "r/web.cognito-client.yaml");
    expect(secret.code).toBe(1);
    expect(secret.out + secret.err).not.toContain("Canary");
    expect(await scene.cli("render", "r/web.cognito-client.yaml")).toMatchObject({ code: 2 });
    expect(scene.proxy.calls).toEqual([]);
  });
});

describe("secrets", () => {
  test("a rotation: list, add, delete the older one", async () => {
    const { id } = scene.strict.addAppClient(live, { secrets: 1 });
    const spec = linked("s", id, "dev", `${web}GenerateSecret: true\n`);
    const secrets = (...args: string[]) => scene.cli("secrets", ...args, "--env", "dev", spec);
    const stored = () => scene.strict.pool.appClients.get(id)?.secrets ?? [];
    const first = stored()[0];
    const list = await secrets("list");
    expect(list).toMatchObject({ code: 0, out: expect.stringContaining(first?.id ?? "?") });
    expect(await secrets("add", "--yes"), "the value would be lost").toMatchObject({ code: 2 });
    expect(await secrets("delete", first?.id ?? "", "--yes"), "the only one").toMatchObject({ code: 1 });
    expect(writes()).toEqual([]);
    const added = await secrets("add", "--yes", "--show-secret", "--output", "json");
    const second = stored()[1];
    expect(added.code).toBe(0);
    expect(json(added.out)).toMatchObject({
      results: [{ action: "add", outcome: "done", secretId: second?.id, clientSecret: second?.value }],
    });
    expect(added.err).not.toContain(second?.value);
    expect(await secrets("add", "--yes", "--show-secret"), "two are the most").toMatchObject({ code: 1 });
    const listed = await secrets("list", "--output", "json");
    expect(json(listed.out).secrets.map((each: { id: string }) => each.id)).toEqual([first?.id, second?.id]);
    const removed = await secrets("delete", first?.id ?? "", "--yes");
    expect(removed).toMatchObject({ code: 0, out: expect.stringContaining("added less than ten minutes ago") });
    expect(stored().map((each) => each.id)).toEqual([second?.id]);
    for (const { out, err } of [list, listed, removed])
      for (const value of [first?.value, second?.value]) expect(out + err).not.toContain(value);
    expect(writes()).toEqual(["AddUserPoolClientSecret", "DeleteUserPoolClientSecret"]);
  });

  test("a public app client, a wrong id, a bad command line: nothing is sent", async () => {
    const { id } = scene.strict.addAppClient(live);
    const spec = linked("s2", id);
    for (const [args, code] of [
      [["add", "--yes", "--show-secret"], 1],
      [["delete", "nothing", "--yes"], 1],
      [["rotate"], 2],
      [["delete"], 2],
    ] as const)
      expect(await scene.main("secrets", ...args, "--env", "dev", spec), args.join(" ")).toMatchObject({ code });
    expect(writes()).toEqual([]);
  });

  test("in a protected environment its name is asked for", async () => {
    const { id } = scene.strict.addAppClient(live, { secrets: 1 }, prod());
    const spec = linked("s3", id, "prod", `${web}GenerateSecret: true\n`);
    const add = (...more: string[]) =>
      scene.main("secrets", "add", "--profile", "prod", "--env", "prod", "--yes", "--show-secret", ...more, spec);
    expect(await add()).toMatchObject({ code: 2, err: expect.stringContaining("--confirm-env prod") });
    expect(writes()).toEqual([]);
    expect(await add("--confirm-env", "prod")).toMatchObject({ code: 0 });
  });

  test("a lost answer to an add: unknown, and the next one finds the secret that nobody knows", async () => {
    const { id } = scene.strict.addAppClient(live, { secrets: 1 });
    const spec = linked("s4", id, "dev", `${web}GenerateSecret: true\n`);
    const secrets = (...args: string[]) => scene.cli("secrets", ...args, "--env", "dev", "--yes", spec);
    scene.proxy.conduct = only("AddUserPoolClientSecret", async (call) => {
      await call.forward();
      call.request.socket.destroy();
    });
    const lost = await secrets("add", "--show-secret");
    const [, orphan] = scene.strict.pool.appClients.get(id)?.secrets ?? [];
    expect(lost).toMatchObject({ code: 3, out: expect.stringContaining(`whose value nobody knows: ${orphan?.id}`) });
    scene.proxy.conduct = passOn;
    expect(await secrets("add", "--show-secret")).toMatchObject({ code: 1 });
    expect(await secrets("delete", orphan?.id ?? "")).toMatchObject({ code: 0 });
    expect(scene.strict.pool.appClients.get(id)?.secrets).toHaveLength(1);
  });
});

describe("delete", () => {
  test("takes exactly its name", async () => {
    const { id } = scene.strict.addAppClient(live, { secrets: 1 });
    const spec = linked("x", id);
    const remove = (...more: string[]) => scene.main("delete", "--env", "dev", spec, ...more);
    for (const [more, code] of [
      [[], 2],
      [["--confirm", "Web"], 1],
      [["--confirm", "we"], 1],
      [["--confirm", "web "], 1],
    ] as const)
      expect(await remove(...more), more.join(" ")).toMatchObject({ code });
    expect(writes()).toEqual([]);
    const done = await remove("--confirm", "web");
    expect(done).toMatchObject({ code: 0, out: expect.stringContaining("It is the only app client of its pool.") });
    expect(done.out).toContain('"GenerateSecret": true');
    expect(scene.strict.truth(id)).toBeUndefined();
    expect(await remove("--confirm", "web"), "gone").toMatchObject({ code: 1 });
    expect(writes()).toEqual(["DeleteUserPoolClient"]);
    expect(scene.read(spec)).toBe(web);
  });

  test("a protected environment's name as well", async () => {
    const { id } = scene.strict.addAppClient(live, {}, prod());
    const spec = linked("y", id, "prod");
    const remove = (...more: string[]) =>
      scene.main("delete", "--profile", "prod", "--env", "prod", spec, "--confirm", "web", ...more);
    expect(await remove()).toMatchObject({ code: 2 });
    expect(await remove("--confirm-env", "dev")).toMatchObject({ code: 2 });
    expect(writes()).toEqual([]);
    expect(await remove("--confirm-env", "prod")).toMatchObject({ code: 0 });
  });

  test("typed at a terminal; changed since it was shown, it is shown anew", async () => {
    const { id } = scene.strict.addAppClient(live);
    const args = ["delete", "--env", "dev", linked("z", id)];
    expect(await scene.typed(args, [])).toMatchObject({ code: 1 });
    const changed = await scene.typed(args, ["web"], () => scene.strict.change(id, { AuthSessionValidity: 9 }));
    expect(changed).toMatchObject({
      code: 1,
      out: expect.stringContaining("Meanwhile somebody has changed AuthSessionValidity"),
    });
    expect(writes()).toEqual([]);
    expect(await scene.typed(args, ["web"])).toMatchObject({ code: 0 });
  });

  test("whatever becomes of it, the environments file is left as it is, and said to name it still", async () => {
    const { id } = scene.strict.addAppClient(live);
    const file = linked("left", id);
    const before = scene.read("left/cognito-client.environments.yaml");
    const args = ["delete", "--env", "dev", "--confirm", "web", file];
    const denied = awsError(400, "AccessDeniedException", "x");
    scene.proxy.conduct = only("DeleteUserPoolClient", (call) => call.answer(denied), passOn);
    expect(await scene.main(...args)).toMatchObject({ code: 1 });
    expect(scene.read("left/cognito-client.environments.yaml")).toBe(before);
    scene.proxy.conduct = passOn;
    const { code, out } = await scene.main(...args);
    expect({ code, out }).toMatchObject({ code: 0, out: expect.stringContaining("Its id still stands under dev") });
    expect(scene.read("left/cognito-client.environments.yaml")).toBe(before);
  });

  test("a lost answer is settled by looking", async () => {
    const { id } = scene.strict.addAppClient(live);
    scene.proxy.conduct = only("DeleteUserPoolClient", async (call) => {
      await call.forward();
      call.request.socket.destroy();
    });
    const done = await scene.cli("delete", "--env", "dev", linked("w", id), "--confirm", "web");
    expect(done).toMatchObject({ code: 0, out: expect.stringContaining("a look at AWS shows that it is gone") });
    expect(writes()).toEqual(["DeleteUserPoolClient"]);
  });
});
