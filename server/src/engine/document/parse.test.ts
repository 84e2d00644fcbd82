import { describe, expect, test } from "vitest";
import { marked } from "../../../../test/support/marks.ts";
import { dialectOf } from "./dialect.ts";
import type { Span, SpecNode } from "./node.ts";
import { parseSpec } from "./parse.ts";
import type { Dialect, SpecDocument } from "./part.ts";
import { splitStream } from "./yaml-stream.ts";

/** The plain value of a tree; `?` and a reason where it is unknown. */
function plain(node: SpecNode | undefined): unknown {
  if (!node) return undefined;
  if (node.kind === "scalar") return node.value;
  if (node.kind === "unknown") return `?${node.reason}`;
  if (node.kind === "array") return node.items.map(plain);
  return Object.fromEntries(node.members.map(({ key, value }) => [key, plain(value)]));
}
const values = (document: SpecDocument) => document.units.map(({ part }) => plain(part.root));
const problems = (document: SpecDocument) =>
  document.units.flatMap(({ part }) => part.problems.map(({ code }) => code));

describe("containers", () => {
  test.each<[string, Dialect, string, SpecDocument["container"], unknown[]]>([
    ["an object", "json", '{ "A": 1 }', "single", [{ A: 1 }]],
    ["a list", "json", '[{ "A": 1 }, { "B": 2 }]', "list", [{ A: 1 }, { B: 2 }]],
    ["a list of one", "json", '[{ "A": 1 }]', "list", [{ A: 1 }]],
    ["a document", "yaml", "A: 1\n", "single", [{ A: 1 }]],
    ["a document after ---", "yaml", "# c\n---\nA: 1\n...\n", "single", [{ A: 1 }]],
    ["a stream", "yaml", "A: 1\n---\nB: 2\n", "stream", [{ A: 1 }, { B: 2 }]],
    ["a stream with an empty document", "yaml", "---\n---\nA: 1\n---\nB: 2\n", "stream", [{ A: 1 }, { B: 2 }]],
    ["a YAML list", "yaml", "- A: 1\n- B: 2\n", "single", [[{ A: 1 }, { B: 2 }]]],
    ["nothing", "yaml", "", "single", [undefined]],
    ["nothing", "json", "", "single", [undefined]],
    ["comments", "yaml", "# a\n# b\n", "single", [undefined]],
    ["a BOM", "yaml", "\uFEFFA: 1\nB: 2\n", "single", [{ A: 1, B: 2 }]],
    ["a BOM and ---", "yaml", "\uFEFF---\nA: 1\n---\nB: 2\n", "stream", [{ A: 1 }, { B: 2 }]],
    ["a BOM and a list", "yaml", "\uFEFF- A: 1\n- B: 2\n", "single", [[{ A: 1 }, { B: 2 }]]],
    ["a BOM", "json", '\uFEFF{ "A": 1 }', "single", [{ A: 1 }]],
    ["CRLF", "yaml", "A: 1\r\n---\r\nB: 2\r\n", "stream", [{ A: 1 }, { B: 2 }]],
  ])("%s (%s)", (_what, dialect, text, container, expected) => {
    const document = parseSpec(text, dialect);
    expect(document.container).toBe(container);
    expect(values(document)).toEqual(expected);
    expect(problems(document)).toEqual([]);
    expect(document.hasBom).toBe(text.startsWith("\uFEFF"));
    expect(document.eol).toBe(text.includes("\r\n") ? "\r\n" : "\n");
    // Parts are the file's own text at their base.
    for (const { base, part } of document.units)
      expect(document.text.slice(base, base + part.text.length)).toBe(part.text);
    expect(document.text.length, "offsets are the file's").toBe(text.length);
  });
});

describe("spans of keys and values", () => {
  test.each<[Dialect, string]>([
    ["json", '{ ‹"A"›: ‹1›, ‹"B"›: ‹["x"]›, ‹"C"› : ‹{}› }'],
    ["json", '[ {}, { ‹"A"›: ‹"x\\"y"› } ]'],
    ["yaml", "‹A›: ‹1›  # note\n‹B›: ‹[x, y]›\n‹'C'›: ‹\"d\"›\n"],
    ["yaml", "X: 1\n---\n‹A›: ‹1›\n‹B›:\n  ‹- x\n  - y›\n\n# end\n"],
    ["yaml", "‹A›: ‹|\n  text\n  more›\n‹B›:‹›\n"],
    ["yaml", "\uFEFF‹A›: ‹1›\n‹B›: ‹2›\n"],
    ["yaml", "‹A›: ‹1›\r\n‹B›: ‹two words›\r\n"],
  ])("%s %j", (dialect, source) => {
    const { text, spans } = marked(source);
    const document = parseSpec(text, dialect);
    const unit = document.units.at(-1);
    const root = unit?.part.root;
    if (root?.kind !== "object" || !unit) throw new Error("no object");
    const found = root.members.flatMap(({ keySpan, value }) => [keySpan, ...(value ? [value.span] : [])]);
    const inFile = found.map(({ start, end }): Span => ({ start: start + unit.base, end: end + unit.base }));
    expect(inFile.map(({ start, end }) => text.slice(start, end))).toEqual(
      spans.map(({ start, end }) => text.slice(start, end)),
    );
    expect(inFile).toEqual(spans);
  });
});

