import { describe, expect, test } from "vitest";
import { type ArrayNode, findMember, type ObjectNode, type SpecNode } from "../node.ts";
import { parseSpec } from "../parse.ts";
import type { Dialect, Part, TextEdit } from "../part.ts";
import {
  appendItems,
  applyEdits,
  emit,
  insertMember,
  isEditable,
  type PlainValue,
  removeItems,
  removeMembers,
  renameKey,
  replaceValue,
  setMember,
} from "./edit.ts";

/** The node at a pointer such as `/A/0`; the empty pointer is the root. */
function at(part: Part, pointer: string): SpecNode {
  let node = part.root as SpecNode;
  for (const step of pointer.split("/").slice(1))
    node = (node.kind === "array" ? node.items[Number(step)] : findMember(node, step)?.value) as SpecNode;
  return node;
}
const object = (part: Part, pointer = "") => at(part, pointer) as ObjectNode;
const array = (part: Part, pointer: string) => at(part, pointer) as ArrayNode;
const member = (node: ObjectNode, key: string) => findMember(node, key) as NonNullable<ReturnType<typeof findMember>>;

const replace = (pointer: string, value: PlainValue) => (part: Part) => replaceValue(part, at(part, pointer), value);
const rename =
  (key: string, to: string, pointer = "") =>
  (part: Part) =>
    renameKey(part, member(object(part, pointer), key), to);
const remove =
  (keys: string[], pointer = "") =>
  (part: Part) =>
    removeMembers(
      part,
      object(part, pointer),
      keys.map((key) => member(object(part, pointer), key)),
    );
const drop =
  (pointer: string, ...indices: number[]) =>
  (part: Part) =>
    removeItems(
      part,
      array(part, pointer),
      indices.map((index) => array(part, pointer).items[index] as SpecNode),
    );
const insert =
  (key: string, value: PlainValue, pointer = "", where: { after?: string; before?: string } = {}) =>
  (part: Part) =>
    insertMember(part, object(part, pointer), key, value, {
      ...(where.after && { after: member(object(part, pointer), where.after) }),
      ...(where.before && { before: member(object(part, pointer), where.before) }),
    });
const append = (pointer: string, values: PlainValue[], before?: number) => (part: Part) =>
  appendItems(
    part,
    array(part, pointer),
    values,
    before === undefined ? {} : { before: at(part, `${pointer}/${before}`) },
  );
const set =
  (key: string, value: PlainValue, pointer = "") =>
  (part: Part) =>
    setMember(part, object(part, pointer), key, value);

type Edit = (part: Part) => TextEdit[];
type Case = readonly [name: string, before: string, edit: Edit, after: string];

function run(dialect: Dialect, text: string, edit: Edit, unit = 0): string {
  const { part, base } = parseSpec(text, dialect).units[unit] as { part: Part; base: number };
  const edited = applyEdits(part.text, edit(part));
  const whole = text.slice(0, base) + edited + text.slice(base + part.text.length);
  expect(
    parseSpec(whole, dialect).units.flatMap((u) => u.part.problems),
    whole,
  ).toEqual([]);
  return whole;
}

describe("removes members of JSON", () => {
  const cases: Case[] = [
    ["the only one", `{\n  "A": 1\n}\n`, remove(["A"]), "{}\n"],
    ["the first", `{\n  "A": 1,\n  "B": 2\n}\n`, remove(["A"]), `{\n  "B": 2\n}\n`],
    ["the last", `{\n  "A": 1,\n  "B": 2\n}\n`, remove(["B"]), `{\n  "A": 1\n}\n`],
    ["all", `{\n  "A": 1,\n  "B": 2\n}\n`, remove(["A", "B"]), "{}\n"],
    ["neighbours", `{\n\t"A": 1,\n\t"B": 2,\n\t"C": 3\n}`, remove(["B", "C"]), `{\n\t"A": 1\n}`],
    ["first and last", `{\n  "A": 1,\n  "B": 2,\n  "C": 3\n}`, remove(["A", "C"]), `{\n  "B": 2\n}`],
    ["on one line, the first", `{"A":1,"B":2}`, remove(["A"]), `{"B":2}`],
    ["on one line, the last", `{ "A": 1, "B": 2 }`, remove(["B"]), `{ "A": 1 }`],
    ["on one line, in between", `{ "A": 1, "B": 2, "C": 3 }`, remove(["B"]), `{ "A": 1, "C": 3 }`],
    ["on one line, two of three", `{ "A": 1, "B": 2, "C": 3 }`, remove(["A", "B"]), `{ "C": 3 }`],
    ["on one line, the last two", `{ "A": 1, "B": 2, "C": 3 }`, remove(["B", "C"]), `{ "A": 1 }`],
    ["over several lines", `{\r\n  "A": [\r\n    1\r\n  ],\r\n  "B": 2\r\n}`, remove(["A"]), `{\r\n  "B": 2\r\n}`],
    ["the first beside the brace", `{ "A": 1,\n  "B": 2 }`, remove(["A"]), `{ "B": 2 }`],
    ["comma first", `{ "A": 1\n, "B": 2\n}`, remove(["B"]), `{ "A": 1\n}`],
  ];
  test.each(cases)("%s", (_, before, edit, after) => expect(run("json", before, edit)).toBe(after));
});

