import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { temporaryFolder } from "../test/support/process.ts";
import { replaceFile } from "./replace-file.ts";

const folder = temporaryFolder("replace");
afterAll(() => folder[Symbol.asyncDispose]());
const root = join(import.meta.dirname, "..");
let number = 0;

/** A file in a folder of its own. */
function file(content = "old") {
  const path = join(folder.path, String(number++));
  mkdirSync(path);
  const at = join(path, "web.cognito-client.yaml");
  writeFileSync(at, content);
  return { folder: path, at, text: () => readFileSync(at, "utf8"), names: () => readdirSync(path) };
}

test("the new content takes the old one's place, and nothing is left beside it", () => {
  const { at, text, names } = file();
  expect(replaceFile(at, Buffer.from("old"), Buffer.from("new"), 0o644)).toBeUndefined();
  expect(text()).toBe("new");
  expect(names()).toEqual(["web.cognito-client.yaml"]);
});

test("a file that has changed since it was read is left alone", () => {
  const { at, text, names } = file("newer");
  expect(replaceFile(at, Buffer.from("old"), Buffer.from("new"), 0o644)).toContain("has changed while");
  expect(text()).toBe("newer");
  expect(names()).toHaveLength(1);
});

describe.runIf(process.platform !== "win32")("on POSIX", () => {
  test.each([0o600, 0o664, 0o755, 0o444])("the permissions %o stay", (mode) => {
    const { at } = file();
    chmodSync(at, mode);
    const problem = replaceFile(at, Buffer.from("old"), Buffer.from("new"), statSync(at).mode);
    expect(statSync(at).mode & 0o7777).toBe(mode);
    // Nobody but root may write a file without the permission.
    if (mode === 0o444 && process.getuid?.() !== 0) expect(problem).toBe("cannot be written (EACCES)");
    else expect(problem).toBeUndefined();
  });

  test("behind a link the file is replaced, and the link stays", () => {
    const { at, folder: beside, text } = file();
    symlinkSync(at, join(beside, "link.yaml"));
    expect(replaceFile(join(beside, "link.yaml"), Buffer.from("old"), Buffer.from("new"), 0o644)).toBeUndefined();
    expect(text()).toBe("new");
    expect(readFileSync(join(beside, "link.yaml"), "utf8")).toBe("new");
  });

  test("where the disk is full, the old file is there, whole", () => {
    const old = "x".repeat(9_000);
    const { at, text, names } = file(old);
    const script = `
      import { readFileSync } from "node:fs";
      import { replaceFile } from ${JSON.stringify(pathToFileURL(join(root, "cli/replace-file.ts")).href)};
      const old = readFileSync(${JSON.stringify(at)});
      console.log(replaceFile(${JSON.stringify(at)}, old, Buffer.alloc(20_000), 0o644));
    `;
    // The size that a file may have stands for the space that is left.
    const node = join(root, "node_modules/node/bin/node");
    const { stdout } = spawnSync("sh", ["-c", `ulimit -f 4; exec "${node}" --input-type=module -`], {
      input: script,
      encoding: "utf8",
    });
    expect(stdout).toBe("cannot be written (EFBIG)\n");
    expect(text()).toBe(old);
    expect(names()).toEqual(["web.cognito-client.yaml"]);
  });
});
