import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { findRules } from "./registry.ts";
import { idProblem, ruleFiles } from "./rule-skeleton.ts";

test("a new rule is found by the registry, with its test and page beside it", () => {
  const folder = mkdtempSync(join(tmpdir(), "rule-"));
  try {
    const files = ruleFiles("callback-url-typo");
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    expect(Object.keys(files)).toEqual(["callback-url-typo.ts", "callback-url-typo.test.ts", "callback-url-typo.md"]);
    expect(findRules(folder)).toEqual(["callback-url-typo"]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test.each([
  [undefined, "Give the new rule's id"],
  ["CallbackTypo", "is no rule id"],
  ["../x-y", "is no rule id"],
  ["typo", "at least two words"],
  ["url-fragment", "exists already"],
])("the id %s is refused", (id, message) => {
  expect(idProblem(id, ["url-fragment"])).toContain(message);
});

test("a good id is taken", () => {
  expect(idProblem("callback-url-typo", ["url-fragment"])).toBeUndefined();
});
