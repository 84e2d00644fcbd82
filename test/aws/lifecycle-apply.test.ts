import { existsSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { accounts, type LifecycleScene, lifecycleScene } from "../support/lifecycle-scene.ts";
import { omittedAnswers } from "../support/strict-cognito/index.ts";

/** `plan` and `apply` as processes of their own: what they say, what they send, and their exit codes. */
let scene: LifecycleScene;
let prodPool: string;

beforeAll(async () => {
  scene = await lifecycleScene({ pool: { tier: "PLUS" } });
  prodPool = scene.strict.addPool({ account: accounts.prod, name: "Production", tier: "PLUS" }).id;
});
beforeEach(() => {
  for (const pool of scene.strict.world.pools.values()) pool.appClients.clear();
  scene.forget();
  scene.proxy.reset();
});
afterEach(() => {
  scene.strict.knobs.omitted = "reset";
  scene.strict.knobs.denied = new Set();
});
afterAll(() => scene[Symbol.asyncDispose]());

const web = `# the web application
ClientName: web
CallbackURLs: [https://app.example.com/callback]
AllowedOAuthFlowsUserPoolClient: true
AllowedOAuthFlows: [code]
AllowedOAuthScopes: [openid]
SupportedIdentityProviders: [COGNITO]
ExplicitAuthFlows: [ALLOW_USER_SRP_AUTH, ALLOW_REFRESH_TOKEN_AUTH]
`;
const live = {
  ClientName: "web",
  CallbackURLs: ["https://old.example.com/callback"],
  AllowedOAuthFlowsUserPoolClient: true,
  AllowedOAuthFlows: ["code"],
  AllowedOAuthScopes: ["openid"],
  SupportedIdentityProviders: ["COGNITO"],
  ExplicitAuthFlows: ["ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"],
  AuthSessionValidity: 15,
  EnableTokenRevocation: false,
  ReadAttributes: ["email"],
};

/** Both environments; `clients` as YAML below `clients:`. */
function environments(clients: string): string {
  return `# where they are
environments:
  dev: { account: "${accounts.dev}", pool: ${scene.strict.poolId} }
  prod: { account: "${accounts.prod}", pool: ${prodPool}, protected: true }
clients:
${clients}`;
}

function linked(id: string, more = ""): void {
  scene.write("web.cognito-client.yaml", web);
  scene.write(
    "cognito-client.environments.yaml",
    environments(`  web.cognito-client.yaml: { dev: { id: ${id}${more} } }\n`),
  );
}

const writes = () => scene.proxy.writes();
const json = (text: string) => JSON.parse(text);

describe("apply", () => {
  test.each(omittedAnswers)("changes what the spec declares and nothing else (%s)", async (omitted) => {
    scene.strict.knobs.omitted = omitted;
    const { id } = scene.strict.addAppClient(live);
    linked(id);
    const { code, out, err } = await scene.cli("apply", "--env", "dev", "--yes", "web.cognito-client.yaml");
    expect({ code, err: err.replace(/.*\.\.\.\n/g, "") }).toEqual({ code: 0, err: "" });
    expect(out).toContain("web.cognito-client.yaml in dev: update");
    expect(out).toContain("- https://old.example.com/callback");
    expect(out).toContain("+ https://app.example.com/callback");
    expect(scene.strict.truth(id)).toMatchObject({
      CallbackURLs: ["https://app.example.com/callback"],
      AuthSessionValidity: 15,
      EnableTokenRevocation: false,
      ReadAttributes: ["email"],
    });
    expect(writes()).toEqual(["UpdateUserPoolClient"]);
    expect(await scene.cli("apply", "--env", "dev", "--yes", "web.cognito-client.yaml")).toMatchObject({ code: 0 });
    expect(writes(), "a second time there is nothing to do").toEqual(["UpdateUserPoolClient"]);
    const left = scene.state().replace(/\s/g, "");
    expect(left, "no note, no lock: only what it was").toBe('{"environment":"dev","protected":false}');
  });

  test("says in JSON what became of it", async () => {
    const { id } = scene.strict.addAppClient(live);
    linked(id);
    const { code, out } = await scene.main(
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
          poolId: scene.strict.poolId,
          region: scene.strict.region,
          clientId: id,
          differences: [],
        },
      ],
    });
  });

  test("creates where the pool certainly has none of that name, and writes the link with its comments kept", async () => {
    scene.write("web.cognito-client.yaml", web);
    scene.write(
      "cognito-client.environments.yaml",
      environments("  # none yet\n  other.cognito-client.yaml: { dev: { id: abc } } # mine\n"),
    );
    const { code, out } = await scene.cli("apply", "--env", "dev", "--yes", "--link", "web.cognito-client.yaml");
    const [made] = await scene.strict.appClients();
    expect({ code, name: made?.ClientName }).toEqual({ code: 0, name: "web" });
    expect(out).toContain(`created web (${made?.ClientId})`);
    const text = scene.read("cognito-client.environments.yaml");
    expect(text).toContain("# where they are");
    expect(text).toContain("# mine");
    expect(text).toMatch(new RegExp(`web\\.cognito-client\\.yaml:\\s*(?:\\{ )?dev:\\s*(?:\\{ )?id: ${made?.ClientId}`));
    expect(await scene.cli("plan", "--env", "dev", "--fail-on-changes", "web.cognito-client.yaml")).toMatchObject({
      code: 0,
    });
  });

  test("makes no second one of a name, and none where the names cannot be listed", async () => {
    scene.write("web.cognito-client.yaml", web);
    scene.write("cognito-client.environments.yaml", environments("  web.cognito-client.yaml: { dev: {} }\n"));
    const { id } = scene.strict.addAppClient(live);
    const args = ["apply", "--env", "dev", "--yes", "web.cognito-client.yaml"];
    const same = await scene.main(...args);
    expect(same.code).toBe(1);
    expect(same.out).toContain(`The pool has web already (${id})`);
    scene.strict.pool.appClients.clear();
    scene.strict.knobs.denied = new Set(["ListUserPoolClients"]);
    const unlisted = await scene.main(...args);
    expect(unlisted.code).toBe(1);
    expect(unlisted.out).toContain("may not be listed");
    expect(writes()).toEqual([]);
  });

  test("an app client that is gone is refused and never made anew", async () => {
    linked("1gone23456789");
    expect(await scene.main("apply", "--env", "dev", "--yes", "web.cognito-client.yaml")).toMatchObject({
      code: 1,
      out: expect.stringContaining("There is no app client 1gone23456789"),
    });
    expect(writes()).toEqual([]);
  });

  test("no environment is the default when there are several", async () => {
    const { id } = scene.strict.addAppClient(live);
    linked(id);
    for (const command of ["plan", "apply"])
      expect(await scene.main(command, "web.cognito-client.yaml")).toMatchObject({
        code: 2,
        err: expect.stringContaining("--env NAME. There are: dev, prod."),
      });
    expect(scene.proxy.calls).toEqual([]);
  });

  test("the account is asserted before anything is read", async () => {
    const { id } = scene.strict.addAppClient(live);
    linked(id);
    const wrong = await scene.main("apply", "--profile", "prod", "--env", "dev", "--yes", "web.cognito-client.yaml");
    expect(wrong.code).toBe(1);
    expect(wrong.out).toContain(`dev must be account ${accounts.dev}; prod is ${accounts.prod}`);
    scene.write("cognito-client.environments.yaml", environments("  web.cognito-client.yaml: { dev: {} }\n"));
    expect(
      (await scene.main("apply", "--profile", "prod", "--env", "dev", "--yes", "web.cognito-client.yaml")).code,
    ).toBe(1);
    expect(scene.proxy.calls.filter((call) => call !== "GetCallerIdentity" && call !== "")).toEqual([]);
  });

  test("two specs for one app client: neither is written", async () => {
    const { id } = scene.strict.addAppClient(live);
    const own = `ClientId: ${id}\nUserPoolId: ${scene.strict.poolId}\n${web}`;
    scene.write("alone/a.cognito-client.yaml", own);
    scene.write("alone/b.cognito-client.yaml", own);
    scene.write("alone/cognito-client.environments.yaml", "environments: {}\n");
    const { code, out } = await scene.main(
      "apply",
      "--yes",
      "alone/a.cognito-client.yaml",
      "alone/b.cognito-client.yaml",
    );
    expect(code).toBe(1);
    expect(out).toContain("stand for the same app client");
    expect(writes()).toEqual([]);
    expect(await scene.main("apply", "--yes", "alone/a.cognito-client.yaml"), "by its own ClientId").toMatchObject({
      code: 0,
    });
    expect(writes()).toEqual(["UpdateUserPoolClient"]);
  });

  test("a link of the environments file that leads out of its folder is refused", async () => {
    const { id } = scene.strict.addAppClient(live);
    linked(id);
    scene.write("../outside.yaml", web);
    scene.write(
      "in/cognito-client.environments.yaml",
      environments(`  web.cognito-client.yaml: { dev: { id: ${id} } }\n`),
    );
    symlinkSync(join(scene.folder, "../outside.yaml"), join(scene.folder, "in/web.cognito-client.yaml"));
    expect(await scene.main("apply", "--env", "dev", "--yes", "in/web.cognito-client.yaml")).toMatchObject({
      code: 2,
      err: expect.stringContaining("is a link out of"),
    });
    expect(scene.proxy.calls).toEqual([]);
  });

  test.each([
    ["a profile", "profile: prod"],
    ["an endpoint", "endpoint_url: http://127.0.0.1:1"],
    ["a region", "region: us-west-2"],
    ["__proto__", "__proto__: { protected: false }"],
  ])("an environments file with %s sends nothing anywhere", async (_what, line) => {
    const { id } = scene.strict.addAppClient(live);
    linked(id);
    const text = environments(`  web.cognito-client.yaml: { dev: { id: ${id} } }\n`);
    scene.write("cognito-client.environments.yaml", text.replace("dev: {", `dev: { ${line},`));
    expect(await scene.main("apply", "--env", "dev", "--yes", "web.cognito-client.yaml")).toMatchObject({
      code: 2,
      out: "",
    });
    expect(scene.proxy.calls).toEqual([]);
  });
});

