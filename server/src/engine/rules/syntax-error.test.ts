import { describe, expect, test } from "vitest";
import { testRule } from "../../../../test/support/rule-tester.ts";
import { applyEdits } from "../document/edit/edit.ts";
import { parseSpec } from "../document/parse.ts";
import type { Dialect } from "../document/part.ts";
import { check } from "../features/check.ts";

const all = { preset: "recommended", rules: {} } as const;

function errors(text: string, dialect: Dialect) {
  const document = parseSpec(text, dialect);
  return check(document, { settings: all })
    .filter(({ rule }) => rule.id === "syntax-error")
    .map((finding) => ({ finding, fixes: finding.fixes?.() ?? [] }));
}

/** Applies the first fix again and again, as somebody who presses the key until it is quiet. */
function repaired(source: string, dialect: Dialect, safeOnly = true): { text: string; titles: string[] } {
  let text = source;
  const titles: string[] = [];
  for (let round = 0; round < 20; round++) {
    const fix = errors(text, dialect).flatMap(({ fixes }) => fixes.filter(({ safe }) => safe || !safeOnly))[0];
    if (!fix) break;
    text = applyEdits(text, fix.edits);
    titles.push(fix.title);
  }
  return { text, titles };
}

testRule("syntax-error", {
  accept: [
    { why: "YAML", yaml: "ClientName: web" },
    { why: "a trailing comma and comments in JSONC", yaml: "", json: '{ "ClientName": "web", /* x */ }', only: "json" },
  ],
  reject: [
    {
      yaml: "",
      json: '{ "UserPoolId": "us-east-1_A", "ClientName": "web", "GenerateSecret": ‹True› }',
      only: "json",
      severity: "error",
      message: "JSON writes true in lower case.",
      fixes: [
        {
          title: "Write true",
          safe: true,
          json: '{ "UserPoolId": "us-east-1_A", "ClientName": "web", "GenerateSecret": true }',
        },
      ],
    },
    {
      yaml: "UserPoolId: us-east-1_A\nClientName: a\nTokenValidityUnits:\n‹\t›AccessToken: hours\n",
      only: "yaml",
      also: ["wrong-type"],
      fixes: [
        {
          title: "Indent with spaces",
          safe: true,
          yaml: "UserPoolId: us-east-1_A\nClientName: a\nTokenValidityUnits:\n  AccessToken: hours\n",
        },
      ],
    },
    {
      yaml: "UserPoolId: us-east-1_A\nClientName: ‹@›web.example # x\n",
      only: "yaml",
      also: ["client-name-format"],
      fixes: [
        { title: "Put it in quotes", safe: true, yaml: 'UserPoolId: us-east-1_A\nClientName: "@web.example" # x\n' },
      ],
    },
  ].map((c) => ({ ...c, yaml: c.yaml || "{}" })) as never,
});

