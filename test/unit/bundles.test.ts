/** What ships is the bundles, not the sources: each is loaded here in plain Node, as its host loads it. */
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import * as module from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { runInNewContext } from "node:vm";
import { beforeAll, expect, test } from "vitest";
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from "vscode-languageserver/node";

const root = join(import.meta.dirname, "../..");
const bundle = (name: string): string => join(root, "dist", name);

/** Runs a script in a Node of its own and returns what it printed. */
function inNode(...args: string[]): { stdout: string; stderr: string; status: number | null } {
  return spawnSync(process.execPath, args, { cwd: root, encoding: "utf8" });
}

beforeAll(() => {
  // `npm test` has just built them; a run of this level alone builds for itself.
  if (process.env["COGNITO_CLIENT_BUILT"] === "true") return;
  const built = inNode("esbuild.mjs");
  if (built.status !== 0) throw new Error(`The build failed:\n${built.stderr}`);
});

test("dist/cli.js prints its usage", () => {
  const { stdout, stderr, status } = inNode(bundle("cli.js"), "--help");
  expect(stderr).toBe("");
  expect(stdout).toContain("cognito-client lint");
  expect(status).toBe(0);
});

test("dist/engine.js asks nothing of Node: a worker of the web runs it, too", () => {
  const engine = { exports: {} as Record<string, unknown> };
  runInNewContext(readFileSync(bundle("engine.js"), "utf8"), { module: engine });
  expect(typeof engine.exports["check"]).toBe("function");
});

test.each(["engine.js", "language-server.js", "command-line.js", "deploy.js"])(
  "dist/%s is ASCII: a single other character makes Node keep two bytes of each in memory, and read all of it slower",
  (name) => {
    const other = /.{0,30}[\u0080-\uffff].{0,30}/.exec(readFileSync(bundle(name), "utf8"))?.[0];
    expect(other, "esbuild escapes texts, but not regular expressions: write \\u there").toBeUndefined();
  },
);

test("dist/deploy.js loads and offers the AWS side", () => {
  const { stdout, stderr } = inNode("-p", `Object.keys(require(${JSON.stringify(bundle("deploy.js"))})).join()`);
  expect(stderr).toBe("");
  expect(stdout).toMatch(/\w+/);
});

test("dist/extension.js loads with a stub of the editor, and does not load the AWS side", () => {
  const load = `
    const { Module } = require("node:module");
    const handler = {
      get: (target, key) => (key === "prototype" ? target.prototype : any),
      getPrototypeOf: () => any,
      apply: () => any,
    };
    const any = new Proxy(class {}, handler);
    const real = Module._load;
    Module._load = (id, ...rest) => (id === "vscode" ? any : real(id, ...rest));
    const { activate } = require(${JSON.stringify(bundle("extension.js"))});
    const loaded = Object.keys(require.cache).filter((file) => file.endsWith("deploy.js"));
    console.log(typeof activate, loaded.length);
  `;
  const { stdout, stderr } = inNode("-e", load);
  expect(stderr).toBe("");
  expect(stdout.trim()).toBe("function 0");
});

/** Starts the server, asks it for what it can do, and tells it to end. */
async function session(env: NodeJS.ProcessEnv): Promise<string> {
  const server = spawn(process.execPath, [bundle("server.js"), "--stdio"], {
    stdio: ["pipe", "pipe", "pipe"],
    env: { ...process.env, ...env },
  });
  const errors = server.stderr.pipe(new PassThrough()).setEncoding("utf8");
  const connection = createMessageConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  connection.listen();
  const answer = await connection.sendRequest<{ capabilities: object }>("initialize", {
    processId: process.pid,
    rootUri: null,
    capabilities: {},
  });
  expect(answer.capabilities).toHaveProperty("completionProvider");
  await connection.sendRequest("shutdown");
  const ended = once(server, "exit");
  await connection.sendNotification("exit");
  expect(await ended).toEqual([0, null]);
  connection.dispose();
  return (errors.read() as string | null) ?? "";
}