describe("inserts into JSON", () => {
  const cases: Case[] = [
    ["at the end", `{\n  "A": 1\n}\n`, insert("B", 2), `{\n  "A": 1,\n  "B": 2\n}\n`],
    ["into an empty object", `{}\n`, insert("A", 1), `{ "A": 1 }\n`],
    ["into an empty object over lines", `{\n}\n`, insert("A", 1), `{\n  "A": 1\n}\n`],
    [
      "into a nested empty object",
      `{\n  "A": {}\n}\n`,
      insert("B", ["x"], "/A"),
      `{\n  "A": {\n    "B": [\n      "x"\n    ]\n  }\n}\n`,
    ],
    ["on one line", `{"A":1}`, insert("B", [1, 2]), `{"A":1,"B":[1,2]}`],
    ["on one line with blanks", `{ "A": 1 }`, insert("B", { C: 1 }), `{ "A": 1, "B": { "C": 1 } }`],
    ["before the first", `{\n\t"A": 1\n}`, insert("B", 2, "", { before: "A" }), `{\n\t"B": 2,\n\t"A": 1\n}`],
    ["before the first on one line", `{"A": 1}`, insert("B", 2, "", { before: "A" }), `{"B": 2, "A": 1}`],
    [
      "between",
      `{\r\n  "A": 1,\r\n  "C": 3\r\n}`,
      insert("B", 2, "", { after: "A" }),
      `{\r\n  "A": 1,\r\n  "B": 2,\r\n  "C": 3\r\n}`,
    ],
    [
      "before the second",
      `{\n  "A": 1,\n  "C": 3\n}`,
      insert("B", 2, "", { before: "C" }),
      `{\n  "A": 1,\n  "B": 2,\n  "C": 3\n}`,
    ],
    [
      "after lists on one line, one alike",
      `{\n  "A": ["x"]\n}`,
      insert("B", ["y", "z"]),
      `{\n  "A": ["x"],\n  "B": ["y", "z"]\n}`,
    ],
    ["beside the braces", `{ "A": 1,\n  "B": 2 }`, insert("C", 3), `{ "A": 1,\n  "B": 2, "C": 3 }`],
    [
      "items into a list over lines",
      `{\n  "A": [\n    "x"\n  ]\n}`,
      append("/A", ["y", "z"]),
      `{\n  "A": [\n    "x",\n    "y",\n    "z"\n  ]\n}`,
    ],
    ["items into an empty list", `{\n  "A": []\n}`, append("/A", ["y"]), `{\n  "A": [\n    "y"\n  ]\n}`],
    ["items into a list on one line", `{\n  "A": ["x"]\n}`, append("/A", ["y"]), `{\n  "A": ["x", "y"]\n}`],
    ["an item before another", `{\n  "A": ["x"]\n}`, append("/A", ["y"], 0), `{\n  "A": ["y", "x"]\n}`],
  ];
  test.each(cases)("%s", (_, before, edit, after) => expect(run("json", before, edit)).toBe(after));
});

