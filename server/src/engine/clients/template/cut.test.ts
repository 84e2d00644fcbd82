import { expect, test } from "vitest";
import { readJson } from "../../document/json.ts";
import type { Member } from "../../document/node.ts";
import { cutOut, memberAlone } from "./cut.ts";

const membersOf = (text: string) => {
  const part = readJson(text, true).segments[0]?.part;
  if (part?.root?.kind !== "object") throw new Error("no object");
  return { part, members: part.root.members };
};

/** @returns what the parser objects to in the first member of a text, cut out of it. */
function problemsOf(text: string): string[] {
  const { part, members } = membersOf(text);
  return cutOut(part, members[0] as Member).problems.map(({ reason }) => reason ?? "");
}

test.each([
  ["all is well", '{"A": {"x": 1}, "B": 2}', []],
  ["the file ends behind it", '{"A": {"x": 1}', []],
  ["the file ends behind its comma", '{"A": {"x": 1},', []],
  ["the file ends behind a line break", '{"A": {"x": [1]},\n  ', []],
  ["it is not closed itself", '{"A": {"x": 1', ["CloseBraceExpected"]],
  ["a bracket in a text closes nothing", '{"A": {"x": "}"', ["CloseBraceExpected"]],
])("a member's own mistakes are those within it: %s", (_, text, expected) => {
  expect(problemsOf(text)).toEqual(expected);
});

test("a cut member stays the same wherever it stands", () => {
  const cut = (text: string) => {
    const { part, members } = membersOf(text);
    return cutOut(part, members.find(({ key }) => key === "A") as Member);
  };
  expect(cut('{"Z": 12345, "A": {"Ref": "x"}}')).toEqual(cut('{"A": {"Ref": "x"}, "Z": 1}'));
});

test.each([
  ["all is well", '"A": {"x": 1}', []],
  ["a name has no colon", '"A": {"x" {"y": 1}, "z": 2}', ["ColonExpected"]],
  ["a bracket is where a name belongs", '"A": {"x": {}, { }, "z": {}}', ["PropertyNameExpected"]],
  ["a text is not closed", '"A": {"x": "}\n, "z": 2}', ["UnexpectedEndOfString"]],
  ["it is not closed itself", '"A": {"x": 1', ["CloseBraceExpected"]],
])("a member alone has its own mistakes, and none of what a parser makes of them: %s", (_, text, expected) => {
  const part = memberAlone(text);
  expect(part?.problems.map(({ reason }) => reason)).toEqual(expected);
  expect(part?.root?.kind === "object" && part.root.members.map(({ key }) => key)).toEqual(["A"]);
});

test.each([
  ["two", '"A": 1, "B": 2'],
  ["none", ""],
])("what is no member cannot stand alone: %s", (_, text) => {
  expect(memberAlone(text)).toBeUndefined();
});
