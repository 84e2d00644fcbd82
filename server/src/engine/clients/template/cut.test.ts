import { expect, test } from "vitest";
import { readJson } from "../../document/json.ts";
import type { Member } from "../../document/node.ts";
import { cutOut } from "./cut.ts";

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