describe("repairs of JSON", () => {
  test.each<[string, string, string]>([
    [
      "Python's words",
      '{\n  "A": True,\n  "B": False,\n  "C": None\n}',
      '{\n  "A": true,\n  "B": false,\n  "C": null\n}',
    ],
    [
      "several on one line",
      '{ "A": True, "B": FALSE, "C": None, "D": "True" }',
      '{ "A": true, "B": false, "C": null, "D": "True" }',
    ],
    ["single quotes", "{ 'A': 'it is', 'B': [ 'x y', 'https://z' ] }", '{ "A": "it is", "B": [ "x y", "https://z" ] }'],
    [
      "single quotes over lines",
      "{\n  'A': 'say \"hi\"',\n  'B': True\n}",
      '{\n  "A": "say \\"hi\\"",\n  "B": true\n}',
    ],
    ["an escaped single quote", "{ \"A\": 'it\\'s' }", '{ "A": "it\'s" }'],
    [
      "names without quotes",
      '{\n  ClientName: "web",\n  CallbackURLs: ["https://a.example"]\n}',
      '{\n  "ClientName": "web",\n  "CallbackURLs": ["https://a.example"]\n}',
    ],
    ["a missing comma", '{\n  "A": 1\n  "B": 2\n}', '{\n  "A": 1,\n  "B": 2\n}'],
    ["a missing comma in a list", '{ "A": ["x" "y"] }', '{ "A": ["x", "y"] }'],
    ["a missing comma before a comment", '{\n  "A": 1 // one\n  "B": 2\n}', '{\n  "A": 1, // one\n  "B": 2\n}'],
    ["a missing colon", '{ "A" 1 }', '{ "A": 1 }'],
    ["a comma too many at the end", '{ "A": [1, 2,], }', '{ "A": [1, 2] }'],
    ["a comma too many within", '{ "A": 1,, "B": 2 }', '{ "A": 1, "B": 2 }'],
  ])("%s", (_, wrong, right) => {
    expect(repaired(wrong, "json").text).toBe(right);
    expect(errors(right, "jsonc")).toEqual([]);
  });

  test.each<[string, string, string]>([
    ["what is still open", '{ "A": [1, { "B": 2', '{ "A": [1, { "B": 2}]}'],
    ["over lines", '{\n  "A": 1\n', '{\n  "A": 1\n}\n'],
    ["text without quotes", '{ "A": my web app, "B": 1 }', '{ "A": "my web app", "B": 1 }'],
    ["a string that is not closed", '{\n  "A": "x,\n  "B": 1\n}', '{\n  "A": "x",\n  "B": 1\n}'],
    ["a bracket too many", '{ "A": 1 }}', '{ "A": 1 }'],
    ["a number that begins with 0", '{ "A": 01 }', '{ "A": 1 }'],
    ["typographic quotes", '{ “A”: "b", “B”: “c” }', '{ "A": "b", "B": "c" }'],
    ["a no-break space", '{\u00a0"A": 1 }', '{ "A": 1 }'],
    ["a semicolon", '{ "A": 1 };', '{ "A": 1 }'],
  ])("suggests: %s", (_, wrong, right) => {
    expect(repaired(wrong, "json").text).toBe(wrong);
    expect(repaired(wrong, "json", false).text).toBe(right);
  });

  test.each(['{ "A": ["x" }', '{ "A" }', '{ "A": "\\q" }', "{ : 1 }", '{ "A": @ }', "]"])(
    "leaves %s to its author",
    (text) => {
      expect(repaired(text, "json", false)).toEqual({ text, titles: [] });
      expect(errors(text, "json").length).toBeGreaterThan(0);
    },
  );

  test("one slip is one finding", () => {
    expect(errors('{ "A": True\n}', "json")).toHaveLength(1);
    expect(errors("{\n'A': 1,\n'B': 2\n}", "json")).toHaveLength(2);
    expect(errors('{ "A": ,\n "B": }', "json")).toHaveLength(2);
  });

  test("a second slip after a wrong word is a finding of its own", () => {
    expect(errors('{ "A": True,\n"B": }', "json")).toHaveLength(2);
    expect(errors('{ "A": True,\n"B": ["x" }', "json")).toHaveLength(2);
  });
});

describe("repairs of YAML", () => {
  test.each<[string, string, string]>([
    ["tabs, all at once", "A:\n\tB: 1\n\tC:\n\t\t- x\n", "A:\n  B: 1\n  C:\n    - x\n"],
    ["a plain value that begins with a reserved character", "A: @x # c\nB: `y`\n", 'A: "@x" # c\nB: "`y`"\n'],
    ["a percent sign", "A: %x\n", 'A: "%x"\n'],
  ])("%s", (_, wrong, right) => {
    expect(repaired(wrong, "yaml").text).toBe(right);
  });

  test("tabs among spaces have no certain width", () => {
    const text = "A:\n  B: 1\nC:\n\tD: 1\n";
    expect(repaired(text, "yaml").text).toBe(text);
    expect(repaired(text, "yaml", false).text).toBe("A:\n  B: 1\nC:\n  D: 1\n");
  });

  test.each<[string, string, string]>([
    ["an open list", "A: [a\n", "A: [a]\n"],
    ["a colon in a value", "A: Web: prod # x\nB: c\n", 'A: "Web: prod" # x\nB: c\n'],
    ["a Markdown fence", "```\nA: b\n```\n", "A: b\n"],
  ])("suggests: %s", (_, wrong, right) => {
    expect(repaired(wrong, "yaml").text).toBe(wrong);
    expect(repaired(wrong, "yaml", false).text).toBe(right);
  });

  test.each(["A: 'b\n", "A: *x\n"])("leaves %j to its author", (text) => {
    expect(repaired(text, "yaml", false).titles).toEqual([]);
    expect(errors(text, "yaml").length).toBeGreaterThan(0);
  });
});

test("the rest is still checked", () => {
  const found = check(parseSpec('{ "PreventUserExistenceErrors": "DISABLED", "GenerateSecret": True }', "json"), {
    settings: all,
  });
  expect(found.map(({ rule }) => rule.id)).toEqual(
    expect.arrayContaining(["syntax-error", "prevent-user-existence-errors-enum"]),
  );
});