describe("confirmation", () => {
  const protect = () => {
    const { id } = scene.strict.addAppClient(live, {}, scene.strict.world.pools.get(prodPool));
    scene.write("web.cognito-client.yaml", web);
    scene.write(
      "cognito-client.environments.yaml",
      environments(`  web.cognito-client.yaml: { prod: { id: ${id}, set: { ClientName: web-prod } } }\n`),
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
      expect(await scene.cli(...args, ...more), more.join(" ")).toMatchObject({ code });
    expect(writes()).toEqual([]);
    expect(await scene.cli(...args, "--yes", "--confirm", "prod")).toMatchObject({ code: 0 });
    expect(scene.strict.truth(id)).toMatchObject({ ClientName: "web-prod", AuthSessionValidity: 15 });
  });

  test.each([
    [["pro", "yes"], 1, 1],
    [["Prod", "yes"], 1, 1],
    [[], 1, 1],
    [["prod", "no"], 1, 2],
    [["prod", "yes"], 0, 2],
  ])("typed: %j", async (answers, code, asked) => {
    protect();
    const ran = await scene.typed(args, answers as string[]);
    expect({ code: ran.code, questions: ran.questions.length }).toEqual({ code, questions: asked });
    expect(writes()).toHaveLength(code === 0 ? 1 : 0);
  });

  test("a spec that names the pool of a protected environment is guarded by it, whether it is linked or not", async () => {
    scene.write("cognito-client.environments.yaml", environments("  other.cognito-client.yaml: { dev: {} }\n"));
    scene.write("web.cognito-client.yaml", `UserPoolId: ${prodPool}\n${web}`);
    expect(await scene.main("apply", "--profile", "prod", "--yes", "web.cognito-client.yaml")).toMatchObject({
      code: 2,
      err: expect.stringContaining("prod is protected"),
    });
    expect(writes()).toEqual([]);
  });

  test("what is edited while the question stands is not sent: spec, id, set, protection", async () => {
    const id = protect();
    const text = scene.read("cognito-client.environments.yaml");
    for (const edit of [
      () => scene.write("web.cognito-client.yaml", web.replace("app.example", "evil.example")),
      () => scene.write("cognito-client.environments.yaml", text.replace("web-prod", "web-evil")),
      () => scene.write("cognito-client.environments.yaml", text.replace(id, "another")),
      () => scene.write("cognito-client.environments.yaml", text.replace(", protected: true", "")),
      () => scene.write("cognito-client.environments.yaml", "environments: ["),
      () => scene.strict.change(id, { AuthSessionValidity: 3 }),
    ]) {
      scene.write("web.cognito-client.yaml", web);
      scene.write("cognito-client.environments.yaml", text);
      let edited = false;
      const ran = await scene.typed(args, ["prod", "yes"], () => {
        if (!edited) edit();
        edited = true;
      });
      expect({ edit: String(edit), code: ran.code }).toEqual({ edit: String(edit), code: 1 });
    }
    expect(writes()).toEqual([]);
  });
});

