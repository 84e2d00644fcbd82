import { describe, expect, test } from "vitest";
import { random, randomEdit } from "../../../../test/support/storm.ts";
import { nodeAt } from "./node.ts";
import { parseSpec } from "./parse.ts";
import { applyEdits } from "./text-edit.ts";
import { readChangedMembers } from "./yaml-splice.ts";

const document = `# of two lists
ClientName: web # a name
CallbackURLs:
- https://a.example/0
- 'https://a.example/1?b=1&c=2'
LogoutURLs: [https://b.example,
  "https://c.example"]
TokenValidityUnits:
  IdToken: hours

  AccessToken: !Ref Unit
Description: |
  some
   more
Empty:
GenerateSecret: true
`;

/** What an edit is read as after the text before it; `undefined` where the whole document is read again. */
function spliced(before: string, text: string) {
  const [unit] = parseSpec(before, "yaml").units;
  return unit && readChangedMembers(text, unit.part);
}

describe("an edit of a member", () => {
  test.each([
    ["a letter in a value", "web", "webs", true],
    ["a value of another type", "true", "1", true],
    ["a letter in a name", "GenerateSecret", "GenerateSecrets", true],
    ["a letter in an item", "/0", "/00", true],
    ["an item goes", "- https://a.example/0\n", "", true],
    ["an item comes in", "CallbackURLs:\n", "CallbackURLs:\n- https://x.example\n", true],
    ["a member comes in", "Empty:\n", "Empty:\nNew: 1\n", true],
    ["a member goes", "GenerateSecret: true\n", "", true],
    ["a list in flow style", '"https://c.example"', '"https://c.example", x', true],
    ["a line of a block scalar", "   more", "   more\n  and more", false],
    ["a comment comes in", "Empty:\n", "Empty:\n# none\n", true],
    ["a comment changes", "# a name", "# a name of mine", true],
    ["a placeholder comes in", "web", `${"$"}{NAME}`, true],
    ["what begins before the first member", "# of two lists", "# of lists", false],
    ["a member is indented", "Empty:", " Empty:", false],
    ["a name without a colon", "Empty:", "Empty", false],
    ["a name twice", "Empty", "ClientName", false],
    ["a quote is not closed", "'https://a.example/1?b=1&c=2'", "'https://a.example", false],
    ["a bracket is not closed", '"https://c.example"]', '"https://c.example"', false],
    ["an anchor comes in", "web", "&a web", false],
    ["an alias comes in", "true", "*a", false],
    ["a merge key comes in", "Empty:", "<<: {}", false],
    ["a directive comes in", "Empty:", "%YAML 1.1", false],
    ["a marker comes in", "Empty:\n", "Empty:\n---\n", false],
    ["an end comes in", "Empty:\n", "Empty:\n...\n", false],
    ["a tag of a template engine comes in", "web", "{{ x }}", false],
    ["a long name", "ClientName", "? ClientName", false],
    ["no name at all", "Empty:", ":", false],
  ])("is read as the whole document would be: %s", (_what, before, after, isKept) => {
    for (const text of [document, document.replace(/^(?=.)/gm, "  "), document.replaceAll("\n", "\r\n")]) {
      const [from, to] = text.includes("\r")
        ? [before, after].map((each) => each.replaceAll("\n", "\r\n"))
        : [before, after];
      const start = text.indexOf(from ?? before);
      if (start < 0) continue;
      const edited = applyEdits(text, [
        { span: { start, end: start + (from ?? before).length }, newText: to ?? after },
      ]);
      const fresh = parseSpec(edited, "yaml");
      expect(parseSpec(edited, "yaml", parseSpec(text, "yaml"))).toEqual(fresh);
      if (text === document) expect(spliced(text, edited) !== undefined).toBe(isKept);
      expect(parseSpec(text, "yaml", fresh), "and back").toEqual(parseSpec(text, "yaml"));
    }
  });

  test("keeps the other members before it, and where nothing moves, those behind it", () => {
    const read = (text: string, before?: ReturnType<typeof parseSpec>) => parseSpec(text, "yaml", before);
    const before = read(document);
    const after = read(document.replace("/0", "/9"), before);
    const same = ["ClientName", "CallbackURLs", "LogoutURLs", "Empty"].map(
      (name) => nodeAt(after.units[0]?.part.root, [name]) === nodeAt(before.units[0]?.part.root, [name]),
    );
    expect(same).toEqual([true, false, true, true]);
  });
});

test.each([
  ["A: 1\nB:\nC: one\n  two\nD: three\nE: {}\n", "C: one", "# one"],
  ["A: 1\n? B\nC: one\n  two\nD: three\nE: {}\n", "C: one", "# one"],
  ["A: >-\n  one\n : two\nB: {}\nC: {}\n", "  one", " one"],
  ["  A: 1\n  B:\n  C: one\n    two\n  D: three\n  E: {}\n", "  C: one", " # one"],
])("where the parser reads on in the next member, so is that one read: %j", (before, old, now) => {
  const after = before.replace(old, now);
  expect(parseSpec(after, "yaml", parseSpec(before, "yaml"))).toEqual(parseSpec(after, "yaml"));
});

test("random edits, one upon the other, are read as the whole document would be", () => {
  const choose = random(17);
  const words = [
    "x",
    " ",
    "\n",
    ":",
    "- ",
    "#",
    "'",
    '"',
    "[",
    "]",
    "{",
    "|\n",
    "\n  ",
    "? ",
    "a: 1\n",
    "\t",
    ",",
    "!x ",
  ];
  let kept = 0;
  for (let round = 0; round < 150; round++) {
    let current = parseSpec(round % 2 === 0 ? document : document.replace(/^(?=.)/gm, "  "), "yaml");
    for (let edit = 0; edit < 8; edit++) {
      const { text } = current;
      const start = choose(text.length + 1);
      const small = {
        start,
        end: Math.min(text.length, start + choose(3)),
        text: words[choose(words.length)] as string,
      };
      const { start: from, end, text: inserted } = choose(3) === 0 ? randomEdit(text, choose) : small;
      const now = `${text.slice(0, from)}${inserted}${text.slice(end)}`;
      const fresh = parseSpec(now, "yaml");
      if (spliced(text, now)) kept++;
      expect(parseSpec(now, "yaml", current), JSON.stringify([text, now])).toEqual(fresh);
      const isWhole = fresh.units.length === 1 && fresh.units[0]?.part.problems.length === 0;
      if (isWhole) current = fresh;
    }
  }
  // So that it is this way of reading that is tried.
  expect(kept).toBeGreaterThan(200);
});