describe("keeps the comments and commas of JSONC", () => {
  const cases: Case[] = [
    ["after a comma that is one too many", `{\n  "A": 1,\n}\n`, insert("B", 2), `{\n  "A": 1,\n  "B": 2,\n}\n`],
    ["comment beside a removed member", `{\n  "A": 1, // a\n  "B": 2\n}`, remove(["A"]), `{\n  // a\n  "B": 2\n}`],
    ["comment above a removed member", `{\n  // a\n  "A": 1,\n  "B": 2\n}`, remove(["A"]), `{\n  // a\n  "B": 2\n}`],
    [
      "comment inside a removed member",
      `{\n  "A": [\n    // a\n    1\n  ],\n  "B": 2\n}`,
      remove(["A"]),
      `{\n  // a\n  "B": 2\n}`,
    ],
    ["last member and trailing comma", `{\n  "A": 1,\n  "B": 2, // b\n}`, remove(["B"]), `{\n  "A": 1,\n  // b\n}`],
    [
      "last member, comment between",
      `{\n  "A": 1, // a\n  // b\n  "B": 2\n}`,
      remove(["B"]),
      `{\n  "A": 1 // a\n  // b\n}`,
    ],
    ["all members", `{\n  // a\n  "A": 1, // x\n  "B": 2\n}`, remove(["A", "B"]), `{\n  // a\n  // x\n}`],
    ["block comments on one line", `{ "A": 1, /* b */ "B": 2 /* c */ }`, remove(["A"]), `{ /* b */ "B": 2 /* c */ }`],
    [
      "block comments on one line, the last",
      `{ "A": 1, /* b */ "B": 2 /* c */ }`,
      remove(["B"]),
      `{ "A": 1 /* b */ /* c */ }`,
    ],
    ["block comment before the comma", `{ "A": 1 /* a */, "B": 2 }`, remove(["A"]), `{ /* a */ "B": 2 }`],
    ["comment beside the previous member", `{\n  "A": 1 // a\n}`, insert("B", 2), `{\n  "A": 1, // a\n  "B": 2\n}`],
    ["comment beside the brace", `{ // x\n}`, insert("A", 1), `{ // x\n  "A": 1\n}`],
    ["comment in an empty object", `{ /* x */ }`, insert("A", 1), `{ /* x */ "A": 1 }`],
    [
      "comment at the end stays at the end",
      `{\n  "A": 1 // a\n  // end\n}`,
      insert("B", 2),
      `{\n  "A": 1, // a\n  "B": 2\n  // end\n}`,
    ],
    [
      "comment above the next member",
      `{\n  // a\n  "A": 1\n}`,
      insert("B", 2, "", { before: "A" }),
      `{\n  "B": 2,\n  // a\n  "A": 1\n}`,
    ],
    ["items", `{ "A": [\n  "x", // x\n  "y" // y\n] }`, drop("/A", 1), `{ "A": [\n  "x" // x\n  // y\n] }`],
    [
      "a list replaced by a string",
      `{\n  "A": [\n    "x" // x\n  ]\n}`,
      replace("/A", "x"),
      `{\n  // x\n  "A": "x"\n}`,
    ],
  ];
  test.each(cases)("%s", (_, before, edit, after) => expect(run("jsonc", before, edit)).toBe(after));
});

describe("replaces values and keys in JSON", () => {
  const cases: Case[] = [
    ["string by string", `{"A": "x"}`, replace("/A", 'y"z'), `{"A": "y\\"z"}`],
    ["string by number", `{"A": "1"}`, replace("/A", 1), `{"A": 1}`],
    ["string by list", `{\n  "A": "x"\n}`, replace("/A", ["x", "y"]), `{\n  "A": [\n    "x",\n    "y"\n  ]\n}`],
    ["string by list on one line", `{"A":"x"}`, replace("/A", ["x", "y"]), `{"A":["x","y"]}`],
    ["list by string", `{"A": ["x"]}`, replace("/A", "x"), `{"A": "x"}`],
    [
      "list by list, what both have stays",
      `{"A": ["x",   "y", "z"]}`,
      replace("/A", ["x", "w", "z"]),
      `{"A": ["x",   "w", "z"]}`,
    ],
    ["object by object", `{"A": {"x": 1, "y": 2}}`, replace("/A", { y: 3, z: 4 }), `{"A": {"z": 4, "y": 3}}`],
    ["the same", `{"A": [ 1,2 ]}`, replace("/A", [1, 2]), `{"A": [ 1,2 ]}`],
    ["the root", `{\n  "UserPoolClient": {\n    "A": 1\n  }\n}`, replace("", { A: 1 }), `{\n  "A": 1\n}`],
    ["a key", `{"A": 1}`, rename("A", 'B"'), `{"B\\"": 1}`],
    ["set what is there", `{"A": 1}`, set("A", 2), `{"A": 2}`],
    ["set what is not there", `{"A": 1}`, set("B", true), `{"A": 1, "B": true}`],
  ];
  test.each(cases)("%s", (_, before, edit, after) => expect(run("json", before, edit)).toBe(after));
});

