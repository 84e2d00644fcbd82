import { expect, test } from "vitest";
import { besideOf, withoutOverlap } from "./overlap.ts";

const settings = { preset: "recommended", rules: { "wrong-type": "warning" } } as const;

test.each([
  ["auto", undefined, { linter: false, toolkit: false, hover: false }],
  ["auto", ["cfn-lint"], { linter: true, toolkit: false, hover: false }],
  ["auto", ["toolkit", "cfn-lint"], { linter: true, toolkit: true, hover: false }],
  ["auto", ["toolkit-hover"], { linter: false, toolkit: false, hover: true }],
  ["ours", ["cfn-lint", "toolkit", "toolkit-hover"], { linter: false, toolkit: false, hover: false }],
  ["theirs", [], { linter: true, toolkit: true, hover: true }],
] as const)("%s beside %j", (overlap, present, beside) => {
  expect(besideOf(overlap, present)).toEqual(beside);
});

test("rules that a linter has too are left to it, but for those that the user set", () => {
  const { rules } = withoutOverlap(settings, { linter: true });
  expect(rules["unknown-property"]).toBe("off");
  expect(rules["sub-missing"]).toBe("off");
  expect(rules["wrong-type"]).toBe("warning");
  expect(rules["scope-not-found"]).toBeUndefined();
  expect(withoutOverlap(settings, { linter: false })).toBe(settings);
});
