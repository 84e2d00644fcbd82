import { describe, expect, test } from "vitest";
import { cursorAt } from "../../../../test/support/marks.ts";
import { parseSpec } from "../document/parse.ts";
import type { Dialect } from "../document/part.ts";
import { clientAt } from "./clients-in.ts";
import { locate } from "./locate.ts";

describe("what stands at an offset", () => {
  test.each<[Dialect, string, string, string]>([
    ["json", '{ "A|": { "b": [1] } }', "key", "/A"],
    ["json", '{ "A": { "b": [1, |2] } }', "value", "/A/b/1"],
    ["json", '{ "A": | }', "nothing", ""],
    ["json", '[{}, { "A": "|" }]', "value", "/A"],
    ["yaml", "A:\n  b:\n    - 1\n    - |2\n", "value", "/A/b/1"],
    ["yaml", "A: 1\n---\n|B: 2\n", "key", "/B"],
    ["yaml", "- A: 1\n- B: |2\n", "value", "/B"],
    ["yaml", "A:|\n", "value", "/A"],
    ["yaml", "\uFEFF|A: 1\nB: 2\n", "key", "/A"],
    ["yaml", "|", "nothing", ""],
  ])("%s %j", (dialect, source, on, path) => {
    const { text, offset } = cursorAt(source);
    const found = locate(parseSpec(text, dialect), offset);
    expect([found?.on, found?.path.map((step) => `/${step}`).join("")]).toEqual([on, path]);
  });
  test("every offset of a spec belongs to an app client", () => {
    for (const [text, dialect] of [
      ["\uFEFFA: 1\n---\nB: 2\n", "yaml"],
      ["[{}, {}]", "json"],
      ["- a\n- b\n", "yaml"],
    ] as const) {
      const document = parseSpec(text, dialect);
      for (let offset = 0; offset <= text.length; offset++) expect(clientAt(document, offset)).toBeDefined();
    }
    expect(clientAt(parseSpec("A: 1\n---\nB: 2\n", "yaml"), 5)?.path).toEqual([1]);
  });
});