test("fills in a value that is missing", () => {
  const { part } = parseSpec(`{"A":, "B": 1}`, "json").units[0] as { part: Part };
  expect(applyEdits(part.text, set("A", 2)(part))).toBe(`{"A": 2, "B": 1}`);
});

test("edits an app client of a JSON list where it stands", () => {
  const text = `[\n  {\n    "A": 1\n  },\n  {\n    "A": 2\n  }\n]\n`;
  expect(run("json", text, insert("B", 3), 1)).toBe(`[\n  {\n    "A": 1\n  },\n  {\n    "A": 2,\n    "B": 3\n  }\n]\n`);
  expect(run("json", text, remove(["A"]), 0)).toBe(`[\n  {},\n  {\n    "A": 2\n  }\n]\n`);
});

describe("removes from YAML", () => {
  const cases: Case[] = [
    ["the only member", "A: 1\n", remove(["A"]), "{}\n"],
    ["the first", "A: 1\nB: 2\n", remove(["A"]), "B: 2\n"],
    ["the last, no line end", "A: 1\nB: 2", remove(["B"]), "A: 1"],
    ["the last two, no line end", "A: 1\nB: 2\nC: 3", remove(["B", "C"]), "A: 1"],
    ["the last with a comment, no line end", "A: 1\nB: 2 # b", remove(["B"]), "A: 1\n# b"],
    ["with CRLF", "A: 1\r\nB:\r\n  - x\r\nC: 2\r\n", remove(["B"]), "A: 1\r\nC: 2\r\n"],
    ["a list at the key's own indent", "A:\n- x\n- y\nB: 2\n", remove(["A"]), "B: 2\n"],
    ["a block scalar", "A: |\n  x\n\n  y\n\nB: 2\n", remove(["A"]), "\nB: 2\n"],
    ["comments beside and above", "# a\nA: 1 # b\nB: 2\n", remove(["A"]), "# a\n# b\nB: 2\n"],
    ["comments inside", "A: # a\n  # b\n  - x # c\n  - y\nB: 2\n", remove(["A"]), "# a\n# b\n# c\nB: 2\n"],
    ["all nested members", "A:\n  B: 1\n  C: 2\nD: 3\n", remove(["B", "C"], "/A"), "A: {}\nD: 3\n"],
    [
      "all nested members, comments",
      "A: # a\n  B: 1 # b\n  # c\nD: 3\n",
      remove(["B"], "/A"),
      "A: {} # a\n  # b\n  # c\nD: 3\n",
    ],
    ["all items", "A:\n- x\n- y\nD: 3\n", drop("/A", 0, 1), "A: []\nD: 3\n"],
    ["all items, no line end", "A:\n  - x", drop("/A", 0), "A: []"],
    ["all items behind an anchor", "A: &a\n  - x\nB: *a\n", drop("/A", 0), "A: &a []\nB: *a\n"],
    ["an item", "A:\n  - x\n  - y # y\n  - z\n", drop("/A", 1), "A:\n  - x\n  # y\n  - z\n"],
    ["items at both ends", "A:\n  - x\n  - y\n  - z\n", drop("/A", 0, 2), "A:\n  - y\n"],
    ["flow items", "A: [x, y, z]\n", drop("/A", 0, 2), "A: [y]\n"],
    ["all flow items", "A: [x, y]\n", drop("/A", 0, 1), "A: []\n"],
    ["flow items over lines", "A: [\n  x, # x\n  y # y\n  ]\n", drop("/A", 1), "A: [\n  x # x\n  # y\n  ]\n"],
    ["flow items, comment after", "A: [x, # x\n  y]\n", drop("/A", 0), "A: [ # x\n  y]\n"],
    ["flow members", "A: {x: 1, y: 2}\n", remove(["x"], "/A"), "A: {y: 2}\n"],
    ["quoted keys", "'A': 1\n\"B\": 2\n", remove(["A"]), '"B": 2\n'],
    ["a key with anchor and tag", "&k !!str A: 1\nB: 2\n", remove(["A"]), "B: 2\n"],
    ["an explicit key", "? A\n: 1\nB: 2\n", remove(["A"]), "B: 2\n"],
    ["an empty value", "A:\nB: 2\n", remove(["A"]), "B: 2\n"],
    ["an empty value with a comment", "A: # a\nB: 2\n", remove(["A"]), "# a\nB: 2\n"],
    [
      "beside a merge key",
      "X: &x\n  A: 1\nY:\n  <<: *x\n  B: 2\n",
      remove(["B"], "/Y"),
      "X: &x\n  A: 1\nY:\n  <<: *x\n",
    ],
    ["not an anchor in use", "A: &a 1\nB: *a\n", remove(["A"]), "A: &a 1\nB: *a\n"],
    ["an anchor with its use", "A: &a 1\nB: *a\nC: 3\n", remove(["A", "B"]), "C: 3\n"],
    [
      "after the document's start",
      "%YAML 1.2\n---\n# x\nA: 1\nB: 2\n...\n",
      remove(["A"]),
      "%YAML 1.2\n---\n# x\nB: 2\n...\n",
    ],
    ["everything after the document's start", "---\nA: 1\n...\n", remove(["A"]), "---\n{}\n...\n"],
    [
      "the first member of an item",
      "A:\n  - B: 1 # b\n    # c\n    C: 2\n",
      remove(["B"], "/A/0"),
      "A:\n  - # b\n    # c\n    C: 2\n",
    ],
    [
      "all members of an item",
      "A:\n  - B: 1\n    C: 2\n  - D: 1\n",
      remove(["B", "C"], "/A/0"),
      "A:\n  - {}\n  - D: 1\n",
    ],
  ];
  test.each(cases)("%s", (_, before, edit, after) => expect(run("yaml", before, edit)).toBe(after));
});

