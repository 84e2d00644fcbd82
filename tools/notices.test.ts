import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { temporaryFolder } from "../test/support/process.ts";
import { settle } from "./generate/output.ts";
import { NOTICES, noticesText, readPackage } from "./notices.ts";

const folder = temporaryFolder("notices");
afterAll(() => folder[Symbol.asyncDispose]());
const root = join(import.meta.dirname, "..");

function installed(name: string, files: Readonly<Record<string, string>>): string {
  const path = join(folder.path, "node_modules", name);
  mkdirSync(path, { recursive: true });
  writeFileSync(join(path, "package.json"), JSON.stringify({ name, version: "1.0.0", license: "MIT" }));
  for (const [file, text] of Object.entries(files)) writeFileSync(join(path, file), text);
  return path;
}

test("each text stands once, below all that it is for, whatever the order and the line ends", () => {
  const a = readPackage(installed("a", { "LICENSE.md": "MIT of one\r\n" }));
  const b = readPackage(installed("b", { license: "MIT of one" }));
  const c = readPackage(installed("c", { LICENSE: "Apache", NOTICE: "for c" }));
  const text = noticesText([c, b, a]);
  expect(text).toBe(noticesText([a, b, c]));
  expect(text).toContain("a 1.0.0 (MIT)\nb 1.0.0 (MIT)\n");
  expect(text.split("MIT of one")).toHaveLength(2);
  expect(text).toContain("Apache\n\nfor c\n");
});

test("a part of a monorepo without a text has its sibling's, any other package none", () => {
  installed("@scope/one", { LICENSE: "of the scope" });
  expect(readPackage(installed("@scope/two", {})).texts).toEqual(["of the scope"]);
  expect(() => readPackage(installed("bare", {}))).toThrow("bare is bundled and has no licence text");
});

test("a package that came and is not in the file makes the check red", () => {
  const before = noticesText([readPackage(installed("a", { LICENSE: "MIT" }))]);
  writeFileSync(join(folder.path, NOTICES), before);
  expect(settle(folder.path, [{ path: NOTICES, text: before }], true)).toEqual([]);
  const after = noticesText([readPackage(installed("a", {})), readPackage(installed("new", { LICENSE: "MIT" }))]);
  expect(settle(folder.path, [{ path: NOTICES, text: after }], true)).toEqual([NOTICES]);
  expect(readFileSync(join(folder.path, NOTICES), "utf8")).toBe(before);
});

test("the file names what the AWS side, the server and the command line are made with", () => {
  const text = readFileSync(join(root, NOTICES), "utf8");
  for (const name of [
    "@aws-sdk/client-cognito-identity-provider",
    "@smithy/core",
    "vscode-languageserver",
    "yaml",
    "tinyglobby",
  ])
    expect(text).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+ \\(`, "m"));
});
