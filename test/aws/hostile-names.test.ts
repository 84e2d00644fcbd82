import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { passOn } from "../support/count-proxy.ts";
import { awsError, only } from "../support/fault-proxy.ts";
import { accounts, type LifecycleScene, lifecycleScene, type Ran } from "../support/lifecycle-scene.ts";

/**
 * Names that turn a line round, move the cursor, begin a workflow command or end a comment: chosen by whoever may write into a
 * repository, or into AWS. They are shown so that they can be seen, and do nothing.
 */
const evil = "web\u202egnp\u001b[2J\r\n::error::x\u0007##vso[task.setvariable]\u2028*/\u00ad";
const file = "web\u202eyl.cognito-client.yaml";

let scene: LifecycleScene;
let id: string;
beforeAll(async () => {
  scene = await lifecycleScene({ pool: { name: `Pool ${evil}` } });
});
beforeEach(() => {
  scene.strict.pool.appClients.clear();
  scene.forget();
  scene.proxy.reset();
  scene.proxy.conduct = passOn;
  ({ id } = scene.strict.addAppClient({ ClientName: evil, CallbackURLs: [`https://${evil}`] }, { secrets: 2 }));
  scene.write(file, "ClientName: web\nCallbackURLs: [https://app.example.com/cb]\n");
  scene.write("cognito-client.environments.json", {
    environments: { dev: { account: accounts.dev, pool: scene.strict.poolId } },
    clients: { [file]: { dev: { id } } },
  });
});
afterAll(() => scene[Symbol.asyncDispose]());

/** What nobody sees, and what programs that read a log act upon. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;
function harmless({ out, err }: Ran): void {
  for (const line of `${out}\n${err}`.split("\n")) {
    expect(line).not.toMatch(UNSEEN);
    expect(line).not.toMatch(/^\s*::|##\w*\[/);
  }
}

describe("from AWS and from files, in what a command says", () => {
  test.each([
    ["plan", [], 0],
    ["plan", ["--output", "json"], 0],
    ["plan", ["--out", "plan.json"], 0],
    ["apply", ["--yes"], 0],
    ["apply", ["--yes", "--output", "json"], 0],
    ["drift", [], 4],
    ["drift", ["--output", "json"], 4],
    ["delete", ["--confirm", "web"], 1],
    ["delete", ["--confirm", evil], 0],
  ] as const)("%s %j", async (command, more, code) => {
    const ran = await scene.main(command, "--env", "dev", ...more, file);
    harmless(ran);
    expect(ran.code).toBe(code);
    expect(ran.out + ran.err, "it is shown, and how it is written").toContain("\\u202e");
    if (more.includes("--out" as never)) harmless({ ...ran, out: scene.read("plan.json") });
  });

  test.each([
    ["list", [], 0],
    ["list", ["--output", "json"], 0],
    ["add", ["--yes", "--show-secret"], 1],
  ] as const)("secrets %s %j", async (action, more, code) => {
    const ran = await scene.main("secrets", action, "--env", "dev", ...more, file);
    harmless(ran);
    expect(ran.code).toBe(code);
  });

  test("import: a file name of its own, and a spec that says the name", async () => {
    const ran = await scene.main("import", "--pool", scene.strict.poolId, "--client-id", id, "--out", "in");
    harmless(ran);
    expect(ran.code).toBe(0);
    expect(ran.out).toMatch(/^in\/[a-z0-9-]+\.cognito-client\.yaml: /);
  });

  test("create: a name in the spec, and one of the pool's app clients", async () => {
    scene.write("new.cognito-client.json", { UserPoolId: scene.strict.poolId, ClientName: "web" });
    const ran = await scene.main("create", "--dry-run", "new.cognito-client.json");
    harmless(ran);
    expect(ran.code).toBe(0);
  });

  test("AWS's own words", async () => {
    for (const name of ["AccessDeniedException", "InvalidParameterException"]) {
      scene.proxy.conduct = only("UpdateUserPoolClient", (call) => call.answer(awsError(400, name, evil)), passOn);
      const ran = await scene.main("apply", "--env", "dev", "--yes", file);
      harmless(ran);
      expect(ran).toMatchObject({ code: 1, out: expect.stringContaining("\\u202e") });
    }
  });
});

describe("an environments file that is made to do harm", () => {
  const bomb = (levels: number) =>
    Array.from(
      { length: levels },
      (_, at) =>
        `a${at}: &a${at} [${Array(10)
          .fill(at ? `*a${at - 1}` : "x")
          .join(", ")}]\n`,
    ).join("");
  const own = () => `environments:\n  dev: { account: "${accounts.dev}", pool: ${scene.strict.poolId} }\n`;
  test.each([
    [
      "an alias bomb",
      () => `${bomb(9)}${own()}clients: { web.cognito-client.yaml: { dev: { id: ${id}, set: *a8 } } }\n`,
    ],
    ["an alias of itself", () => `environments: &e { dev: *e }\n`],
    ["lists without an end", () => `environments: ${"[".repeat(10_000)}\n`],
    ["names that turn the line round", () => `environments:\n  "${evil.replace(/[\r\n]/g, "")}": { pool: x }\n`],
    [
      "a path that turns the line round",
      () => `${own()}clients: { "../${"web\u202e"}.yaml": { dev: { id: ${id} } } }\n`,
    ],
    [
      "an id that turns the line round",
      () => `${own()}clients: { web.cognito-client.yaml: { dev: { id: "${id}\u202e" } } }\n`,
    ],
    ["sixteen million characters and more", () => `# ${"x".repeat(16_000_100)}\n${own()}`],
    [
      "a secret, so that it is told",
      () => `${own()}clients: { web.cognito-client.yaml: { dev: { set: { ClientSecret: x } } } }\n`,
    ],
  ])("%s: it is told, and nobody is asked", async (_what, text) => {
    scene.write("in/web.cognito-client.yaml", "ClientName: web\n");
    scene.write("in/cognito-client.environments.yaml", text());
    for (const command of ["apply", "create"]) {
      const { code, out, err } = await scene.main(
        ...[command, ...(command === "create" ? [] : ["--env", "dev"]), "in/web.cognito-client.yaml"],
      );
      harmless({ code, out, err });
      expect({ command, code, out }).toEqual({ command, code: 2, out: "" });
    }
    expect(scene.proxy.calls).toEqual([]);
  });
});