describe("inserts into YAML", () => {
  const cases: Case[] = [
    ["at the end", "A: 1\n", insert("B", 2), "A: 1\nB: 2\n"],
    ["at the end, no line end", "A: 1", insert("B", ["x"]), "A: 1\nB:\n  - x"],
    ["at the end, CRLF", "A: 1\r\n", insert("B", { C: 1 }), "A: 1\r\nB:\r\n  C: 1\r\n"],
    ["before comments at the end", "A: 1 # a\n\n# end\n", insert("B", 2), "A: 1 # a\nB: 2\n\n# end\n"],
    ["after a block scalar", "A: |\n  x\n\n  y\n", insert("B", 2), "A: |\n  x\n\n  y\nB: 2\n"],
    [
      "after a block scalar that keeps its empty lines",
      "A: |+\n  x\n\n\nB: 1\n",
      insert("C", 2, "", { after: "A" }),
      "A: |+\n  x\n\n\nC: 2\nB: 1\n",
    ],
    [
      "after a nested list",
      "A:\n    B:\n    - x\nC: 1\n",
      insert("D", ["w"], "", { after: "A" }),
      "A:\n    B:\n    - x\nD:\n- w\nC: 1\n",
    ],
    ["in the file's indentation", "A:\n    B: 1\n", insert("C", { D: 1 }), "A:\n    B: 1\nC:\n    D: 1\n"],
    ["lists as the file's", "A: [x]\n", insert("B", ["w", "z"]), "A: [x]\nB: [w, z]\n"],
    [
      "before the first, under a header",
      "# header\nA: 1\n",
      insert("B", 2, "", { before: "A" }),
      "# header\nB: 2\nA: 1\n",
    ],
    [
      "before the first, above its comment",
      "X:\n  # a\n  A: 1\n",
      insert("B", 2, "/X", { before: "A" }),
      "X:\n  B: 2\n  # a\n  A: 1\n",
    ],
    [
      "before the second, above its comment",
      "A: 1\n# c\nC: 3\n",
      insert("B", 2, "", { before: "C" }),
      "A: 1\nB: 2\n# c\nC: 3\n",
    ],
    ["into an empty flow map", "A: {} # a\nB: 1\n", insert("C", 2, "/A"), "A: # a\n  C: 2\nB: 1\n"],
    ["into an empty root", "{}\n", insert("C", 2), "C: 2\n"],
    ["into a flow map", "A: {x: 1}\n", insert("w", "a, b", "/A"), 'A: {x: 1, w: "a, b"}\n'],
    ["into an item", "A:\n  - B: 1\n", insert("C", 2, "/A/0"), "A:\n  - B: 1\n    C: 2\n"],
    ["into an item, first", "A:\n  - B: 1\n", insert("C", 2, "/A/0", { before: "B" }), "A:\n  - C: 2\n    B: 1\n"],
    ["a key that needs quotes", "A: 1\n", insert("yes", "no"), 'A: 1\n"yes": "no"\n'],
    [
      "strings that need quotes, in the file's quotes",
      "A: 'x'\n",
      insert("B", ["1e3", "a: b", "#x", "*x", "&x", "!x", "@x", "", "x:", "it's: ", "a\nb"]),
      "A: 'x'\nB:\n  - '1e3'\n  - 'a: b'\n  - '#x'\n  - '*x'\n  - '&x'\n  - '!x'\n  - '@x'\n  - ''\n  - 'x:'\n  - 'it''s: '\n  - \"a\\nb\"\n",
    ],
    ["items", "A:\n- x # x\n- y\nB: 1\n", append("/A", ["z"]), "A:\n- x # x\n- y\n- z\nB: 1\n"],
    ["items, quoted as the others", 'A:\n- "x"\n', append("/A", ["z"]), 'A:\n- "x"\n- "z"\n'],
    ["an item before another", "A:\n  - x\n  - y\n", append("/A", ["z"], 1), "A:\n  - x\n  - z\n  - y\n"],
    ["items into an empty list", "A: []\nB:\n- x\n", append("/A", ["z"]), "A:\n- z\nB:\n- x\n"],
    ["flow items", "A: ['x']\n", append("/A", ["z"]), "A: ['x', 'z']\n"],
    ["flow items over lines", "A: [\n  x # x\n  ]\n", append("/A", ["z"]), "A: [\n  x, # x\n  z\n  ]\n"],
    [
      "after a merge key",
      "X: &x\n  A: 1\nY:\n  <<: *x\n",
      insert("B", 2, "/Y"),
      "X: &x\n  A: 1\nY:\n  B: 2\n  <<: *x\n",
    ],
  ];
  test.each(cases)("%s", (_, before, edit, after) => expect(run("yaml", before, edit)).toBe(after));
});

