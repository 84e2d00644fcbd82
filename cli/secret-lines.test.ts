import { expect, test } from "vitest";
import { dialectOf } from "../server/src/engine/document/dialect.ts";
import { parseSpec } from "../server/src/engine/document/parse.ts";
import { Positions } from "./positions.ts";
import { secretLines } from "./secret-lines.ts";

const linesOf = (name: string, text: string) => {
  const document = parseSpec(text, dialectOf(name, "", text));
  return [...secretLines(document, new Positions(document.text))].sort((a, b) => a - b);
};

test.each([
  ["a member of its own line", "a.yaml", "ClientName: a\nClientSecret: canary\nGenerateSecret: false\n", [2]],
  ["another spelling", "a.yaml", "ClientName: a\nclient_secret: canary\n", [2]],
  ["a value below its key", "a.json", '{\n"ClientSecret":\n"canary"\n}', [2, 3]],
  ["a value after a blank line", "a.json", '{\n"ClientSecret":\n\n\n"canary"\n}', [2, 5]],
  ["a block value", "a.yaml", "ClientSecret: |\n  canary\n\n  canary\nClientName: a\n", [1, 2, 3, 4]],
  ["one line of JSON", "a.json", '{"ClientSecret":"canary","ClientName":"a"}', [1]],
  ["the second document of a stream", "a.yaml", "ClientName: a\n---\nClientName: b\nClientSecret: canary\n", [4]],
  ["wrapped", "a.json", '{"UserPoolClient": {\n"ClientSecret": [\n"canary"\n]}}', [2, 3, 4]],
  ["a syntax error", "a.json", '{\n"ClientSecret"\n"canary', [2, 3]],
  ["no member at all", "a.yaml", "ClientSecret canary", [1]],
  ["GenerateSecret", "a.yaml", "ClientName: a\nGenerateSecret: true\n", []],
])("%s", (_what, name, text, lines) => {
  const found = linesOf(name, text);
  expect(found).toEqual(expect.arrayContaining(lines));
  if (lines.length === 0) expect(found).toEqual([]);
  const shown = text.split("\n").filter((_, index) => !found.includes(index + 1));
  expect(shown.join("\n")).not.toContain("canary");
});

test("other lines keep their excerpt", () => {
  expect(linesOf("a.yaml", "ClientName: a\nClientSecret: canary\nGenerateSecret: false\n")).toEqual([2]);
});