describe("recovery: one problem, and the rest is there", () => {
  test.each<[string, Dialect, string, unknown]>([
    ["no comma", "json", '{ "A": 1 "B": 2 }', { A: 1, B: 2 }],
    ["no value", "json", '{ "A": , "B": 2 }', { A: undefined, B: 2 }],
    ["no colon", "json", '{ "A", "B": 2 }', { A: undefined, B: 2 }],
    ["not closed", "json", '{ "A": [1, 2, "B": 2', undefined],
    ["a stray word", "json", '{ "A": tru, "B": 2 }', { A: undefined, B: 2 }],
    ["no value yet", "yaml", "A:\nB: 2\nC\n", { A: null, B: 2, C: undefined }],
    ["an open quote", "yaml", 'B: 2\nA: "x\n', { B: 2, A: "?cut" }],
    ["an unknown alias", "yaml", "A: *x\nB: 2\n", { A: "?cut", B: 2 }],
  ])("%s (%s)", (_what, dialect, text, expected) => {
    const document = parseSpec(text, dialect);
    expect(problems(document)[0]).toBe("syntax-error");
    if (expected !== undefined) expect(values(document)).toEqual([expected]);
  });
  test("an error in one app client leaves the others alone", () => {
    const json = parseSpec('[{ "A": 1 }, { "B" 2 }, { "C": 3 }]', "json");
    expect(json.units.map(({ part }) => part.problems.length > 0)).toEqual([false, true, false]);
    const yaml = parseSpec("A: 1\n---\nB: [\n---\nC: 3\n", "yaml");
    expect(yaml.units.map(({ part }) => part.problems.length > 0)).toEqual([false, true, false]);
  });
});

test("anchors, aliases, merge keys and tags", () => {
  const text = "A: &a { x: 1, y: 2 }\nB: *a\nC:\n  <<: *a\n  x: 3\nD: !Sub t\nE: !!str 5\n";
  const document = parseSpec(text, "yaml");
  expect(values(document)).toEqual([{ A: { x: 1, y: 2 }, B: { x: 1, y: 2 }, C: { x: 3, y: 2 }, D: "?tag", E: "5" }]);
  const root = document.units[0]?.part.root;
  const b = root?.kind === "object" ? root.members[1]?.value : undefined;
  expect(b?.alias && text.slice(b.alias.start, b.alias.end)).toBe("*a");
  expect(b && text.slice(b.span.start, b.span.end)).toBe("{ x: 1, y: 2 }");
});

describe("reuse of parts", () => {
  const yaml = "A: 1\n---\nB: 2\n---\nC: 3\n";
  test("documents of a stream that have not changed keep their part", () => {
    const before = parseSpec(yaml, "yaml");
    const after = parseSpec(yaml.replace("B: 2", "B: 22"), "yaml", before);
    expect(after.units.map(({ part }, index) => part === before.units[index]?.part)).toEqual([true, false, true]);
    expect(after).toEqual(parseSpec(yaml.replace("B: 2", "B: 22"), "yaml"));
  });
  test("not over another dialect", () => {
    const before = parseSpec("{}", "json");
    expect(parseSpec("{}", "yaml", before).units[0]?.part.syntax).toBe("yaml");
  });
});

describe("the chunks of a stream", () => {
  test.each([
    "",
    "\n",
    "A: 1\n",
    "---\nA: 1\n---\nB: 2\n",
    "# c\n---\nA: 1\n...\n# d\n---\nB: 2",
    "%YAML 1.2\n---\nA: 1\n...\n%YAML 1.2\n---\nB: 2\n",
    "A: |\n  x\n--- # b\nB: 2\r\n---\r\nC: 3",
    "---",
    "--- a\n--- b",
    "...\n...\n",
    "---x: 1\n----\n",
  ])("tile %j", (text) => {
    const chunks = splitStream(text);
    expect(chunks[0]?.base).toBe(0);
    expect(chunks.at(-1)?.end).toBe(text.length);
    chunks.slice(1).forEach(({ base }, index) => {
      expect(base).toBe(chunks[index]?.end);
    });
  });
  test("comments before --- belong to the document after it; `---x` is no marker", () => {
    const text = "# one\n---\nA: 1\n...\n# two\n---\nB: 2\n";
    expect(splitStream(text).map(({ base, end }) => text.slice(base, end))).toEqual([
      "# one\n---\nA: 1\n...\n",
      "# two\n---\nB: 2\n",
    ]);
    expect(splitStream("---x: 1\nA: 2\n")).toHaveLength(1);
  });
});

test.each<[string, string, string, Dialect]>([
  ["a.json", "", "", "json"],
  ["A.JSON", "", "", "json"],
  ["a.jsonc", "", "", "jsonc"],
  ["a.yaml", "", "{}", "yaml"],
  ["a.yml?x=1#y", "", "", "yaml"],
  ["a.json", "cognito-client-yaml", "", "yaml"],
  ["a.yaml", "cognito-client-json", "", "jsonc"],
  ["a.json", "cognito-client-json", "", "json"],
  ["a.json", "jsonc", "", "jsonc"],
  ["Untitled-1", "cognito-client-json", "", "jsonc"],
  ["-", "", ' \n{ "a": 1 }', "jsonc"],
  ["-", "", "\uFEFF[]", "jsonc"],
  ["-", "", "a: 1", "yaml"],
  ["-", "", "", "yaml"],
])("dialect of %s, language %j, text %j: %s", (name, languageId, text, dialect) => {
  expect(dialectOf(name, languageId, text)).toBe(dialect);
});