describe("replaces values and keys in YAML", () => {
  const cases: Case[] = [
    ["a plain string", "A: x # a\n", replace("/A", "w"), "A: w # a\n"],
    ["a plain string by one that needs quotes", "A: x\n", replace("/A", "true"), 'A: "true"\n'],
    ["a single-quoted string", "A: 'x'\n", replace("/A", "it's"), "A: 'it''s'\n"],
    ["a double-quoted string", 'A: "x"\n', replace("/A", "w"), 'A: "w"\n'],
    ["a quoted boolean", "A: 'true'\n", replace("/A", true), "A: true\n"],
    ["a number by a string", "A: 1\n", replace("/A", "1"), 'A: "1"\n'],
    ["behind an anchor", "A: &a x\nB: *a\n", replace("/A", "w"), "A: &a w\nB: *a\n"],
    ["behind a tag of the same type", "A: !!str 1\n", replace("/A", "2"), 'A: !!str "2"\n'],
    ["behind a tag of another type", "A: !!str 1\n", replace("/A", 2), "A: 2\n"],
    ["a foreign tag", "A: !Ref x\n", replace("/A", "w"), "A: w\n"],
    ["a block scalar", "A: |\n  x\nB: 1\n", replace("/A", "w"), "A: w\nB: 1\n"],
    ["nothing", "A: # a\nB: 1\n", replace("/A", "w"), "A: w # a\nB: 1\n"],
    ["nothing by a list", "A: # a\nB: 1\n", replace("/A", ["x"]), "A: # a\n  - x\nB: 1\n"],
    ["nothing by a map", "A:\nB:\n    C: 1\n", replace("/A", { x: 1 }), "A:\n    x: 1\nB:\n    C: 1\n"],
    ["a string by a list", "A: x # a\nB: 1\n", replace("/A", ["x", "w"]), "A: # a\n  - x\n  - w\nB: 1\n"],
    ["a string in flow by a list", "A: {B: x}\n", replace("/A/B", ["x"]), "A: {B: [x]}\n"],
    [
      "a list by a string",
      "A: # a\n  - x # x\n  # y\n  - y\nB: 1\n",
      replace("/A", "z"),
      "A: z # a\n  # x\n  # y\nB: 1\n",
    ],
    ["a list at the key's indent by a map", "A:\n- x\nB: 1\n", replace("/A", { x: 1 }), "A:\n  x: 1\nB: 1\n"],
    ["a list by nothing", "A:\n  - x\nB: 1\n", replace("/A", []), "A: []\nB: 1\n"],
    ["a flow list by a map", "A: [x]\nB: 1\n", replace("/A", { x: 1 }), "A: { x: 1 }\nB: 1\n"],
    [
      "items",
      "A:\n  - x # x\n  - y # y\n  - z\n",
      replace("/A", ["x", "w", "z", "v"]),
      "A:\n  - x # x\n  - w # y\n  - z\n  - v\n",
    ],
    ["an item by a map", "A:\n  - x\n  - y\n", replace("/A/0", { B: 1, C: 2 }), "A:\n  - B: 1\n    C: 2\n  - y\n"],
    ["an item that is a map", "A:\n  - B: 1\n    C: 2\n  - y\n", replace("/A/0", "x"), "A:\n  - x\n  - y\n"],
    ["an empty item by a map", "A:\n  -\n  - y\n", replace("/A/0", { B: 1, C: 2 }), "A:\n  - B: 1\n    C: 2\n  - y\n"],
    ["members", "# h\nA: 1 # a\nB: 2\n", replace("", { A: 1, C: [3] }), "# h\nA: 1 # a\nC:\n  - 3\n"],
    ["an alias, by set", "A: &a [x]\nB: *a\n", set("B", ["w"]), "A: &a [x]\nB: [w]\n"],
    ["a key", "A: 1\n'B': 2\n", rename("A", "it's"), "it's: 1\n'B': 2\n"],
    ["a quoted key", "A: 1\n'B': 2\n", rename("B", "it's"), "A: 1\n'it''s': 2\n"],
    ["a key that then needs quotes", "A: 1\n", rename("A", "a: b"), '"a: b": 1\n'],
  ];
  test.each(cases)("%s", (_, before, edit, after) => expect(run("yaml", before, edit)).toBe(after));
});

