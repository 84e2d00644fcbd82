import { describe, expect, test } from "vitest";
import { marked } from "../../../../test/support/marks.ts";
import { applyEdits } from "../document/edit/edit.ts";
import { parseSpec } from "../document/parse.ts";
import type { Dialect } from "../document/part.ts";
import { defaultSettings } from "../lint/settings.ts";
import { check } from "./check.ts";
import { fixAll } from "./fix-all.ts";
import { fixesAt } from "./fixes.ts";

const all = (text: string, dialect: Dialect) => fixAll(parseSpec(text, dialect), { settings: defaultSettings });

describe("fix all", () => {
  test.each<[string, Dialect, string, string]>([
    ["one", "yaml", 'GenerateSecret: "true" # yes\n', "GenerateSecret: true # yes\n"],
    ["one", "json", '{"GenerateSecret": "true"}', '{"GenerateSecret": true}'],
    [
      "what stands beside a fix that would not help",
      "yaml",
      "UserPoolId: true\nAllowedOAuthFlows: [code, code]\n",
      "UserPoolId: true\nAllowedOAuthFlows: [code]\n",
    ],
    [
      "what stands beside a fix that would not help",
      "json",
      '{"UserPoolId": true, "AllowedOAuthFlows": ["code", "code"]}',
      '{"UserPoolId": true, "AllowedOAuthFlows": ["code"]}',
    ],
    [
      "several in one app client",
      "yaml",
      "GenerateSecret: 'true'\nEnableTokenRevocation: 'false'\n",
      "GenerateSecret: true\nEnableTokenRevocation: false\n",
    ],
    [
      "every document of a stream",
      "yaml",
      "--- # one\nGenerateSecret: 'true'\n--- # two\nGenerateSecret: 'false'\n",
      "--- # one\nGenerateSecret: true\n--- # two\nGenerateSecret: false\n",
    ],
    [
      "every item of a JSON list",
      "jsonc",
      '[\n  // one\n  {"GenerateSecret": "true"}, // after\n  {"GenerateSecret": "false"}\n]\n',
      '[\n  // one\n  {"GenerateSecret": true}, // after\n  {"GenerateSecret": false}\n]\n',
    ],
    [
      "every item of a YAML list",
      "yaml",
      "- GenerateSecret: 'true'\n- GenerateSecret: 'false' # b\n- ClientName: a\n",
      "- GenerateSecret: true\n- GenerateSecret: false # b\n- ClientName: a\n",
    ],
    ["a byte order mark stays", "json", '\uFEFF{"GenerateSecret": "true"}', '\uFEFF{"GenerateSecret": true}'],
    ["a byte order mark stays", "yaml", "\uFEFFGenerateSecret: 'true'\n", "\uFEFFGenerateSecret: true\n"],
    ["a byte order mark stays", "yaml", "\uFEFF---\nGenerateSecret: 'true'\n", "\uFEFF---\nGenerateSecret: true\n"],
    [
      "a byte order mark stays, with nothing to fix",
      "yaml",
      "\uFEFFGenerateSecret: true\n",
      "\uFEFFGenerateSecret: true\n",
    ],
    [
      "a byte order mark is no indentation",
      "yaml",
      "\uFEFFGenerateSecret: 'true'\nClientName: a\n",
      "\uFEFFGenerateSecret: true\nClientName: a\n",
    ],
    ["CRLF stays", "yaml", "GenerateSecret: 'true'\r\nClientName: a\r\n", "GenerateSecret: true\r\nClientName: a\r\n"],
    [
      "an anchored value keeps what its alias needs",
      "yaml",
      "ClientName: &x 'true'\nGenerateSecret: *x\n",
      "ClientName: &x 'true'\nGenerateSecret: *x\n",
    ],
  ])("%s (%s)", (_what, dialect, before, after) => {
    expect(all(before, dialect)).toBe(after);
    expect(all(after, dialect), "a second time").toBe(after);
  });

  test("an anchored value is never broken for its alias", () => {
    for (const text of [
      "CallbackURLs: &u [https://a.example, https://a.example]\nLogoutURLs: *u\n",
      "GenerateSecret: &t 'true'\nClientName: *t\n",
      "GenerateSecret: &t 'true'\nEnableTokenRevocation: *t\n",
      "A: &base\n  GenerateSecret: 'true'\n<<: *base\n",
    ]) {
      const fixed = all(text, "yaml");
      const [before, after] = [text, fixed].map((each) =>
        check(parseSpec(each, "yaml"), { settings: defaultSettings }),
      );
      const errors = (list: typeof before) => (list ?? []).filter(({ severity }) => severity === "error").length;
      expect(errors(after), fixed).toBeLessThanOrEqual(errors(before));
      expect(
        after?.some(({ rule }) => rule.id === "syntax-error"),
        fixed,
      ).toBe(false);
      expect(all(fixed, "yaml")).toBe(fixed);
    }
  });
});

describe("fixes at a place", () => {
  test.each<[Dialect, string, string]>([
    ["yaml", "GenerateSecret: ‹'true'›\n", "GenerateSecret: true\n"],
    ["json", '{ "GenerateSecret": ‹"true"› }', '{ "GenerateSecret": true }'],
    ["yaml", "ClientName: a\n---\nGenerateSecret: ‹'true'›\n", "ClientName: a\n---\nGenerateSecret: true\n"],
    ["json", '[{}, { "GenerateSecret": ‹"true"› }]', '[{}, { "GenerateSecret": true }]'],
  ])("%s %j: in the file's offsets, the first preferred", (dialect, source, after) => {
    const { text, spans } = marked(source);
    const [span] = spans;
    if (!span) throw new Error("no mark");
    const offered = fixesAt(parseSpec(text, dialect), span, { settings: defaultSettings }).filter(
      (fix) => fix.finding.rule.id === "wrong-type",
    );
    expect(offered[0]).toMatchObject({ safe: true, preferred: true });
    expect(offered.slice(1).every(({ preferred }) => !preferred)).toBe(true);
    expect(applyEdits(text, offered[0]?.edits ?? [])).toBe(after);
  });

  test("none where there is no finding", () => {
    const text = "ClientName: a\nGenerateSecret: 'true'\n";
    expect(
      fixesAt(parseSpec(text, "yaml"), { start: 12, end: 13 }, { settings: defaultSettings }).filter(
        ({ finding }) => finding.rule.id === "wrong-type",
      ),
    ).toEqual([]);
  });
});

test.each([
  ["yaml", "ExplicitAuthFlows: \uFEFF\n!"],
  ["yaml", "ExplicitAuthFlows:\n- \uFEFF\n!"],
  ["json", '{"ExplicitAuthFlows": \uFEFF\n!}'],
  ["json", '{"ExplicitAuthFlows": [\uFEFF\n!'],
] as const)(
  "an invisible character and a broken line behind it: fixes that can be applied, or none: %s",
  (dialect, text) => {
    const document = parseSpec(text, dialect);
    for (let at = 0; at <= text.length; at++)
      for (const { edits } of fixesAt(document, { start: at, end: at }, { settings: defaultSettings }))
        expect(applyEdits(text, edits)).not.toBe(text);
  },
);
