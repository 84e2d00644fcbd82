import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { ask } from "../../tools/probe/ask.ts";
import { harmless } from "../../tools/probe/harmless.ts";
import { emulatorProfile } from "../support/aws-files.ts";
import { root } from "../support/cache.ts";
import { startCountProxy } from "../support/count-proxy.ts";
import { temporaryFolder } from "../support/process.ts";
import {
  defaultAccount,
  omittedAnswers,
  type StrictCognito,
  startStrictCognito,
} from "../support/strict-cognito/index.ts";

let strict: StrictCognito;
beforeEach(async () => {
  strict = await startStrictCognito();
});
afterEach(() => strict[Symbol.asyncDispose]());

const answers = async (): Promise<Record<string, string>> => {
  const sections = await ask(strict.api, "probe", () => {});
  return Object.fromEntries(sections.flatMap((section) => section.answers.map(({ about, found }) => [about, found])));
};

describe.each(omittedAnswers)("where AWS has it %s", (omitted) => {
  test.each([0, 1])(
    "the probe says so, for each member and for all, however reads lag (%i), and leaves no pool",
    async (lag) => {
      strict.knobs.omitted = omitted;
      strict.knobs.describeLag = lag;
      const found = await answers();
      const lists = omitted === "kept" ? "kept" : "reset";
      const others = omitted === "reset" ? "reset" : "kept";
      expect(found).toMatchObject({
        "all of them, as a knob of the strict server": omitted,
        ExplicitAuthFlows: lists,
        CallbackURLs: lists,
        AllowedOAuthFlows: lists,
        ReadAttributes: lists,
        AuthSessionValidity: others,
        EnableTokenRevocation: others,
        RefreshTokenValidity: others,
        RefreshTokenRotation: others,
        TokenValidityUnits: others,
        DefaultRedirectURI: others,
      });
      expect(strict.world.pools.size).toBe(1);
      expect(strict.pool.appClients.size).toBe(0);
    },
  );
});

test("what is not about left-out members is told, too", async () => {
  strict.knobs.describeLag = 1;
  expect(await answers()).toMatchObject({
    "with two secrets the description shows": "the original",
    "an added secret's value is told": "yes",
    "form of a secret's id": "<client id>--<13 digits>",
    "a third secret": expect.stringContaining("LimitExceededException"),
    "deleting the only secret": expect.stringContaining("InvalidParameterException"),
    "descriptions right after an update that were stale": "10 of 10",
    "making it again": expect.stringContaining("ManagedLoginBrandingExistsException"),
    "Lite: rotation DISABLED, said": "accepted",
  });
});

test("a question that fails stops no other, and the pools go all the same", async () => {
  strict.knobs.denied = new Set(["ListUserPoolClientSecrets", "CreateManagedLoginBranding"]);
  const found = await answers();
  expect(found["not asked"]).toContain("AccessDeniedException");
  expect(found["making the default style"]).toContain("refused, AccessDeniedException");
  expect(found["ReadAttributes after an update to []"]).toBe('"absent"');
  expect(strict.world.pools.size).toBe(1);
});

test("a pool that cannot be deleted is named", async () => {
  strict.knobs.denied = new Set(["DeleteUserPool"]);
  const said: string[] = [];
  await ask(strict.api, "probe", (line) => said.push(line));
  const left = [...strict.world.pools.keys()].filter((id) => id !== strict.poolId);
  expect(left).toHaveLength(2);
  for (const id of left) expect(said.join("\n")).toContain(`The pool ${id} could not be deleted (AccessDenied`);
});

test("text from AWS is made harmless for a terminal", () => {
  expect(harmless("a\u001b[31mb\u202ec\nd")).toBe("a�[31mb�c\nd");
});

describe("the command", () => {
  /** Runs it as `npm run probe` does, with what somebody types. */
  async function run(typed: string, args: string[], environment: Record<string, string> = {}) {
    await using stack = new AsyncDisposableStack();
    const proxy = stack.use(await startCountProxy(strict.url));
    const folder = stack.use(temporaryFolder("probe"));
    const { CI: _ci, ...own } = process.env;
    const aws = emulatorProfile(folder.path, "sandbox", proxy.url, strict.region);
    const program = spawn(process.execPath, [join(root, "tools/run.mjs"), "probe", ...args], {
      env: { ...own, ...aws, ...environment },
    });
    let output = "";
    for (const stream of [program.stdout, program.stderr]) stream.on("data", (chunk) => (output += String(chunk)));
    program.stdin.on("error", () => {}).end(typed);
    const [code] = await once(program, "close");
    return { code, output, calls: [...proxy.calls], writes: proxy.writes() };
  }

  test("asks, makes two pools, deletes them, and prints no secret", async () => {
    strict.knobs.omitted = "scalars-kept";
    const made: string[] = [];
    strict.hooks.add({
      when: "after",
      operation: "AddUserPoolClientSecret",
      run: ({ ClientId }) => {
        for (const pool of strict.world.pools.values())
          for (const { value } of pool.appClients.get(String(ClientId))?.secrets ?? []) made.push(value);
      },
    });
    const { code, output } = await run(`${defaultAccount}\n`, ["--profile", "sandbox"]);
    expect(output).toMatch(/all of them, as a knob of the strict server +scalars-kept/);
    expect(output.match(/^Deleted the pool/gm)).toHaveLength(2);
    expect(code).toBe(0);
    expect(strict.world.pools.size).toBe(1);
    expect(made).toHaveLength(2);
    for (const secret of made) expect(output).not.toContain(secret);
  });

  test.each([
    ["another account's id", "444455556666\n"],
    ["nothing at all", ""],
  ])("%s instead of the account's id makes nothing", async (_, typed) => {
    const { code, output, calls } = await run(typed, ["--profile", "sandbox"]);
    expect([code, calls]).toEqual([1, ["GetCallerIdentity"]]);
    expect(output).toContain("nothing was made");
  });

  test("in CI it does nothing, whatever is typed", async () => {
    const { code, calls } = await run(`${defaultAccount}\n`, ["--profile", "sandbox"], { CI: "true" });
    expect([code, calls]).toEqual([1, []]);
  });

  test.each([[[]], [["--yes", "--profile", "sandbox"]]])("%j is a usage error", async (args) => {
    const { code, output, calls } = await run(`${defaultAccount}\n`, args);
    expect([code, calls]).toEqual([2, []]);
    expect(output).toContain("npm run probe -- --profile NAME");
  });
});
