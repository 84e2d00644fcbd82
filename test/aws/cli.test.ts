import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { main } from "../../cli/main.ts";
import { emulatorProfile } from "../support/aws-files.ts";
import { type LocalCognito, startCognitoLocal } from "../support/cognito-local.ts";
import { type CountProxy, startCountProxy } from "../support/count-proxy.ts";
import { awsError, emulated, only } from "../support/fault-proxy.ts";
import { temporaryFolder } from "../support/process.ts";

let cognito: LocalCognito;
let proxy: CountProxy;
let folder: string;
let env: Record<string, string>;
const stack = new AsyncDisposableStack();

beforeAll(async () => {
  cognito = stack.use(await startCognitoLocal());
  proxy = stack.use(await startCountProxy(cognito.url, emulated));
  folder = stack.use(temporaryFolder("cli")).path;
  env = { HOME: folder, ...emulatorProfile(join(folder, ".aws"), "local", proxy.url, "us-east-1") };
});
afterEach(() => {
  proxy.conduct = emulated;
  proxy.reset();
});
afterAll(() => stack.disposeAsync());

interface Run {
  readonly answers?: readonly string[];
  /** Runs while the question stands there. */
  readonly meanwhile?: () => unknown;
  readonly env?: Record<string, string>;
}

/** Runs a command as from a shell; with `answers` somebody sits at the terminal. */
async function run(args: readonly string[], { answers, meanwhile, env: more = {} }: Run = {}) {
  let out = "";
  let err = "";
  const questions: string[] = [];
  const left = [...(answers ?? [])];
  const code = await main(args, {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    cwd: folder,
    env: { ...env, ...more },
    readStdin: async () => new Uint8Array(),
    isTerminal: { out: false, in: answers !== undefined },
    ...(answers && {
      async ask(question: string) {
        questions.push(question);
        await meanwhile?.();
        return left.shift();
      },
    }),
  });
  return { code, out, err, questions };
}

let number = 0;

/** A spec in the current folder. @returns its name and the app client's. */
function file(members: object = {}, name = `app-${number}.cognito-client.json`): { path: string; clientName: string } {
  const clientName = `cli ${number++}`;
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, name),
    JSON.stringify({
      UserPoolId: cognito.poolId,
      ClientName: clientName,
      CallbackURLs: ["https://a.example/cb"],
      ...members,
    }),
  );
  return { path: name, clientName };
}

const inPool = async (name: string) => (await cognito.appClients()).filter(({ ClientName }) => ClientName === name);
const create = (...args: string[]) => ["create", "--profile", "local", ...args];

