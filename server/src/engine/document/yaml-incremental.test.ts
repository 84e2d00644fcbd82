import { describe, expect, test } from "vitest";
import { parseSpec } from "./parse.ts";
import { applyEdits } from "./text-edit.ts";

const stream = Array.from({ length: 6 }, (_, index) => `ClientName: web-${index}\nCallbackURLs: []\n`).join("---\n");

/** All that marks a document, or looks like it. */
const marked =
  "# a\n---\nA: 1\n---\nB: |\n  ---\n...\n# c\n---x: 1\n--- # d\nD: 1\n...\n%YAML 1.2\n---\nE: [\n---\nF: 1\n--- f\n";

const inserted = ["-", "\n", " ", "#", "x", "]", "...\n", "---\n", "\n---\nG: 1\n---\n", "\r"];

describe("an edit of a stream reads the same as the whole file", () => {
  test.each([
    ["of plain documents", "A: 1\n---\nB: 1\n---\nC: 1\n---\nD: 1\n"],
    ["with marks of all kinds", marked],
    ["with CRLF behind a byte order mark", `\uFEFF${marked.replaceAll("\n", "\r\n")}`],
    ["with an empty document", "A: 1\n---\n---\nB: 1\n---\n"],
  ])("%s", (_what, before) => {
    const last = parseSpec(before, "yaml");
    for (let start = 0; start <= before.length; start++) {
      const edits = [
        ...inserted.map((newText) => ({ span: { start, end: start }, newText })),
        ...[1, 4, 20, 60].map((length) => ({
          span: { start, end: Math.min(before.length, start + length) },
          newText: "",
        })),
        { span: { start, end: before.length }, newText: "" },
        { span: { start: 0, end: start }, newText: "" },
      ];
      for (const edit of edits) {
        const text = applyEdits(before, [edit]);
        const changed = parseSpec(text, "yaml", last);
        expect(changed, JSON.stringify(edit)).toEqual(parseSpec(text, "yaml"));
        expect(parseSpec(before, "yaml", changed), `and back: ${JSON.stringify(edit)}`).toEqual(last);
      }
    }
  });
});

test.each([
  ["in a value", "web-3", "changed", 5],
  ["a document more", "web-3\n", "web-3\n---\nClientName: new\n", 5],
  ["a document less", "web-3\nCallbackURLs: []\n---\nClientName: ", "", 5],
  ["the first", "web-0", "changed", 5],
  ["the last", "web-5", "changed", 5],
])("the parts of the other documents are kept: %s", (_what, before, after, kept) => {
  const first = parseSpec(stream, "yaml");
  const second = parseSpec(stream.replace(before, after), "yaml", first);
  expect(second.units.filter(({ part }) => first.units.some((unit) => unit.part === part))).toHaveLength(kept);
});
