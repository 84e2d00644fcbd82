import { expect, test } from "vitest";
import { parseSpec } from "../document/parse.ts";
import type { Dialect } from "../document/part.ts";
import { check } from "../features/check.ts";

const found = (text: string, dialect: Dialect) =>
  check(parseSpec(text, dialect), { settings: { preset: "recommended", rules: {} } }).filter(
    ({ severity }) => severity === "error",
  );

test.each<[Dialect, string, string]>([
  ["yaml", "ClientName", 'the text "ClientName"'],
  ["yaml", "42", "the value 42"],
  ["yaml", "null", "null"],
  ["yaml", "[]", "an empty list"],
  ["yaml", "- [a]", "a list within a list"],
  ["yaml", "- web", 'the text "web"'],
  ["jsonc", '"web"', 'the text "web"'],
  ["jsonc", "true", "the value true"],
  ["jsonc", "[null]", "null"],
  ["jsonc", "[[1]]", "a list within a list"],
])("%s %s is not an app client", (dialect, text, what) => {
  const [finding, ...rest] = found(text, dialect);
  expect(rest).toEqual([]);
  expect(finding?.rule.id).toBe("not-an-object");
  expect(finding?.message).toBe(
    `An app client is an object with members such as ${dialect === "yaml" ? "ClientName: web" : '"ClientName": "web"'}, but this is ${what}. Write its members.`,
  );
  expect(finding?.span.end).toBeGreaterThan(finding?.span.start ?? 0);
});

test.each<[Dialect, string]>([
  ["yaml", "!Ref Client"],
  ["yaml", "${CLIENT}"],
  ["jsonc", '"{{ client }}"'],
  ["yaml", "- !Ref A"],
])("%s %s cannot be known", (dialect, text) => {
  expect(found(text, dialect)).toEqual([]);
});

test("a syntax error is told alone", () => {
  expect(found("ClientName: 'x\n", "yaml").map(({ rule }) => rule.id)).not.toContain("not-an-object");
  expect(found('"web" x', "json").map(({ rule }) => rule.id)).toEqual(["syntax-error"]);
});
