import { describe, expect, test } from "vitest";
import { random, randomEdit } from "../../../../../test/support/storm.ts";
import { opened, recommended, templateCorpus, told } from "../../../../../test/support/template-corpus.ts";
import { check } from "../../features/check.ts";
import { reopen } from "../open.ts";
import { editedBlocks, type JsonBlocks, jsonBlocks } from "./json-blocks.ts";
import type { JsonRow } from "./json-row.ts";
import { Known } from "./known.ts";

const fresh = (text: string) => jsonBlocks(text, new Known([]));

/** All that is told of a template before anything of it is read. */
function said(blocks: JsonBlocks | undefined) {
  const row = (each: JsonRow) => each.blocks.map(({ key, text }, index) => [key, each.start(index), text]);
  if (!blocks) return undefined;
  const { kind, top, resources, names } = blocks;
  return { kind, top: row(top), resources: row(resources), names: [names.ids, names.types, names.secrets] };
}

const tricky = `{
  "Description": "{[ \\"Resources\\" \\\\",
  "Resources": {
    "A": { "Type": "T", "Type": "AWS::Cognito::UserPool", "x": [{}, "}", "\\\\\\""], "Properties": { "Type": "no" } },
    "\\u0042": {"Properties":{"a":1,"b":{"c":[[]]}},"Type" : "U"}, "A": { }, "None": 5,
    "Client": {
      "Type": "AWS::Cognito::UserPoolClient",
      "Properties": { "UserPoolId": { "Ref": "A" }, "ClientName": "web", "ReadAttributes": ["email"] },
      "Metadata": { "aws:cdk:path": "Stack/Client" }
    }
  },
  "Outputs": { "Resources": { "Value": { "Fn::GetAtt": ["Client", "ClientSecret"] } } },
  "n": -1.5e3, "t": true, "Resources": { "Late": { "Type": "V" } }, "List": [1, {"Resources": 2}]
}
`;
const names = ["cdk.out/web.template.json", "cfn/google.json", "sam/web.json", "traps/four-conditions.json"];
const templates = [
  tricky,
  ...templateCorpus()
    .filter(({ path }) => names.includes(path))
    .map(({ text }) => text),
];
const written = [
  ["as it is", (text: string) => text],
  ["with CRLF", (text: string) => text.replace(/\r?\n/g, "\r\n")],
  ["without line breaks", (text: string) => text.replace(/\n\s*/g, "")],
  ["behind a byte order mark", (text: string) => `\uFEFF${text}`],
] as const;

const pieces = [
  ...'abT "{}[],:\\1\n\t-',
  "\r\n",
  '"x": "y", ',
  ', "x": {}',
  '}, "x": {',
  "{ } ",
  "[{}]",
  '"Type": "W", ',
  "ClientSecret",
  '"Fn::GetAtt": ["Client", "ClientSecret"], ',
  '"aws:cdk:path": "", ',
  "// x\n",
  "\\u0041",
  "\ud800",
];

function edited(text: string, choose: (n: number) => number): string {
  const at = choose(text.length + 1);
  const { start, end, ...other } = [
    { start: at, end: at, text: pieces[choose(pieces.length)] ?? "" },
    { start: at, end: Math.min(text.length, at + 1 + choose(12)), text: "" },
    randomEdit(text, choose),
  ][Math.max(0, choose(5) - 2)] as { start: number; end: number; text: string };
  return text.slice(0, start) + other.text + text.slice(end);
}

describe.each(written)("a template %s", (_, write) => {
  test("is cut after an edit as it would be without the version before", () => {
    const choose = random(7);
    const counts = { kept: 0, cutAnew: 0, broken: 0 };
    for (const template of templates) {
      const whole = write(template).replace(/^\uFEFF/, " ");
      let before = fresh(whole) as JsonBlocks;
      for (let edit = 0; edit < 600; edit++) {
        const text = choose(60) === 0 ? whole : edited(before.text, choose);
        const expected = fresh(text);
        const kept = editedBlocks(before, text);
        if (kept) expect(said(kept), text).toEqual(said(expected));
        counts[kept ? "kept" : expected ? "cutAnew" : "broken"]++;
        before = kept ?? expected ?? before;
      }
    }
    // Each kind has to come about, or nothing was shown.
    for (const count of Object.values(counts)) expect(count).toBeGreaterThan(100);
  });

  test("says after edits what it would say without the version before", () => {
    const choose = random(11);
    for (const template of templates) {
      const whole = write(template);
      let text = whole;
      let document = opened(whole, "json");
      for (let edit = 0; document && edit < 60; edit++) {
        text = choose(6) === 0 ? whole : edited(text, choose);
        document = reopen(document, text);
        const other = opened(text, "json");
        if (!other) continue;
        const findings = (of: typeof other) =>
          check(of, { settings: recommended }).map((each) => [told(each), each.span, each.message]);
        expect(findings(document), text).toEqual(findings(other));
      }
    }
  });
});

const many = (count: number) =>
  JSON.stringify({
    AWSTemplateFormatVersion: "2010-09-09",
    Resources: {
      ...Object.fromEntries(
        Array.from({ length: count }, (_, index) => [
          `Table${index}`,
          { Type: "AWS::DynamoDB::Table", Properties: { TableName: `table-${index}` } },
        ]),
      ),
      Client: { Type: "AWS::Cognito::UserPoolClient", Properties: { UserPoolId: "eu-west-1_a", ClientName: "web" } },
      Last: { Type: "AWS::DynamoDB::Table", Properties: { TableName: "last" } },
    },
    Outputs: { Id: { Value: { Ref: "Client" } } },
  });

test.each([
  ["a letter", '"web', '"webs'],
  ["a name that has no value yet", '{"UserPoolId"', '{"ReadAttributes": , "UserPoolId"'],
  ["an attribute that has no value yet", '"Properties":{"UserPoolId"', '"DependsOn": "Properties":{"UserPoolId"'],
  ["a letter in another resource", '"last', '"lasts'],
  ["a letter in a section", '"Value"', '"Values"'],
])("%s is looked for, and then only the block around it, however many there are", (_, before, after) => {
  const looked = (count: number) => {
    const text = many(count);
    const document = opened(text, "json");
    if (!document) throw new Error("no template");
    check(document, { settings: recommended });
    const { charCodeAt } = String.prototype;
    let characters = 0;
    String.prototype.charCodeAt = function (at) {
      characters++;
      return charCodeAt.call(this, at);
    };
    try {
      check(reopen(document, text.replace(before, after)), { settings: recommended });
    } finally {
      String.prototype.charCodeAt = charCodeAt;
    }
    return characters;
  };
  const [few, lots] = [looked(40), looked(4000)];
  // The place of an edit is found in steps, and character by character within the last one before and behind it.
  expect(lots).toBeLessThan(few + 2 * 4096);
  expect(many(4000).length).toBeGreaterThan(300_000);
});
