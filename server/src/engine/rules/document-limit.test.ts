import { expect, test } from "vitest";
import { limits } from "../document/limits.ts";
import { parseSpec } from "../document/parse.ts";
import type { Dialect } from "../document/part.ts";
import { check } from "../features/check.ts";

const found = (text: string, dialect: Dialect) =>
  check(parseSpec(text, dialect), { settings: { preset: "recommended", rules: {} } }).filter(
    ({ rule }) => rule.id === "document-limit",
  );

test("too deep is a warning where it begins", () => {
  const nested = (depth: number) => `{"ClientName": ${"[".repeat(depth)}${"]".repeat(depth)}}`;
  expect(found(nested(limits.depth - 1), "jsonc")).toEqual([]);
  const [finding] = found(nested(limits.depth + 5), "jsonc");
  expect(finding).toMatchObject({ severity: "warning", path: [] });
  expect(finding?.message).toMatch(/levels deep/);
  expect(found(`ClientName: ${"[".repeat(100)}${"]".repeat(100)}`, "yaml")).toHaveLength(1);
});

test("too long is a warning, and nothing else is said", () => {
  const text = `ClientName: web\n# ${"x".repeat(limits.partLength)}`;
  expect(
    check(parseSpec(text, "yaml"), { settings: { preset: "recommended", rules: {} } }).map(({ rule }) => rule.id),
  ).toEqual(["document-limit"]);
});

test("aliases that stand for too much", () => {
  const bomb = [
    "a: &a [x, x, x, x, x, x, x, x, x, x]",
    ..."bcdef".split("").map((name, index) => `${name}: &${name} [${Array(10).fill(`*${"abcdef"[index]}`)}]`),
  ].join("\n");
  expect(found(bomb, "yaml")).toHaveLength(1);
});
