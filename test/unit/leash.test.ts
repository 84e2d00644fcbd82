/** Nothing that tests start may outlive them, not even when the test run is killed outright. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { startProgram, temporaryFolder } from "../support/process.ts";

const support = JSON.stringify(join(import.meta.dirname, "../support/process.ts"));

const alive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

/** A program that says its process id and, like a stubborn server, does not listen to a polite request to end. */
const stubborn = 'process.on("SIGTERM", () => {}); console.log("pid", process.pid); setInterval(() => {}, 1000);';

test("Disposing of a program ends it, also when it does not listen", async () => {
  const program = startProgram(process.execPath, ["-e", stubborn], { grace: 50 });
  await expect.poll(() => program.output()).toMatch(/pid \d+/);
  const pid = Number(program.output().match(/\d+/)?.[0]);
  expect(alive(pid)).toBe(true);
  await program[Symbol.asyncDispose]();
  expect(alive(pid)).toBe(false);
});

test("Disposing of a temporary folder removes it", async () => {
  const folder = temporaryFolder("unit");
  expect(existsSync(folder.path)).toBe(true);
  await folder[Symbol.asyncDispose]();
  expect(existsSync(folder.path)).toBe(false);
});

test("Programs and folders go when their owner is killed", async () => {
  const owner = spawn(
    process.execPath,
    [
      "--input-type=module-typescript",
      "-e",
      `import { startProgram, temporaryFolder } from ${support};
       const folder = temporaryFolder("unit");
       const program = startProgram(process.execPath, ["-e", ${JSON.stringify(stubborn)}], { grace: 50 });
       const told = setInterval(() => {
         if (!program.output().includes("pid")) return;
         clearInterval(told);
         console.log(JSON.stringify({ path: folder.path, pid: Number(program.output().match(/\\d+/)[0]) }));
       }, 20);`,
    ],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  const [line] = (await once(owner.stdout, "data")) as [Buffer];
  const { path, pid } = JSON.parse(String(line)) as { path: string; pid: number };
  expect([existsSync(path), alive(pid)]).toEqual([true, true]);
  owner.kill("SIGKILL");
  await expect.poll(() => [existsSync(path), alive(pid)], { timeout: 15_000 }).toEqual([false, false]);
}, 30_000);
