import { expect, test } from "vitest";
import { applyEdits } from "../document/edit/edit.ts";
import { parseSpec } from "../document/parse.ts";
import type { Dialect } from "../document/part.ts";
import { check } from "../features/check.ts";

function found(text: string, dialect: Dialect) {
  const document = parseSpec(text, dialect);
  return check(document, { settings: { preset: "recommended", rules: {} } })
    .filter(({ rule }) => rule.id === "json-comment")
    .map((finding) => ({ ...finding, fixes: finding.fixes?.() ?? [] }));
}

const text = '{\n  // who it is\n  "ClientName": "web", // the site\n  /* off */ "GenerateSecret": false\n}\n';

test("one finding for all comments of a .json file, on the first", () => {
  const [finding, ...rest] = found(text, "json");
  expect(rest).toEqual([]);
  expect(text.slice(finding?.span.start, finding?.span.end)).toBe("// who it is");
  expect(finding).toMatchObject({ severity: "warning", data: { comments: 3 } });
  expect(finding?.message).toMatch(/^Plain JSON has no comments, and the AWS CLI refuses the file/);
});

test("the suggestion removes them, and the lines that hold nothing else", () => {
  const [fix] = found(text, "json")[0]?.fixes ?? [];
  expect(fix).toMatchObject({ title: "Remove all comments", safe: false });
  const fixed = applyEdits(text, fix?.edits ?? []);
  expect(fixed).toBe('{\n  "ClientName": "web",\n   "GenerateSecret": false\n}\n');
  expect(found(fixed, "json")).toEqual([]);
});

test("a comment at the very end, without a line break", () => {
  const short = "{} // end";
  const [fix] = found(short, "json")[0]?.fixes ?? [];
  expect(applyEdits(short, fix?.edits ?? [])).toBe("{}");
});

test("comments are welcome in .jsonc and in YAML", () => {
  expect(found(text, "jsonc")).toEqual([]);
  expect(found("# a\nClientName: web # b", "yaml")).toEqual([]);
});

test("a // within a string is no comment", () => {
  expect(found('{ "CallbackURLs": ["https://a.example"] }', "json")).toEqual([]);
});