describe("what must not be edited stays", () => {
  const { part } = parseSpec("A: &a\n  B: 1\nC: *a\nD:\n  <<: *a\n", "yaml").units[0] as { part: Part };

  test("behind an alias or a merge key", () => {
    expect(isEditable(at(part, "/C"))).toBe(false);
    expect(isEditable(member(object(part, "/D"), "B"))).toBe(false);
    expect(insert("E", 1, "/C")(part)).toEqual([]);
    expect(replace("/C/B", 2)(part)).toEqual([]);
    expect(remove(["B"], "/D")(part)).toEqual([]);
  });

  test("an anchor that an alias needs", () => {
    expect(remove(["A"])(part)).toEqual([]);
    expect(replace("", { C: 1 })(part)).toEqual([{ span: { start: 0, end: part.text.length - 1 }, newText: "C: 1" }]);
  });
});

test("an app client of a YAML list is edited where it stands", () => {
  const text = "- A: 1\n-\n  A: 2\n";
  expect(run("yaml", text, insert("B", 3, "/0"))).toBe("- A: 1\n  B: 3\n-\n  A: 2\n");
  expect(run("yaml", text, remove(["A"], "/1"))).toBe("- A: 1\n- {}\n");
  expect(run("yaml", text, remove(["A"], "/0"))).toBe("- {}\n-\n  A: 2\n");
});

test("edits that overlap are refused", () => {
  const edit = (start: number, end: number) => ({ span: { start, end }, newText: "x" });
  expect(() => applyEdits("abc", [edit(0, 2), edit(1, 3)])).toThrow(RangeError);
  expect(applyEdits("abc", [edit(1, 1), edit(0, 1), edit(1, 2)])).toBe("xxxc");
});

test("pretty-prints values", () => {
  const value = { A: ["x", { B: [1], C: {} }], D: [] };
  expect(emit(value, "json")).toBe(JSON.stringify(value, null, 2));
  expect(emit(value, "yaml")).toBe("A:\n  - x\n  - B:\n      - 1\n    C: {}\nD: []");
  expect(emit({ A: ["x"] }, "yaml", { unit: "    ", listIndent: "", eol: "\r\n" }, "  ")).toBe("A:\r\n  - x");
});
