import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { writeNew } from "./files.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "import-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

test("the same stem twice makes two files, and what is there stays", async () => {
  writeFileSync(join(folder, "web.cognito-client.yaml"), "mine");
  expect(basename(await writeNew(folder, "web", "a"))).toBe("web-2.cognito-client.yaml");
  expect(basename(await writeNew(folder, "web", "b"))).toBe("web-3.cognito-client.yaml");
  expect(readFileSync(join(folder, "web.cognito-client.yaml"), "utf8")).toBe("mine");
});

test("a link of that name is not followed, even where it leads nowhere", async () => {
  symlinkSync(join(folder, "elsewhere"), join(folder, "web.cognito-client.yaml"));
  expect(basename(await writeNew(folder, "web", "a"))).toBe("web-2.cognito-client.yaml");
  expect(readdirSync(folder)).not.toContain("elsewhere");
});

test("JSON has its own ending", async () => {
  expect(basename(await writeNew(folder, "web", "{}", "json"))).toBe("web.cognito-client.json");
});

test("a folder that is not there is made", async () => {
  const path = await writeNew(join(folder, "a", "b"), "web", "text");
  expect(readFileSync(path, "utf8")).toBe("text");
});
