import { describe, expect, test } from "vitest";
import { random, randomEdit } from "../../../../test/support/storm.ts";
import { readChangedValues } from "./json-splice.ts";
import { indexesWhere, isDistinct } from "./list-memo.ts";
import { type ArrayNode, nodeAt, type SpecNode, stringValue } from "./node.ts";
import { parseSpec } from "./parse.ts";
import type { Dialect, SpecDocument } from "./part.ts";
import { applyEdits } from "./text-edit.ts";

const document = `{
  // of two lists
  "ClientName": "web",
  "CallbackURLs": [
    "https://a.example/0",
    "https://a.example/1", // one
    "https://a.example/2" /* two */, "https://a.example/3"
  ],
  "TokenValidityUnits": { "IdToken": "hours" },
  "Scope": { "Fn::Join": ["", ["a", "b"]] },
  "LogoutURLs": ["https://b.example"],
  "ClientName": "again",
  "Empty": []
}
`;

const endsWithOne = (node: SpecNode) => stringValue(node)?.endsWith("1") === true;

/** Asks what is kept beside lists, so that there is something to keep. */
function ask(read: SpecDocument): unknown[] {
  return listsOf(read).map((list) => [indexesWhere(list, endsWithOne), isDistinct(list)]);
}

function listsOf({ units }: SpecDocument): ArrayNode[] {
  return ["CallbackURLs", "LogoutURLs", "Empty"].flatMap((name) => {
    const node = nodeAt(units[0]?.part.root, [name]);
    return node?.kind === "array" ? [node] : [];
  });
}

/** What an edit is read as after the text before it, and whether the rest was kept. */
function afterEdit(before: string, text: string, dialect: Dialect) {
  const previous = parseSpec(before, dialect);
  ask(previous);
  const kept = readChangedValues(text, previous, dialect === "jsonc") !== undefined;
  const read = parseSpec(text, dialect, previous);
  return { read, kept };
}

describe("an edit of a value", () => {
  test.each([
    ["a letter in an item", "/1", "/11", true],
    ["a letter less", "/1", "/", true],
    ["an item as long", "/1", "/9", true],
    ["an item becomes its twin", "/1", "/2", true],
    ["a first item", '[\n    "', '[\n    "x", "', true],
    ["a last item", '/3"', '/3", "x"', true],
    ["the only item goes", '["https://b.example"]', "[]", true],
    ["an item in an empty list", '"Empty": []', '"Empty": ["x"]', true],
    ["two items go", '\n    "https://a.example/1", // one\n    "https://a.example/2" /* two */,', "", true],
    ["a comment", "// one", "// two three", true],
    ["a comment takes what is behind it", "/* two */", "// two", false],
    ["a comment is not closed", "/* two */", "/* two", false],
    ["a comma too many", '/1",', '/1",,', false],
    ["a comma too few", '/1",', '/1"', false],
    ["a string is not closed", '/1",', "/1,", false],
    ["a bracket in an item", "/1", '/1"], ["', false],
    ["a bracket and a name", "/1", '/1"], "x": ["', false],
    ["an object comes in", '"https://a.example/1"', "{}", false],
    ["a number comes in", '"https://a.example/1"', "1", true],
    ["a placeholder comes in", "/1", `/${"$"}{X}`, true],
    ["a tag comes in", "/1", "/{{ x }}", false],
    ["a member's value", '"hours"', '"minutes"', true],
    ["a member's value gets a neighbour", '"hours"', '"hours", "x": "y"', false],
    ["a member's value becomes a list", '"hours"', "[]", false],
    ["a name", '"IdToken"', '"AccessToken"', false],
    ["an argument of a call", '"a", "b"', '"a", "c"', false],
  ])("reads the same as the whole file: %s", (_what, before, after, isKept) => {
    const start = document.indexOf(before);
    const text = applyEdits(document, [{ span: { start, end: start + before.length }, newText: after }]);
    for (const dialect of ["json", "jsonc"] as const) {
      const { read, kept } = afterEdit(document, text, dialect);
      const fresh = parseSpec(text, dialect);
      expect(read).toEqual(fresh);
      expect(ask(read)).toEqual(ask(fresh));
      expect(kept).toBe(isKept);
      expect(afterEdit(text, document, dialect).read, "and back").toEqual(parseSpec(document, dialect));
    }
  });

  test("keeps the values before it, and where nothing moves, those behind it", () => {
    const before = parseSpec(document, "jsonc");
    const read = parseSpec(document.replace("/1", "/9"), "jsonc", before);
    const at = (index: number, { units }: SpecDocument) => nodeAt(units[0]?.part.root, ["CallbackURLs", index]);
    expect([0, 1, 2, 3].map((index) => at(index, read) === at(index, before))).toEqual([true, false, true, true]);
  });

  test("asks again only of the items that are new", () => {
    let asked = 0;
    const count = () => ++asked > 0;
    const before = parseSpec(document, "jsonc");
    for (const list of listsOf(before)) indexesWhere(list, count);
    asked = 0;
    const read = parseSpec(document.replace("/1", "/11"), "jsonc", before);
    for (const list of listsOf(read)) indexesWhere(list, count);
    expect(asked).toBe(1);
  });
});

/** What people do within a list, more or less. */
function editOfList(text: string, choose: (n: number) => number) {
  const from = Math.max(0, text.indexOf("CallbackURLs"));
  const start = Math.min(text.length, from + 16 + choose(120));
  const words = ["x", "1", "/", "", '"', ",", '", "', '"x", ', "// ", "/*", "*/", "]", "\n", "[", `${"$"}{X}`];
  return { start, end: Math.min(text.length, start + choose(3)), text: words[choose(words.length)] as string };
}

test("random edits, one upon the other, are read as the whole file would be", () => {
  const choose = random(11);
  let kept = 0;
  for (const dialect of ["json", "jsonc"] as const) {
    const start = dialect === "json" ? document.replace("  // of two lists\n", "") : document;
    let text = start;
    let read = parseSpec(text, dialect);
    for (let edit = 0; edit < 1000; edit++) {
      if (choose(3) === 0) text = start;
      const { start: from, end, text: newText } = choose(2) === 0 ? randomEdit(text, choose) : editOfList(text, choose);
      text = applyEdits(text, [{ span: { start: from, end }, newText }]);
      ask(read);
      if (readChangedValues(text, read, dialect === "jsonc")) kept++;
      read = parseSpec(text, dialect, read);
      const fresh = parseSpec(text, dialect);
      expect(read, `edit ${edit}`).toEqual(fresh);
      expect(ask(read), `edit ${edit}`).toEqual(ask(fresh));
    }
  }
  expect(kept).toBeGreaterThan(150);
});
