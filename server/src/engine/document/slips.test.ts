import { describe, expect, test } from "vitest";
import { marked } from "../../../../test/support/marks.ts";
import { check } from "../features/check.ts";
import { fixesAt } from "../features/fixes.ts";
import { applyEdits } from "./edit/edit.ts";
import { parseSpec } from "./parse.ts";
import type { Dialect } from "./part.ts";

const settings = { preset: "recommended", rules: { "required-property": "off" } } as const;
const POOL = "UserPoolId: us-east-1_aaaaaaaaa";

/** Dialect, document with ‹what is underlined›, message, and the document after the fix (with none where nobody can know). */
type Slip = readonly [what: string, dialect: Dialect, source: string, message: RegExp, fixed?: string];
const slips: readonly Slip[] = [
  [
    "a line indented too deep",
    "yaml",
    `${POOL}\n  ‹ClientName: dash›\nGenerateSecret: true\nCallbackURLs:\n  - https://a.example\n`,
    /indented deeper than the one above/,
    `${POOL}\nClientName: dash\nGenerateSecret: true\nCallbackURLs:\n  - https://a.example\n`,
  ],
  [
    "a block indented too deep",
    "yaml",
    `${POOL}\n  ‹TokenValidityUnits:›\n    IdToken: hours\nClientName: a\n`,
    /indented deeper/,
    `${POOL}\nTokenValidityUnits:\n  IdToken: hours\nClientName: a\n`,
  ],
  [
    "an item indented less",
    "yaml",
    "LogoutURLs:\n    - https://a.example\n  ‹- https://b.example›\nClientName: a\n",
    /not indented like the items above/,
    "LogoutURLs:\n    - https://a.example\n    - https://b.example\nClientName: a\n",
  ],
  [
    "an open list",
    "yaml",
    "ClientName: a\nAllowedOAuthScopes: ‹[openid, email› # both\nGenerateSecret: true\n",
    /This \[ is not closed: add \]/,
    "ClientName: a\nAllowedOAuthScopes: [openid, email] # both\nGenerateSecret: true\n",
  ],
  [
    "an open map",
    "yaml",
    "TokenValidityUnits: ‹{IdToken: hours›\nClientName: a\n",
    /This { is not closed: add }/,
    "TokenValidityUnits: {IdToken: hours}\nClientName: a\n",
  ],
  [
    "lines of a flow list at the margin",
    "yaml",
    "LogoutURLs: [\n‹'https://a.example',›\n'https://b.example'\n]\n",
    /indented deeper/,
  ],
  ["a colon in a value", "yaml", `ClientName: ‹Web app: prod› # x\n${POOL}\n`, /in quotes/],
  ["no colon", "yaml", `‹ClientName› web\n${POOL}\n`, /colon is missing/, `ClientName: web\n${POOL}\n`],
  ["no space behind a colon", "yaml", `‹ClientName:›web\n${POOL}\n`, /space is missing/, `ClientName: web\n${POOL}\n`],
  [
    "a no-break space behind a colon",
    "yaml",
    `ClientName:‹\u00a0›web\n${POOL}\n`,
    /U\+00A0/,
    `ClientName: web\n${POOL}\n`,
  ],
  ["a first line indented deeper", "yaml", `  ${POOL}\n‹ClientName: b›\n`, /same column/],
  ["a Markdown fence", "yaml", "‹```yaml›\nClientName: a\n```\n", /fence/, "ClientName: a\n"],
  ["a Markdown fence", "json", '‹```json›\n{"ClientName": "a"}\n```\n', /fence/, '{"ClientName": "a"}\n'],
  ["typographic quotes", "json", "{‹“ClientName”›: “a”}", /typographic/, '{"ClientName": "a"}'],
  ["a no-break space", "json", '{\n‹\u00a0› "ClientName": "a"}', /no-break space U\+00A0/, '{\n  "ClientName": "a"}'],
  ["a zero-width space", "json", '{‹\u200b›"ClientName": "a"}', /zero-width space U\+200B/, '{"ClientName": "a"}'],
  ["a leading zero", "json", '{"AccessTokenValidity": ‹05›}', /does not begin with 0/, '{"AccessTokenValidity": 5}'],
];

describe("a slip is told where it stands, and mended", () => {
  test.each(slips.map((slip) => ({ title: slip.slice(0, 2).join(", in "), slip })))("$title", ({ slip }) => {
    const [, dialect, source, message, fixed] = slip;
    const { text, spans } = marked(source);
    const document = parseSpec(text, dialect);
    const findings = check(document, { settings }).filter(({ severity }) => severity === "error");
    expect(findings.map(({ rule }) => rule.id)).toEqual(["syntax-error"]);
    expect(findings.map(({ span }) => span)).toEqual(spans);
    expect(findings[0]?.message).toMatch(message);
    const offered = fixesAt(document, { start: 0, end: text.length }, { settings });
    const [first] = offered.map(({ edits }) => applyEdits(text, edits));
    expect(first).toBe(fixed);
    expect(offered.filter(({ safe }) => safe)).toEqual([]);
  });
});

test.each([
  ["yaml", "ClientName: a\n‹<<<<<<< HEAD›\nGenerateSecret: true\n=======\nGenerateSecret: false\n‹>>>>>>> theirs›\n"],
  ["json", '{\n‹<<<<<<< HEAD›\n"ClientName": "a"\n=======\n"ClientName": "b"\n‹>>>>>>> theirs›\n}'],
] as const)("the markers of a merge are told, and nothing is fixed: %s", (dialect, source) => {
  const { text, spans } = marked(source);
  const document = parseSpec(text, dialect);
  const errors = check(document, { settings }).filter(({ severity }) => severity === "error");
  expect(errors.map(({ span }) => span)).toEqual(spans);
  expect(errors.every((finding) => /merge that is not finished/.test(finding.message))).toBe(true);
  expect(fixesAt(document, { start: 0, end: text.length }, { settings })).toEqual([]);
});

test("a document that does not parse gets no fix but of its syntax", () => {
  const text = '{"ClientName": "web" "AllowedOAuthFlows": ["token"], "client_name": "x", "GenerateSecret": "yes"}';
  const fixes = fixesAt(parseSpec(text, "json"), { start: 0, end: text.length }, { settings });
  expect(fixes.map(({ finding, title }) => [finding.rule.id, title])).toEqual([["syntax-error", "Add the comma"]]);
});