describe("create", () => {
  test("shows the plan, asks, creates, and keeps the secret to itself", async () => {
    const { path, clientName } = file({ GenerateSecret: true });
    const { code, out, err, questions } = await run(create(path), { answers: ["yes"] });
    const [found] = await inPool(clientName);
    expect(questions).toEqual([`Create app client ${clientName} in account (unknown)? Type yes to go on: `]);
    expect(out).toContain(`// App client: ${clientName}`);
    expect(out).toContain(`created ${clientName} with client id ${found?.ClientId}`);
    expect(out).toContain("It has a client secret, not shown.");
    expect(out + err).not.toContain(found?.ClientSecret);
    expect(code).toBe(0);
  });

  test("prints the secret only where that was asked for", async () => {
    const { path, clientName } = file({ GenerateSecret: true });
    const { out } = await run(create("--yes", "--show-secret", path));
    expect(out).toContain(`Client secret: ${(await inPool(clientName))[0]?.ClientSecret}`);
  });

  test.each([["no"], [""], ["y"]])("any other answer sends nothing: %j", async (answer) => {
    const { code, err } = await run(create(file().path), { answers: [answer] });
    expect({ code, err, writes: proxy.writes() }).toEqual({ code: 1, err: "Nothing was sent.\n", writes: [] });
  });

  test("the file is read again: edited or deleted while the question stands, nothing is sent", async () => {
    const edited = file();
    const edit = () =>
      writeFileSync(
        join(folder, edited.path),
        readFileSync(join(folder, edited.path), "utf8").replace("a.example", "b.example"),
      );
    expect(await run(create(edited.path), { answers: ["yes"], meanwhile: edit })).toMatchObject({
      code: 1,
      out: expect.stringContaining(`${edited.path} has changed since the plan was shown. Nothing was sent.`),
    });
    const deleted = file();
    const remove = () => rmSync(join(folder, deleted.path));
    expect(await run(create(deleted.path), { answers: ["yes"], meanwhile: remove })).toMatchObject({
      code: 1,
      out: expect.stringContaining("cannot be read any more. Nothing was sent."),
    });
    expect(proxy.writes()).toEqual([]);
  });

  test("two commands at once for one spec: one creates, the other says who does", async () => {
    const { path, clientName } = file();
    let arrived = () => {};
    let go = () => {};
    const sent = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    const answered = new Promise<void>((resolve) => {
      go = resolve;
    });
    proxy.conduct = only("CreateUserPoolClient", async (call) => {
      arrived();
      await answered;
      await emulated(call);
    });
    let first: ReturnType<typeof run> | undefined;
    const meanwhile = () => {
      first = run(create("--yes", path));
      return sent;
    };
    expect(await run(create(path), { answers: ["yes"], meanwhile })).toMatchObject({
      code: 1,
      out: expect.stringContaining(`Another window or command (process ${process.pid}) is writing the same app client`),
    });
    expect(await run(create("--yes", path))).toMatchObject({ code: 1, err: expect.stringContaining("is not settled") });
    go();
    expect(await first).toMatchObject({ code: 0 });
    expect(await inPool(clientName)).toHaveLength(1);
  });

  test("a command that was killed leaves a note, and the next one looks first", { timeout: 60_000 }, async () => {
    const { path, clientName } = file();
    let lostAnswer = true;
    proxy.conduct = async (call) => {
      if (call.operation === "CreateUserPoolClient") {
        await call.forward();
        return void call.response.destroy();
      }
      // The pool cannot be looked at after the loss, as if the command had ended there.
      if (lostAnswer && proxy.calls.includes("CreateUserPoolClient") && call.operation === "ListUserPoolClients")
        return call.answer(awsError(400, "AccessDeniedException", "not authorized"));
      return emulated(call);
    };
    expect(await run(create("--yes", path))).toMatchObject({ code: 3 });
    lostAnswer = false;
    proxy.reset();
    const [found] = await inPool(clientName);
    expect(await run(create("--yes", path))).toMatchObject({
      code: 1,
      err: expect.stringContaining(`did take effect: ${found?.ClientId}. Nothing was sent now.`),
    });
    expect(proxy.writes()).toEqual([]);
  });

  test("no terminal and no --yes is a usage error", async () => {
    const { code, err } = await run(create(file().path));
    expect(err).toContain("--yes");
    expect({ code, writes: proxy.writes() }).toEqual({ code: 2, writes: [] });
  });

  test("a dry run shows the plan and sends nothing", async () => {
    const { path, clientName } = file();
    const text = await run(create("--dry-run", path));
    expect(text).toMatchObject({ code: 0, out: expect.stringContaining("Will be sent to CreateUserPoolClient") });
    const json = await run(create("--dry-run", "--output", "json", path));
    expect(JSON.parse(json.out)).toMatchObject({
      plans: [
        {
          file: path,
          profile: "local",
          account: null,
          digest: expect.stringMatching(/^[0-9a-f]{64}$/),
          items: [{ request: { ClientName: clientName }, endpoint: proxy.url, secret: "none", sameName: [] }],
        },
      ],
    });
    expect(proxy.writes()).toEqual([]);
  });

  test("JSON for programs", async () => {
    const { path, clientName } = file({ GenerateSecret: true });
    const { code, out } = await run(create("--yes", "--output", "json", path));
    const [found] = await inPool(clientName);
    expect(JSON.parse(out)).toEqual({
      results: [
        {
          file: path,
          outcome: "created",
          clientName,
          poolId: cognito.poolId,
          region: "us-east-1",
          endpoint: proxy.url,
          clientId: found?.ClientId,
          adopted: false,
          hasSecret: true,
          differences: [],
          remaining: [],
        },
      ],
    });
    expect(code).toBe(0);
  });

  test("several files: all planned before the first is sent", async () => {
    const [good, bad] = [file(), file({ AllowedOAuthFlows: ["code", "client_credentials"] })];
    const stopped = await run(create("--yes", good.path, bad.path));
    expect(stopped).toMatchObject({ code: 1, err: expect.stringContaining("client-credentials-exclusive") });
    expect(proxy.writes()).toEqual([]);
    expect(await run(create("--yes", good.path, file().path))).toMatchObject({ code: 0 });
    expect(proxy.writes()).toHaveLength(2);
  });

  test("refused: exit 1, AWS's words and request id", async () => {
    proxy.conduct = only("CreateUserPoolClient", (call) =>
      call.answer(awsError(400, "ScopeDoesNotExistException", "Invalid scope requested: api/read")),
    );
    const { path } = file({ AllowedOAuthScopes: ["api/read"] });
    expect(await run(create("--yes", path))).toMatchObject({
      code: 1,
      out: expect.stringMatching(/Invalid scope requested: api\/read[\s\S]*request 11111111/),
    });
    const json = await run(create("--yes", "--output", "json", path));
    expect(JSON.parse(json.out)).toMatchObject({
      results: [
        {
          outcome: "not-created",
          problem: { kind: "refused", blame: [{ path: "/AllowedOAuthScopes/0", ruleId: "scope-not-found" }] },
        },
      ],
    });
    expect(json.code).toBe(1);
  });

  test("an unknown outcome: exit 3", { timeout: 60_000 }, async () => {
    proxy.conduct = only("CreateUserPoolClient", (call) => void call.response.destroy());
    const { code, out } = await run(create("--yes", file().path));
    expect(out).toContain("may have been created");
    expect(code).toBe(3);
  });

  test("a pool for specs that name none", async () => {
    const { path } = file({ UserPoolId: undefined });
    expect(await run(create("--yes", path))).toMatchObject({
      code: 1,
      err: expect.stringContaining("names no UserPoolId"),
    });
    expect(await run(create("--yes", "--pool", cognito.poolId, path))).toMatchObject({ code: 0 });
  });

  test.each([
    ["no profile", () => ["create", file().path], /--profile NAME/],
    ["no file", () => create(), /at least one file/],
    ["a file that is not there", () => create("--yes", "nowhere.json"), /nowhere\.json does not exist/],
    ["a folder", () => create("--yes", "."), /is a folder/],
    ["an unknown option", () => create("--force", "x.json"), /--force/],
    ["an unknown output", () => create("--output", "xml", "x.json"), /text, json/],
  ])("bad usage: %s", async (_what, args, message) => {
    expect(await run(args())).toMatchObject({ code: 2, err: expect.stringMatching(message) });
    expect(proxy.calls).toEqual([]);
  });

  test("an unknown profile is one message; AWS_PROFILE names one, too", async () => {
    expect(await run(["create", "--profile", "typo", "--yes", file().path])).toMatchObject({
      code: 1,
      err: expect.stringContaining('no profile "typo"'),
    });
    expect(await run(["create", "--yes", file().path], { env: { AWS_PROFILE: "local" } })).toMatchObject({ code: 0 });
  });
});

