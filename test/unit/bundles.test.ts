/** What ships is the bundles, not the sources: each is loaded here in plain Node, as its host loads it. */
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { PassThrough } from "node:stream";
import { runInNewContext } from "node:vm";
import { afterAll, beforeAll, expect, test } from "vitest";
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

/** The server in a folder of this file's own: what is kept of a bundle counts until the bundle is built again, and other tests build. */
const ownServer = mkdtempSync(join(tmpdir(), "cognito-bundles-server-"));
beforeAll(() => {
  for (const name of ["server.js", "language-server.js", "engine.js", "package.json"])
    copyFileSync(bundle(name), join(ownServer, name));
});
afterAll(() => rmSync(ownServer, { recursive: true, force: true }));

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

test("neither loading the engine nor checking a plain spec compiles a member's pattern with a class of Unicode, which takes its time", () => {
  const script = `
    const made = [];
    globalThis.RegExp = new Proxy(RegExp, {
      construct: (target, [source, flags]) => (made.push(String(source)), new target(source, flags)),
    });
    const { check, defaultSettings, parseSpec } = require(${JSON.stringify(bundle("engine.js"))});
    const found = check(parseSpec(JSON.stringify({ CallbackURLs: ["https://example.com/a"], ClientName: "a*" }), "json"), { settings: defaultSettings });
    console.log(found.length > 0, made.some((source) => source.includes("w \\\\t")), made.filter((source) => source.startsWith("^(?:[\\\\p{L}")).length);
  `;
  const { stdout, stderr } = inNode("-e", script);
  expect(stderr).toBe("");
  expect(stdout.trim()).toBe("true true 0");
});

test.each(["engine.js", "language-server.js", "command-line.js", "deploy.js"])(
  "dist/%s is ASCII: a single other character makes Node keep two bytes of each in memory, and read all of it slower",
  (name) => {
    const other = /.{0,30}[\u0080-\uffff].{0,30}/.exec(readFileSync(bundle(name), "utf8"))?.[0];
    expect(other, "esbuild escapes texts, but not regular expressions: write \\u there").toBeUndefined();
  },
);

test.each(["engine.js", "language-server.js", "command-line.js", "deploy.js"])(
  "dist/%s runs with kept code, so it loads nothing by import()",
  (name) => {
    expect(/.{0,30}(?<![\w.$"'])import\(.{0,30}/.exec(readFileSync(bundle(name), "utf8"))?.[0]).toBeUndefined();
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
async function session(env: NodeJS.ProcessEnv, flags: readonly string[] = []): Promise<string> {
  const child = spawn(process.execPath, [...flags, join(ownServer, "server.js"), "--stdio"], {
    stdio: ["pipe", "pipe", "pipe"],
    env: { ...process.env, ...env },
  });
  const errors = child.stderr.pipe(new PassThrough()).setEncoding("utf8");
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  connection.listen();
  const answer = await connection.sendRequest<{ capabilities: object }>("initialize", {
    processId: process.pid,
    rootUri: null,
    capabilities: {},
  });
  expect(answer.capabilities).toHaveProperty("completionProvider");
  await connection.sendRequest("shutdown");
  const ended = once(child, "exit");
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

test("dist/server.js answers over stdio and ends when it is told to, with kept code, without, and with rubbish", async () => {
  const folder = scratch();
  try {
    const kept = join(folder, "kept");
    expect(await session({ COGNITO_CLIENT_COMPILE_CACHE: kept })).toBe("");
    const files = keptIn(kept);
    expect(files.map((file) => basename(file).split("-v")[0]).sort()).toEqual(["engine.js", "language-server.js"]);
    expect(await session({ COGNITO_CLIENT_COMPILE_CACHE: kept }), "with what was kept").toBe("");
    for (const damage of [
      () => "rubbish",
      (code: Buffer) => code.subarray(0, 5000),
      (code: Buffer) => Buffer.concat([code.subarray(0, 50_000), Buffer.alloc(4096), code.subarray(54_096)]),
      (code: Buffer) => code.map((byte, index) => (index % 1000 === 999 ? byte ^ 255 : byte)),
    ]) {
      for (const file of files) writeFileSync(file, damage(readFileSync(file)));
      expect(await session({ COGNITO_CLIENT_COMPILE_CACHE: kept }), String(damage)).toBe("");
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test("with kept code next to none of the functions that run is compiled again", async () => {
  const folder = scratch();
  const compiled = async (): Promise<number> => {
    // The same for both: V8 refuses code that was made under other flags.
    const log = join(folder, "log");
    const flags = ["--log-function-events", "--no-logfile-per-isolate", `--logfile=${log}`];
    await session({ COGNITO_CLIENT_COMPILE_CACHE: join(folder, "kept") }, flags);
    return readFileSync(log, "utf8").match(/^function,full-parse,/gm)?.length ?? 0;
  };
  try {
    const first = await compiled();
    expect(first).toBeGreaterThan(500);
    expect(await compiled()).toBeLessThan(first / 4);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test("dist/server.js keeps V8's young generation as small as it begins", async () => {
  const folder = scratch();
  try {
    const size = join(folder, "size");
    const probe = join(folder, "probe.cjs");
    const code = `
      let young = [];
      process.on("exit", () => {
        for (let made = 0; made < 3e6; made++) {
          young.push({ made });
          if (young.length > 20_000) young = [];
        }
        const space = require("node:v8").getHeapSpaceStatistics().find((one) => one.space_name === "new_space");
        require("node:fs").writeFileSync(${JSON.stringify(size)}, String(space.space_size));
      });`;
    writeFileSync(probe, code);
    await session({ COGNITO_CLIENT_COMPILE_CACHE: folder }, ["--require", probe]);
    expect(Number(readFileSync(size, "utf8"))).toBeLessThanOrEqual(4 * 2 ** 20);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test("the first runs add what they compile, the later ones only read", async () => {
  const folder = scratch();
  try {
    const written = async () => {
      expect(await session({ COGNITO_CLIENT_COMPILE_CACHE: folder })).toBe("");
      return keptIn(folder).map((file) => statSync(file).mtimeMs);
    };
    const after = [await written(), await written(), await written(), await written()];
    expect(new Set(after.map(String)).size).toBe(3);
    expect(after[3]).toEqual(after[2]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

/** The files below a folder. */
function keptIn(folder: string): string[] {
  const all = readdirSync(folder, { recursive: true }).map((name) => join(folder, String(name)));
  return all.filter((file) => statSync(file).isFile());
}

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
    expect(readdirSync(all).sort()).toEqual(["9.9.9", "other"]);
    mkdirSync(join(all, "0.0.3"));
    expect(await session(env)).toBe("");
    expect(readdirSync(all), "only the first start looks").toContain("0.0.3");
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
    if (cache === folder) expect(readdirSync(folder).length).toBeGreaterThan(1);
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