test.each([
  ["without a word", 1],
  ["after shutdown", 0],
])("dist/server.js ends when its client is gone %s", async (how, code) => {
  const server = spawn(process.execPath, [bundle("server.js"), "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
  const connection = createMessageConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  connection.listen();
  await connection.sendRequest("initialize", { processId: null, rootUri: null, capabilities: {} });
  if (how === "after shutdown") await connection.sendRequest("shutdown");
  const ended = once(server, "exit");
  server.stdin.end();
  expect(await ended).toEqual([code, null]);
  connection.dispose();
});

/** A folder of the test's own. */
const scratch = () => mkdtempSync(join(tmpdir(), "cognito-bundles-"));

test("dist/server.js answers over stdio and ends when it is told to, and Node keeps what it compiled where it can", async () => {
  const folder = scratch();
  try {
    const kept = join(folder, "kept");
    expect(await session({ COGNITO_CLIENT_COMPILE_CACHE: kept })).toBe("");
    const files = existsSync(kept) ? readdirSync(kept, { recursive: true }) : [];
    expect(files.length > 0).toBe("enableCompileCache" in module);
    expect(await session({ COGNITO_CLIENT_COMPILE_CACHE: kept }), "with what was kept").toBe("");
    for (const file of files)
      if (statSync(join(kept, String(file))).isFile()) writeFileSync(join(kept, String(file)), "rubbish");
    expect(await session({ COGNITO_CLIENT_COMPILE_CACHE: kept }), "with rubbish").toBe("");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test.each([
  [["--version"], 0, /^\d+\.\d+\.\d+\n$/, /^$/],
  [["--help"], 0, /Usage: .*--stdio/, /^$/],
  [[], 2, /^$/, /Usage: .*--stdio/],
  [["--stdoi"], 2, /^$/, /Usage: .*--stdio/],
])("dist/server.js by hand, with %j, says how it is started", (args, code, out, err) => {
  const { stdout, stderr, status } = inNode(bundle("server.js"), ...args);
  expect(status).toBe(code);
  expect(stdout).toMatch(out);
  expect(stderr).toMatch(err);
});

test("the first start of a version removes what others compiled, and nothing else", async () => {
  const folder = scratch();
  try {
    const all = join(folder, "compiled");
    for (const name of ["0.0.1", "0.0.2", "other"]) mkdirSync(join(all, name), { recursive: true });
    writeFileSync(join(all, "0.0.1", "code"), "");
    const env = { XDG_CACHE_HOME: "", COGNITO_CLIENT_COMPILE_CACHE: join(all, "9.9.9") };
    expect(await session(env)).toBe("");
    const kept = "enableCompileCache" in module ? ["9.9.9", "other"] : ["0.0.1", "0.0.2", "other"];
    expect(readdirSync(all).sort()).toEqual(kept);
    mkdirSync(join(all, "0.0.3"));
    expect(await session(env)).toBe("");
    if (kept.length === 2) expect(readdirSync(all), "only the first start looks").toContain("0.0.3");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test.each([
  ["none", (folder: string) => folder],
  ["a file", (folder: string) => join(folder, "file")],
])("dist/cli.js keeps what was compiled in the user's cache folder; %s there before is no error", (_, cacheOf) => {
  const folder = scratch();
  try {
    writeFileSync(join(folder, "file"), "");
    const cache = cacheOf(folder);
    for (const run of ["first", "second"]) {
      const env = { ...process.env, XDG_CACHE_HOME: cache, LOCALAPPDATA: cache, HOME: cache };
      const { stdout, stderr, status } = spawnSync(process.execPath, [bundle("cli.js"), "rules"], {
        env,
        encoding: "utf8",
      });
      expect([stderr, status, stdout.length > 0], run).toEqual(["", 0, true]);
    }
    if (cache === folder && "enableCompileCache" in module) expect(readdirSync(folder).length).toBeGreaterThan(1);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test("a cache folder that cannot be one is no error, and none is made where somebody works", async () => {
  const folder = scratch();
  try {
    writeFileSync(join(folder, "file"), "");
    expect(await session({ COGNITO_CLIENT_COMPILE_CACHE: join(folder, "file") })).toBe("");
    expect(await session({ COGNITO_CLIENT_COMPILE_CACHE: "relative" })).toBe("");
    expect(existsSync(join(root, "relative"))).toBe(false);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
