import { spawn } from "node:child_process";
import { closeSync, existsSync, openSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { emulatorProfile } from "../support/aws-files.ts";
import { bundleCli } from "../support/cli-bundle.ts";
import { type LocalCognito, startCognitoLocal } from "../support/cognito-local.ts";
import { type Conduct, type CountProxy, startCountProxy } from "../support/count-proxy.ts";
import { awsError, emulated } from "../support/fault-proxy.ts";
import { temporaryFolder } from "../support/process.ts";

/** The command as a process of its own, whose readers go away: its exit code must stay true. */
let cognito: LocalCognito;
let proxy: CountProxy;
let folder: string;
let bin: string;
const stack = new AsyncDisposableStack();

beforeAll(async () => {
  cognito = stack.use(await startCognitoLocal());
  proxy = stack.use(
    await startCountProxy(cognito.url, (call) => {
      const { ClientName = "" } = JSON.parse(call.body.toString() || "{}");
      return (call.operation === "CreateUserPoolClient" && conducts.get(ClientName)?.(call)) || emulated(call);
    }),
  );
  folder = stack.use(temporaryFolder("streams")).path;
  bin = await bundleCli();
});
afterAll(() => stack.disposeAsync());

/** What a create of that name meets: several are under way at once, since each waits while it looks for a lost answer. */
const conducts = new Map<string, Conduct>();
let number = 0;

interface Started {
  readonly clientName: string;
  readonly close: (...streams: ("stdout" | "stderr")[]) => void;
  readonly ended: Promise<{ code: number | null; out: string; err: string }>;
}

function create(): Started {
  const clientName = `streams ${number++}`;
  const file = join(folder, `web${number}.cognito-client.json`);
  writeFileSync(
    file,
    JSON.stringify({ UserPoolId: cognito.poolId, ClientName: clientName, CallbackURLs: ["https://a.example/cb"] }),
  );
  const env = {
    PATH: process.env["PATH"],
    HOME: folder,
    ...emulatorProfile(join(folder, ".aws"), "local", proxy.url, "us-east-1"),
  };
  const args = [bin, "create", "--yes", "--profile", "local", file];
  const child = spawn(process.execPath, args, { cwd: folder, env, stdio: ["ignore", "pipe", "pipe"] });
  let out = "";
  let err = "";
  child.stdout.on("data", (chunk) => (out += chunk));
  child.stderr.on("data", (chunk) => (err += chunk));
  return {
    clientName,
    close: (...streams) => {
      for (const stream of streams) child[stream].destroy();
    },
    ended: new Promise((resolve) => child.on("exit", (code) => setTimeout(() => resolve({ code, out, err }), 50))),
  };
}

const inPool = async (name: string) => (await cognito.appClients()).filter(({ ClientName }) => ClientName === name);

test("nobody can read the plan: nothing is sent", async () => {
  const started = create();
  started.close("stdout");
  const { code, err } = await started.ended;
  expect({ code, writes: proxy.writes() }).toEqual({ code: 1, writes: [] });
  expect(err).toContain("the plan cannot be written");
});

test("what only prints fails where its output does not arrive", async () => {
  const run = (stdout: "pipe" | number) => {
    const child = spawn(process.execPath, [bin, "rules", "--json"], { stdio: ["ignore", stdout, "pipe"] });
    child.stdout?.destroy();
    let err = "";
    child.stderr?.on("data", (chunk) => (err += chunk));
    return new Promise((resolve) => child.on("close", (code) => resolve({ code, err })));
  };
  const failed = { code: 2, err: "Not all of the output could be written.\n" };
  expect(await run("pipe")).toEqual(failed);
  // A disk that is full, where there is one to try it on.
  if (!existsSync("/dev/full")) return;
  const full = openSync("/dev/full", "w");
  expect(await run(full)).toEqual(failed);
  closeSync(full);
});

const readers = [["stdout"], ["stderr"], ["stdout", "stderr"]] as const;
const cases = readers.flatMap((streams) => [
  { streams, meets: "created", expected: 0, exists: 1 } as const,
  { streams, meets: "refused", expected: 1, exists: 0 } as const,
  { streams, meets: "lost", expected: 3, exists: 0 } as const,
]);

test.concurrent.each(cases)(
  "the readers of $streams go while the request is under way: $meets",
  async ({ streams, meets, expected, exists }) => {
    const started = create();
    conducts.set(started.clientName, async (call) => {
      started.close(...streams);
      if (meets === "created") return emulated(call);
      if (meets === "lost") return void call.response.destroy();
      return call.answer(awsError(400, "InvalidParameterException", "no"));
    });
    const { code, err } = await started.ended;
    const found = await inPool(started.clientName);
    expect({ code, found: found.length }).toEqual({ code: expected, found: exists });
    if (meets === "created" && !streams.includes("stderr" as never)) expect(err).toContain(found[0]?.ClientId);
  },
);
