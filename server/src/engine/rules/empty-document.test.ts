import { expect, test } from "vitest";
import { applyEdits } from "../document/edit/edit.ts";
import { parseSpec } from "../document/parse.ts";
import type { Dialect } from "../document/part.ts";
import { check } from "../features/check.ts";

const settings = { preset: "recommended", rules: {} } as const;
const ids = (text: string, dialect: Dialect) =>
  check(parseSpec(text, dialect), { settings })
    .filter(({ severity }) => severity === "error")
    .map(({ rule }) => rule.id);

const empty: readonly [Dialect, string][] = [
  ["yaml", ""],
  ["yaml", "\n\n"],
  ["yaml", "# to do"],
  ["yaml", "# to do\n"],
  ["yaml", "---\n"],
  ["yaml", "---"],
  ["yaml", "\uFEFF"],
  ["jsonc", ""],
  ["jsonc", "  \r\n"],
  ["jsonc", "// to do"],
  ["json", "// to do"],
  ["json", "[]"],
  ["json", "[\n]\n"],
];

test.each(empty)("%s %j is an error that says how to begin", (dialect, text) => {
  const document = parseSpec(text, dialect);
  const found = check(document, { settings }).filter(({ rule }) => rule.id === "empty-document");
  expect(found).toHaveLength(1);
  // YAML begins behind a byte order mark.
  const start = text.startsWith("\uFEFF") ? 1 : 0;
  expect(found[0]).toMatchObject({ severity: "error", span: { start, end: Math.min(1, text.length) } });
  expect(found[0]?.message).toMatch(/^There is no app client here yet. Press Ctrl\+Space/);
  expect(ids(text, dialect)).toEqual(["empty-document"]);
});

test.each(empty)("%s %j: the suggestion makes an app client of it", (dialect, text) => {
  const document = parseSpec(text, dialect);
  const [finding] = check(document, { settings }).filter(({ rule }) => rule.id === "empty-document");
  const [fix] = finding?.fixes?.() ?? [];
  expect(fix).toMatchObject({ title: "Start with UserPoolId and ClientName", safe: false });
  // Into the file itself: the mark is no space there that would indent the first line.
  const after = applyEdits(text, fix?.edits ?? []);
  expect(ids(after, dialect)).toEqual([]);
  expect(after).toContain(text.trim().replace(/\]$/, "").trim());
});

test("a document that cannot be read is a syntax error only", () => {
  expect(ids("True", "json")).toEqual(["syntax-error"]);
});

test("an empty object is no empty document", () => {
  expect(ids("{}", "jsonc")).toEqual(["required-property", "required-property"]);
});
