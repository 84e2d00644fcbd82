import { expect, test } from "vitest";
import { jsonOutline, memberAgain } from "./json-outline.ts";

const told = (text: string) => {
  const found = jsonOutline(text);
  const said = (members: readonly { key: string; start: number; end: number; type?: string }[]) =>
    members.map(({ key, start, end, type }) => [key, text.slice(start, end), ...(type === undefined ? [] : [type])]);
  return found && { top: said(found.top), resources: said(found.resources) };
};

test("the members of the file and of its Resources, with types", () => {
  const a = '"A": { "Type": "AWS::X::Y", "Properties": { "Type": "no", "x": [{}, "}"] } }';
  const b = '"\\u0042" : {"Properties":{"a":1},"Type" : "T"}';
  expect(
    told(
      `{"Version": "1", "Resources": {${a},\n ${b}}, "Outputs": {"Resources": {"C": {"Type": "T"}}}, "n": -1.5e3, "t": true }`,
    ),
  ).toEqual({
    top: [
      ["Version", '"Version": "1"'],
      ["Resources", `"Resources": {${a},\n ${b}}`],
      ["Outputs", '"Outputs": {"Resources": {"C": {"Type": "T"}}}'],
      ["n", '"n": -1.5e3'],
      ["t", '"t": true'],
    ],
    resources: [
      ["A", a, "AWS::X::Y"],
      ["B", b, "T"],
    ],
  });
});

test.each([
  ["quotes and backslashes in texts", '{"Resources": {"A": {"x": "\\\\", "y": "\\"}", "Type": "T"}}}', "A"],
  ["a line break in a section's text", '{"Description": "x\ny: {", "Resources": {"A": {}}}', "A"],
  ["a resource that is no object", '{"Resources": {"A": 1, "B": ["Type", "x"]}}', "A"],
  ["a line break anywhere", '\n{\n"Resources"\n:\n{\n"A"\n:\n{\n}\n}\n}\n', "A"],
])("reads over %s", (_, text, first) => {
  expect(jsonOutline(text)?.resources[0]?.key).toBe(first);
});

test.each([
  ["a colon that is missing", '"x" {"y": 1}, "Type": "T"'],
  ["a comma that is missing", '"x": {} "Type": "T"'],
  ["a comma too many", '"Type": "T",'],
  ["a value that is missing", '"x": , "Type": "T"'],
  ["a name alone", '"Type": "T", "x"'],
  ["a word", 'x "Type": "T"'],
  ["a name that is not closed", '"x\n"Type": "T"'],
  ["a text that is not closed", '"x": "}\n"Type": "T"'],
  ["a type that is not closed", '"Type": "T\n"x": {}'],
  ["a text that is not closed, deeper", '"x": [{"y": "}\n}], "Type": "T"'],
  ["mistakes deeper", '"x": [{"y": , "Type"}], "Type": "T"'],
])("keeps within a resource what is wrong there: %s", (_, inner) => {
  for (const lineEnd of ["\n", "\r\n"]) {
    const a = `"A": {${inner.replace("\n", lineEnd)}}`;
    const text = `{"Outputs": {"x": ,}, "Resources": {${a},${lineEnd}"B": {"Type": "U"}}}`;
    expect(told(text)?.resources).toEqual([
      ["A", a, "T"],
      ["B", '"B": {"Type": "U"}', "U"],
    ]);
  }
});

test.each([
  ["no Resources", '{"A": {}}'],
  ["a service file", '{"service": "x", "resources": {"Resources": {}}}'],
  ["a list", '[{"Resources": {}}]'],
  ["a bracket that is not closed", '{"Resources": {"A": {}}'],
  ["a bracket of another kind", '{"Resources": {"A": {]}}'],
  ["a comma that is missing", '{"Resources": {"A": {} "B": {}}}'],
  ["a comma too many", '{"Resources": {"A": {},}}'],
  ["a colon that is missing", '{"Resources" {"A": {}}}'],
  ["a value that is missing", '{"Resources": {"A": }}'],
  ["a comment", '{"Resources": {} // x\n}'],
  ["more behind it", '{"Resources": {}} {}'],
  ["a quote that is not closed", '{"Resources": {"A": {"x": "}}}'],
  ["a quote that is not closed between sections", '{"Description": "x\n"Resources": {"A": {}}}'],
  ["a quote that is not closed between resources", '{"Resources": {"A": "x\n"B": {}}}'],
  ["nothing", ""],
])("leaves to the whole reading: %s", (_, text) => {
  expect(jsonOutline(text)).toBeUndefined();
});

test.each([
  ["a resource", 2, '‹"A": {"Type": "T", "x": ["}"]}›', ["A", "T"]],
  ["a value that is no object", 2, '‹"A": "Type"›', ["A", undefined]],
  ["a section", 1, '‹"Outputs": {"Type": "T"}›', ["Outputs", undefined]],
  ["what is followed by a bracket", 2, '‹"A": {}›}', ["A", undefined]],
])("looks at one member again: %s", (_, depth, marked, expected) => {
  const member = memberAgain(marked.replace("‹", " ").replace("›", " "), 1, marked.indexOf("›"), depth);
  expect([member?.key, member?.type]).toEqual(expected);
  expect([member?.start, member?.end]).toEqual([1, marked.indexOf("›")]);
});

test.each([
  ["two", '"A": {}, "B": {}'],
  ["none", " "],
  ["a comma too many", '"A": {},'],
  ["no value", '"A":'],
  ["a bracket that leads out of it", '"A": {}}, "B": {"C": {}'],
  ["a bracket that is not closed", '"A": {"B": {}'],
  ["a text that is not closed", '"A": "B'],
  ["something before it", ', "A": {}'],
  ["something behind it", '"A": {} x'],
])("finds no single member where there is %s", (_, text) => {
  expect(memberAgain(`{"Resources": {${text}, "Z": "" }}`, 15, 15 + text.length, 2)).toBeUndefined();
});

test("a resource has no type of the one before it", () => {
  expect(
    jsonOutline('{"Resources": {"A": {"Type": "T"}, "B": 1, "C": "T"}}')?.resources.map(({ type }) => type),
  ).toEqual(["T", undefined, undefined]);
});
