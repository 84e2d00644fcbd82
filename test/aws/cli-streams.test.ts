import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { emulatorProfile } from "../support/aws-files.ts";
import { root } from "../support/cache.ts";
import { type LocalCognito, startCognitoLocal } from "../support/cognito-local.ts";
import { type CountProxy, startCountProxy } from "../support/count-proxy.ts";
import { awsError, emulated, only } from "../support/fault-proxy.ts";
import { temporaryFolder } from "../support/process.ts";

/** The command as a process of its own, whose readers go away: its exit code must stay true. */
let cognito: LocalCognito;
let proxy: CountProxy;
let folder: string;
const stack = new AsyncDisposableStack();

beforeAll(async () => {
  cognito = stack.use(await startCognitoLocal());
  proxy = stack.use(await startCountProxy(cognito.url, emulated));
  folder = stack.use(temporaryFolder("streams")).path;
});
afterEach(() => {
  proxy.conduct = emulated;
  proxy.reset();
});
afterAll(() => stack.disposeAsync());

let number = 0;

interface Started {
  readonly clientName: string;
  readonly close: (...streams: ("stdout" | "stderr")[]) => void;
  readonly ended: Promise<{ code: number | null; out: string; err: string }>;
}

function create(): Started {
  const clientName = `streams ${number++}`;
  const file = join(folder, "web.cognito-client.json");
  writeFileSync(
    file,
    JSON.stringify({ UserPoolId: cognito.poolId, ClientName: clientName, CallbackURLs: ["https://a.example/cb"] }),
  );
  const env = {
    PATH: process.env["PATH"],
    HOME: folder,
    ...emulatorProfile(join(folder, ".aws"), "local", proxy.url, "us-east-1"),
  };
  const args = [join(root, "cli/bin.ts"), "create", "--yes", "--profile", "local", file];
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

test.each([["stdout"], ["stderr"], ["stdout", "stderr"]] as const)(
  "the readers of %s %s go while the request is under way",
  async (...streams) => {
    for (const [meets, expected, exists] of [
      ["created", 0, 1],
      ["refused", 1, 0],
      ["lost", 3, 0],
    ] as const) {
      let close = () => {};
      proxy.conduct = only("CreateUserPoolClient", async (call) => {
        close();
        if (meets === "created") return emulated(call);
        if (meets === "lost") return void call.response.destroy();
        return call.answer(awsError(400, "InvalidParameterException", "no"));
      });
      const started = create();
      close = () => started.close(...streams);
      const { code, err } = await started.ended;
      const found = await inPool(started.clientName);
      expect({ meets, code, found: found.length }).toEqual({ meets, code: expected, found: exists });
      if (meets === "created" && !streams.includes("stderr" as never)) expect(err).toContain(found[0]?.ClientId);
    }
  },
);
