/** What ships is the bundles, not the sources: each is loaded here in plain Node, as its host loads it. */
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { PassThrough } from "node:stream";
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

test("dist/server.js answers over stdio and ends when it is told to", async () => {
  const server = spawn(process.execPath, [bundle("server.js"), "--stdio"], { stdio: ["pipe", "pipe", "pipe"] });
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
  expect(errors.read() ?? "").toBe("");
  connection.dispose();
});