describe("create, for scripts", () => {
  const spec = () => scene.write("new.cognito-client.yaml", `UserPoolId: ${scene.strict.poolId}\n${web}`);
  const create = (...more: string[]) => scene.main("create", "--yes", ...more, "new.cognito-client.yaml");

  test("--if-missing creates once, --fail-if-exists refuses, both refuse where nobody can tell", async () => {
    spec();
    expect(await create("--if-missing", "--fail-if-exists")).toMatchObject({ code: 2 });
    scene.strict.knobs.denied = new Set(["ListUserPoolClients"]);
    for (const how of ["--if-missing", "--fail-if-exists"])
      expect(await create(how), how).toMatchObject({ code: 1, err: expect.stringContaining("may not be listed") });
    expect(writes()).toEqual([]);
    scene.strict.knobs.denied = new Set();
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
    scene.strict.addAppClient(live);
    const other = web.replace("ClientName: web", "ClientName: api");
    const two = [web, other].map((each) => `UserPoolId: ${scene.strict.poolId}\n${each}`).join("---\n");
    scene.write("new.cognito-client.yaml", two);
    expect(await create("--if-missing")).toMatchObject({ code: 0 });
    const names = (await scene.strict.appClients()).map(({ ClientName }) => ClientName).sort();
    expect(names).toEqual(["api", "web"]);
  });
});

