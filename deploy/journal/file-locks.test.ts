import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { fileLocks } from "./file-locks.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "ccl-locks-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

test("a lock is for one at a time", async () => {
  const lock = await fileLocks(folder).take("web");
  expect(await fileLocks(folder).take("web")).toMatchObject({ pid: process.pid });
  expect(await fileLocks(folder).take("another")).toHaveProperty("release");
  if ("release" in lock) await lock.release();
  expect(await fileLocks(folder).take("web")).toHaveProperty("release");
});

test("what an ended process left behind is taken over", async () => {
  const child = spawn(process.execPath, ["-e", ""]);
  await new Promise((resolve) => child.on("close", resolve));
  await fileLocks(folder).take("web");
  const [file = ""] = readdirSync(join(folder, "locks"));
  const left = (holder: object) => writeFileSync(join(folder, "locks", file), JSON.stringify(holder));
  left({ pid: child.pid, host: hostname(), at: new Date().toISOString() });
  expect(await fileLocks(folder).take("web")).toHaveProperty("release");
  left({ pid: 1, host: "another", at: new Date().toISOString() });
  expect(await fileLocks(folder).take("web")).toMatchObject({ pid: 1 });
  left({ pid: 1, host: "another", at: "2020-01-01T00:00:00Z" });
  expect(await fileLocks(folder).take("web")).toHaveProperty("release");
});
