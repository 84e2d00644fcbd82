import { describe, expect, test } from "vitest";
import { cursorAt, marked } from "../../../../test/support/marks.ts";
import { parseSpec } from "../document/parse.ts";
import type { Dialect } from "../document/part.ts";
import { foldingSpans } from "./folding.ts";
import { selectionSpans } from "./selection.ts";
import { type SpecSymbol, symbols } from "./symbols.ts";

/** `name kind detail`, indented by depth. */
function outline(text: string, dialect: Dialect): string[] {
  const lines = (list: readonly SpecSymbol[], depth: number): string[] =>
    list.flatMap(({ name, kind, detail, children }) => [
      `${"  ".repeat(depth)}${name} ${kind} ${detail}`.trimEnd(),
      ...lines(children, depth + 1),
    ]);
  return lines(symbols(parseSpec(text, dialect)), 0);
}

describe("symbols", () => {
  const members = [
    "ClientName string web",
    "GenerateSecret boolean true",
    "AccessTokenValidity number 5",
    "CallbackURLs list",
    "  https://a.example string",
    "TokenValidityUnits object",
    "  AccessToken string hours",
  ];
  const json =
    '{ "ClientName": "web", "GenerateSecret": true, "AccessTokenValidity": 5, "CallbackURLs": ["https://a.example"], "TokenValidityUnits": { "AccessToken": "hours" } }';
  const yaml =
    "ClientName: web\nGenerateSecret: true\nAccessTokenValidity: 5\nCallbackURLs:\n  - https://a.example\nTokenValidityUnits:\n  AccessToken: hours\n";

  test.each<[Dialect, string]>([
    ["json", json],
    ["yaml", yaml],
  ])("%s: members with their values", (dialect, text) => {
    expect(outline(text, dialect)).toEqual(members);
  });

  test.each<[Dialect, string]>([
    ["json", '[{ "ClientName": "one" }, { "GenerateSecret": true }]'],
    ["yaml", "ClientName: one\n---\nGenerateSecret: true\n"],
    ["yaml", "- ClientName: one\n- GenerateSecret: true\n"],
  ])("%s %j: one for each app client, named after it", (dialect, text) => {
    expect(outline(text, dialect)).toEqual([
      "one object",
      "  ClientName string one",
      "App client 2 object",
      "  GenerateSecret boolean true",
    ]);
  });

  test.each<[Dialect, string]>([
    ["json", '{ "ClientSecret": "abcdefghijklmnopqrstuvwx" }'],
    ["json", '{ "ClientSecret": ["abcdefghijklmnopqrstuvwx"] }'],
    ["yaml", "ClientSecret: abcdefghijklmnopqrstuvwx\n"],
    ["yaml", "ClientSecret:\n  - abcdefghijklmnopqrstuvwx\n"],
  ])("%s %j: no secret", (dialect, text) => {
    expect(JSON.stringify(symbols(parseSpec(text, dialect)))).not.toContain("abcdefg");
    expect(outline(text, dialect)).toHaveLength(1);
  });

  test("half typed: a name without a value, an empty name, an empty file", () => {
    expect(outline('{ "ClientName": , "": 1 }', "json")).toEqual(["ClientName null", '"" number 1']);
    expect(outline("ClientName:\n", "yaml")).toEqual(["ClientName null"]);
    expect(outline("", "yaml")).toEqual([]);
    expect(outline("[]", "json")).toEqual([]);
  });

  test.each<[Dialect, string]>([
    ["json", `[${json},\n${json}]`],
    ["yaml", `${yaml}---\n${yaml}`],
    ["yaml", "A: &x { b: 1 }\nC: *x\n<<: *x\n"],
  ])("%s: selections lie within their symbols, and children within their parents", (dialect, text) => {
    const visit = (list: readonly SpecSymbol[], outer: { start: number; end: number }) => {
      for (const { span, selection, children } of list) {
        expect(span.start >= outer.start && span.end <= outer.end).toBe(true);
        expect(selection.start >= span.start && selection.end <= span.end).toBe(true);
        visit(children, span);
      }
    };
    visit(symbols(parseSpec(text, dialect)), { start: 0, end: text.length });
  });
});