describe("facts", () => {
  test("prints what is known as JSON and tells what was refused", async () => {
    const { code, out, err } = await run(["facts", "--profile", "local", cognito.poolId]);
    expect(JSON.parse(out)).toMatchObject({
      poolId: cognito.poolId,
      poolName: "Local users",
      domain: null,
      source: "profile local",
    });
    expect(err).toContain("cognito-idp:ListResourceServers failed");
    expect(code).toBe(0);
    expect(proxy.writes()).toEqual([]);
  });

  test("a pool that is not there, and bad usage", async () => {
    expect(await run(["facts", "--profile", "local", "local_nowhere"])).toMatchObject({
      code: 1,
      out: "",
      err: expect.stringContaining("no user pool local_nowhere"),
    });
    expect(await run(["facts", "--profile", "local"])).toMatchObject({ code: 2 });
  });
});

describe("the config file of the team", () => {
  /** A spec in a folder of its own, beside a config file. */
  function configured(config: string): string {
    mkdirSync(join(folder, `team-${number}`), { recursive: true });
    writeFileSync(join(folder, `team-${number}`, "cognito-client.config.json"), config);
    return file({}, `team-${number}/web.cognito-client.json`).path;
  }

  test("a rule that it raises to an error stops a create, as it does in lint and in the editor", async () => {
    const path = configured('{ "rules": { "oauth-settings-without-flag": "error" } }');
    const { code, err } = await run(create("--dry-run", path));
    expect(code).toBe(1);
    expect(err).toContain("oauth-settings-without-flag");
    expect((await run(create("--dry-run", configured("{}")))).code).toBe(0);
    expect(proxy.writes()).toEqual([]);
  });

  test("one with a mistake stops it before anything is asked of AWS, and is told", async () => {
    const path = configured('{ "rules": { "no-such": "off" } }');
    const { code, err, out } = await run(create("--yes", path));
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(/cognito-client\.config\.json:1:14: There is no rule "no-such"/);
    expect(proxy.calls).toEqual([]);
  });
});
