/** A server whose client is gone ends, also in the middle of a job that would never end. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { expect, test } from "vitest";
import { connect, pullingClient } from "../support/lsp.ts";
import { startProgram } from "../support/process.ts";

const source = JSON.stringify(join(import.meta.dirname, "../../server/src/end-with.ts"));
const typescript = ["--input-type=module-typescript", "-e"];

test("a process that never leaves its job ends when the client has", async () => {
  const client = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { stdio: "ignore" });
  await once(client, "spawn");
  await using server = startProgram(process.execPath, [
    ...typescript,
    `import { writeSync } from "node:fs"; import { endWith } from ${source};
     endWith(${client.pid}, 20); writeSync(1, "busy"); for (;;);`,
  ]);
  await expect.poll(() => server.output()).toContain("busy");
  client.kill("SIGKILL");
  expect(await server.ended).not.toBe(0);
});

test("a process that has nothing to do is not kept by it", async () => {
  await using server = startProgram(process.execPath, [
    ...typescript,
    `import { endWith } from ${source}; endWith(${process.pid}, 20); console.log("done");`,
  ]);
  expect(await server.ended).toBe(0);
  expect(server.output()).toContain("done");
});

test("it is watched from the first long text on, and by nobody before: a thread takes memory", async () => {
  const watched: number[] = [];
  const client = connect({ endWith: (pid) => void watched.push(pid) });
  await client.initialize(pullingClient, {}, process.pid);
  const uri = "file:///a/web.cognito-client.yaml";
  await client.open(uri, "ClientName: a\n");
  await client.pull(uri);
  expect(watched).toEqual([]);
  for (let time = 0; time < 2; time++) await client.change(uri, { text: `# ${"x".repeat(300_000)}\nClientName: a\n` });
  await client.pull(uri);
  expect(watched).toEqual([process.pid]);
  client.dispose();
});