describe("a saved plan", () => {
  const plan = ["plan", "--env", "dev", "--out", "plan.json", "web.cognito-client.yaml"];

  test("is applied as it was approved, by another profile of the account, too", async () => {
    const { id } = scene.strict.addAppClient(live, { secrets: 1 });
    linked(id);
    expect(await scene.cli(...plan)).toMatchObject({ code: 0 });
    expect(scene.read("plan.json")).not.toContain(scene.strict.pool.appClients.get(id)?.secrets[0]?.value);
    expect(json(scene.read("plan.json"))).toMatchObject({
      plans: [
        { file: "web.cognito-client.yaml", environment: "dev", action: "update", account: accounts.dev, clientId: id },
      ],
    });
    expect(await scene.cli("apply", "--yes", "plan.json")).toMatchObject({ code: 0 });
    expect(writes()).toEqual(["UpdateUserPoolClient"]);
    expect(await scene.cli("apply", "--yes", "plan.json"), "once").toMatchObject({ code: 1 });
    expect(writes()).toEqual(["UpdateUserPoolClient"]);
  });

  test("opens a protected environment that it names", async () => {
    const pool = scene.strict.world.pools.get(prodPool);
    const { id } = scene.strict.addAppClient(live, {}, pool);
    scene.write("web.cognito-client.yaml", web);
    scene.write(
      "cognito-client.environments.yaml",
      environments(`  web.cognito-client.yaml: { prod: { id: ${id} } }\n`),
    );
    const made = await scene.main(
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
    expect(await scene.main("apply", "--profile", "prod", "--yes", "plan.json")).toMatchObject({ code: 0 });
  });

  test("is refused when anything is not as it was, or was edited", async () => {
    const { id } = scene.strict.addAppClient(live);
    const other = scene.strict.addAppClient({ ...live, ClientName: "other" });
    const fresh = async () => {
      linked(id);
      scene.strict.change(id, { AuthSessionValidity: 15 });
      expect(await scene.typed(plan, [])).toMatchObject({ code: 0 });
    };
    const saved = (edit: (text: string) => string) =>
      writeFileSync(join(scene.folder, "plan.json"), edit(scene.read("plan.json")));
    for (const change of [
      () => scene.write("web.cognito-client.yaml", web.replace("app.example", "evil.example")),
      () => scene.strict.change(id, { AuthSessionValidity: 5 }),
      () => scene.strict.change(id, {}),
      () => linked(other.id),
      () => linked(id, ", set: { ClientName: other }"),
      () => saved((text) => text.replace("https://app.example.com/callback", "https://evil.example")),
      () => saved((text) => text.replace(/"digest": "./, '"digest": "x')),
      () => saved((text) => text.replace(accounts.dev, accounts.prod)),
      () => saved((text) => text.replace(id, other.id)),
      () => saved((text) => text.replace('"update"', '"none"')),
    ]) {
      await fresh();
      change();
      const { code } = await scene.typed(["apply", "--yes", "plan.json"], []);
      expect({ change: String(change), code }).toEqual({ change: String(change), code: 1 });
    }
    await fresh();
    expect(await scene.main("apply", "--profile", "prod", "--yes", "plan.json"), "another account").toMatchObject({
      code: 1,
    });
    expect(writes()).toEqual([]);
  });

  test("holds no secret of a spec: then it is not written", async () => {
    scene.write("cognito-client.environments.yaml", environments("  web.cognito-client.yaml: { dev: {} }\n"));
    const secret = "CanaryCanaryCanaryCanary42";
    scene.write("web.cognito-client.yaml", `${web}ClientSecret: ${secret}\n`);
    const { code, out, err } = await scene.main(
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
    expect(existsSync(join(scene.folder, "secret-plan.json"))).toBe(false);
  });
});

describe("plan", () => {
  test("0, or 4 where a script asks for it; 1 where something is blocked", async () => {
    const { id } = scene.strict.addAppClient(live);
    linked(id);
    const args = ["plan", "--env", "dev", "web.cognito-client.yaml"];
    expect(await scene.main(...args)).toMatchObject({ code: 0 });
    expect(await scene.main(...args, "--fail-on-changes")).toMatchObject({ code: 4 });
    const { out } = await scene.main(...args, "--output", "json");
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
    linked("1gone23456789");
    expect(await scene.main(...args, "--fail-on-changes")).toMatchObject({ code: 1 });
    expect(await scene.main("plan", "--env", "dev", "none.yaml")).toMatchObject({ code: 2 });
    expect(await scene.main("plan")).toMatchObject({ code: 2 });
    expect(writes()).toEqual([]);
  });

  test("a template is somebody else's to deploy", async () => {
    scene.write(
      "template.yaml",
      "Resources:\n  Web:\n    Type: AWS::Cognito::UserPoolClient\n    Properties: { UserPoolId: us-east-1_AbCdEfGhI, ClientName: web }\n",
    );
    expect(await scene.main("plan", "template.yaml")).toMatchObject({
      code: 2,
      err: expect.stringContaining("is a template"),
    });
    expect(scene.proxy.calls).toEqual([]);
  });

  test("one app client of several, by its name", async () => {
    scene.write("apis.cognito-client.yaml", `${web}---\n${web.replace("ClientName: web", "ClientName: orders")}`);
    const { id } = scene.strict.addAppClient({ ...live, ClientName: "orders" });
    scene.write(
      "cognito-client.environments.yaml",
      environments(`  apis.cognito-client.yaml#orders: { dev: { id: ${id} } }\n`),
    );
    const { code, out } = await scene.main(
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
    expect(await scene.main("plan", "--env", "dev", "apis.cognito-client.yaml#none")).toMatchObject({
      code: 2,
      err: expect.stringContaining("It has web, orders."),
    });
  });
});