test("of a file that has too many, the outer symbols are told: app clients before members, members before items", () => {
  const urls = Array.from({ length: 6000 }, (_, index) => `https://a.example/${index}`);
  const [name, list] = symbols(parseSpec(JSON.stringify({ ClientName: "a", CallbackURLs: urls }), "json"));
  expect([name?.name, list?.name, list?.children.length]).toEqual(["ClientName", "CallbackURLs", 4998]);
  const clients = Array.from({ length: 3000 }, () => ({ ClientName: "a", CallbackURLs: ["https://a.example"] }));
  const many = symbols(parseSpec(JSON.stringify(clients), "json"));
  expect([many.length, many.at(0)?.children.length, many.at(-1)?.children.length]).toEqual([3000, 2, 0]);
  expect(many.flatMap(({ children }) => children).flatMap(({ children }) => children)).toEqual([]);
});

describe("folding", () => {
  test.each<[string, Dialect, string]>([
    [
      "lists and objects",
      "yaml",
      "‹CallbackURLs:\n  - a›\n‹TokenValidityUnits:\n  AccessToken: hours›\nClientName: a\n",
    ],
    ["lists and objects", "json", '‹{\n ‹"CallbackURLs": [\n  "a"\n ]›,\n "ClientName": "a"\n}›'],
    [
      "app clients of a stream",
      "yaml",
      "---\n‹ClientName: a\nGenerateSecret: true›\n---\n‹ClientName: b\nGenerateSecret: true›\n",
    ],
    ["nothing behind an alias", "yaml", "‹A: &a\n  - x›\nB: *a\n"],
  ])("%s (%s)", (_what, dialect, source) => {
    const { text, spans } = marked(source);
    const unique = new Map(foldingSpans(parseSpec(text, dialect)).map((span) => [`${span.start}-${span.end}`, span]));
    expect([...unique.values()].sort((a, b) => a.start - b.start)).toEqual(spans);
  });
});

describe("selection", () => {
  const around = (source: string, dialect: Dialect) => {
    const { text, offset } = cursorAt(source);
    const spans = selectionSpans(parseSpec(text, dialect), offset);
    for (const [index, span] of spans.entries()) {
      const next = spans[index + 1];
      if (next) expect(next.start <= span.start && next.end >= span.end, "each within the next").toBe(true);
    }
    return spans.map(({ start, end }) => text.slice(start, end));
  };
  test("json: text, value, list, member, object", () => {
    const text = '{ "ClientName": "a", "CallbackURLs": ["https://a.exa|mple"] }';
    expect(around(text, "json")).toEqual([
      "https://a.example",
      '"https://a.example"',
      '["https://a.example"]',
      '"CallbackURLs": ["https://a.example"]',
      text.replace("|", ""),
    ]);
  });
  test("yaml: value, list, member, object, file", () => {
    expect(around("ClientName: a\nCallbackURLs:\n  - https://a.exa|mple\n", "yaml")).toEqual([
      "https://a.example",
      "- https://a.example",
      "CallbackURLs:\n  - https://a.example",
      "ClientName: a\nCallbackURLs:\n  - https://a.example",
      "ClientName: a\nCallbackURLs:\n  - https://a.example\n",
    ]);
  });
  test("a key, and the app client of a stream", () => {
    expect(around("A: 1\n---\nB|b: 2\n", "yaml")).toEqual(["Bb", "Bb: 2", "---\nBb: 2\n", "A: 1\n---\nBb: 2\n"]);
  });
  test("an item of a JSON list", () => {
    expect(around('[{ "A": 1 }, { "B": |2 }]', "json").slice(0, 3)).toEqual(["2", '"B": 2', '{ "B": 2 }']);
  });
  test("an empty file", () => expect(around("|", "yaml")).toEqual([""]));
});
