import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { temporaryFolder } from "../../test/support/process.ts";
import { readNamedFile, readRegularFile } from "./regular-file.ts";

const folder = temporaryFolder("regular");
afterAll(() => folder[Symbol.asyncDispose]());
const at = (name: string) => join(folder.path, name);
const posix = process.platform !== "win32";

test("a file is read whole, with its mode, up to the limit and no further", () => {
  writeFileSync(at("a"), "x".repeat(1_000));
  chmodSync(at("a"), 0o640);
  const read = readRegularFile(at("a"), 1_000);
  if (read.is !== "read") throw new Error(read.is);
  expect(read.bytes.toString()).toBe("x".repeat(1_000));
  if (posix) expect(read.mode & 0o777).toBe(0o640);
  expect(readRegularFile(at("a"), 999)).toEqual({ is: "refused", why: "is larger than 1 KB" });
  writeFileSync(at("empty"), "");
  expect(readRegularFile(at("empty"), 10)).toMatchObject({ is: "read", bytes: Buffer.alloc(0) });
});

test("no file, a folder, and a file below a file", () => {
  mkdirSync(at("folder"));
  writeFileSync(at("plain"), "");
  expect(readRegularFile(at("none"), 10)).toEqual({ is: "missing" });
  expect(readRegularFile(at("plain/below"), 10)).toEqual({ is: "missing" });
  expect(readRegularFile(at("folder"), 10)).toMatchObject({ is: "refused", why: expect.stringContaining("folder") });
});

describe.runIf(posix)("what is no regular file is not waited for", () => {
  test("a pipe that nobody writes to", () => {
    expect(spawnSync("mkfifo", [at("pipe")]).status).toBe(0);
    expect(readRegularFile(at("pipe"), 10)).toEqual({ is: "refused", why: "is no regular file" });
  });

  test("a device, also behind a link", () => {
    symlinkSync("/dev/zero", at("zero"));
    expect(readRegularFile("/dev/zero", 10)).toEqual({ is: "refused", why: "is no regular file" });
    expect(readRegularFile(at("zero"), 10)).toEqual({ is: "refused", why: "is no regular file" });
  });

  test.runIf(process.platform === "linux")("a file without an honest size is read up to the limit", () => {
    expect(readRegularFile("/proc/self/status", 100)).toMatchObject({ is: "refused" });
    expect(readRegularFile("/proc/self/status", 1_000_000)).toMatchObject({ is: "read", bytes: expect.any(Buffer) });
  });

  test("a link by the same name is followed, one to a file of another name is not", () => {
    mkdirSync(at("shared"));
    writeFileSync(at("shared/config.json"), "{}");
    writeFileSync(at("credentials"), "secret");
    mkdirSync(at("app"));
    symlinkSync(at("shared/config.json"), at("app/config.json"));
    symlinkSync(at("credentials"), at("app/other.json"));
    symlinkSync(at("nowhere"), at("app/dangling.json"));
    expect(readNamedFile(at("app/config.json"), 10)).toMatchObject({ is: "read" });
    expect(readNamedFile(at("app/other.json"), 10)).toEqual({
      is: "refused",
      why: "is a link to a file of another name",
    });
    expect(readNamedFile(at("app/dangling.json"), 10)).toEqual({ is: "missing" });
  });
});
