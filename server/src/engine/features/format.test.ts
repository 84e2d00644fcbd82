import { describe, expect, test } from "vitest";
import { random } from "../../../../test/support/storm.ts";
import { applyEdits } from "../document/edit/edit.ts";
import { parseSpec } from "../document/parse.ts";
import type { Dialect } from "../document/part.ts";
import { type FormatOptions, format } from "./format.ts";

const two: FormatOptions = { tabSize: 2, insertSpaces: true };
const laidOut = (text: string, dialect: Dialect, options = two) =>
  applyEdits(text, format(parseSpec(text, dialect), options));

describe("whole file", () => {
  test.each([
    [
      "json",
      '{"ClientName":"a","CallbackURLs":["https://a.example"]}',
      '{\n  "ClientName": "a",\n  "CallbackURLs": [\n    "https://a.example"\n  ]\n}',
    ],
    ["jsonc", '{ // name\n"ClientName":"a", /* x */ }', '{ // name\n  "ClientName": "a", /* x */\n}'],
    [
      "yaml",
      "ClientName:   a   # the name\nCallbackURLs:\n      - https://a.example\n",
      "ClientName: a # the name\nCallbackURLs:\n  - https://a.example\n",
    ],
    [
      "yaml",
      "# head\nAllowedOAuthFlows: [code,implicit]\n\n# units\nTokenValidityUnits: { AccessToken: hours}\n",
      "# head\nAllowedOAuthFlows: [code, implicit]\n\n# units\nTokenValidityUnits: { AccessToken: hours }\n",
    ],
    [
      "yaml",
      "CallbackURLs:\n- 'https://a.example'\n- \"https://b.example\"",
      "CallbackURLs:\n- 'https://a.example'\n- \"https://b.example\"",
    ],
    ["yaml", "ClientName:  a\r\nGenerateSecret:  True\r\n", "ClientName: a\r\nGenerateSecret: True\r\n"],
    ["yaml", "---\nClientName:  a\n---\nClientName:  b\n...\n", "---\nClientName: a\n---\nClientName: b\n...\n"],
    ["yaml", "A:  &x [ a ]\nB:  *x\nC:  !Sub 'x'\n", "A: &x [ a ]\nB: *x\nC: !Sub 'x'\n"],
  ] as const)("%s %j", (dialect, before, after) => {
    const result = laidOut(before, dialect);
    expect(result).toBe(after);
    expect(laidOut(result, dialect), "again changes nothing").toBe(result);
  });

  test.each([
    ["json", '{"ClientName": }'],
    ["yaml", "ClientName:   a\nCall"],
  ] as const)("a file with a syntax error is left alone: %s", (dialect, text) =>
    expect(laidOut(text, dialect)).toBe(text),
  );
});

test("a range is laid out alone: an app client of a stream, a part of JSON", () => {
  const stream = "ClientName:  a\n---\nClientName:  b\n";
  expect(applyEdits(stream, format(parseSpec(stream, "yaml"), two, { start: 20, end: 25 }))).toBe(
    "ClientName:  a\n---\nClientName: b\n",
  );
  const json = '{\n"ClientName":"a",\n"UserPoolId":"b"\n}';
  expect(applyEdits(json, format(parseSpec(json, "json"), two, { start: 20, end: 37 }))).toBe(
    '{\n"ClientName":"a",\n"UserPoolId": "b"\n}',
  );
});

test.each([
  ["yaml", "*x : 1\n"],
  ["yaml", "UserPoolId:   {{ pool }}\n{% if prod %}\nClientName:   a\n{% endif %}\n"],
  ["json", '{"UserPoolId": {{ pool }},   "ClientName": "a"}'],
] as const)("what no printer understands stays as it is: %s %j", (dialect, text) => {
  expect(format(parseSpec(text, dialect), two)).toEqual([]);
});

test("whatever the text: each edit changes something, a byte order mark stays, and nothing throws", () => {
  const choose = random(5);
  const words = [
    ..."{}[],:\n -!\t\uFEFF",
    ...['"a"', '"ClientName"', "\r\n", "# c\n", "// c\n", "/* c */", "ClientName: a", "- ", "---\n", "...\n"],
    ...["'x'", "|\n", "*x : 1", "&a", "b"],
  ];
  for (let round = 0; round < 3_000; round++) {
    const text = Array.from({ length: choose(9) + 1 }, () => words[choose(words.length)]).join("");
    for (const dialect of ["json", "jsonc", "yaml"] as const) {
      const edits = format(parseSpec(text, dialect), two);
      for (const { span, newText } of edits) expect(newText, text).not.toBe(text.slice(span.start, span.end));
      if (text.startsWith("\uFEFF")) expect(applyEdits(text, edits), text).toMatch(/^\uFEFF/);
    }
  }
});

test.each([
  ["jsonc", (n) => `{/*${"\n".repeat(n)}*/"ClientName":"a"}`],
  ["jsonc", (n) => `{"ClientName":"a"${"\r\n".repeat(n)}}`],
  ["yaml", (n) => `ClientName:  a\n${"\n".repeat(n)}b: c`],
] as const satisfies readonly [Dialect, (n: number) => string][])(
  "a hundred thousand line breaks are laid out, in %s",
  (dialect, of) => {
    expect(format(parseSpec(of(dialect === "yaml" ? 20_000 : 160_000), dialect), two)).not.toEqual([]);
  },
);
