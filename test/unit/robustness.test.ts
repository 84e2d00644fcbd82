/** Whatever stands in a file: an answer, never an error, and no more work than the limits allow. Nothing here looks at a clock. */
import { describe, expect, test, vi } from "vitest";
import { dialectOf } from "../../server/src/engine/document/dialect.ts";
import { limits } from "../../server/src/engine/document/limits.ts";
import type { SpecNode } from "../../server/src/engine/document/node.ts";
import { parseSpec } from "../../server/src/engine/document/parse.ts";
import type { Dialect, SpecDocument } from "../../server/src/engine/document/part.ts";
import { check } from "../../server/src/engine/features/check.ts";
import { complete } from "../../server/src/engine/features/completion/complete.ts";
import { convert } from "../../server/src/engine/features/convert.ts";
import { fixAll } from "../../server/src/engine/features/fix-all.ts";
import { fixesAt } from "../../server/src/engine/features/fixes.ts";
import { format } from "../../server/src/engine/features/format.ts";
import { hints } from "../../server/src/engine/features/hints.ts";
import { hover } from "../../server/src/engine/features/hover.ts";
import { lenses } from "../../server/src/engine/features/lens.ts";
import { links } from "../../server/src/engine/features/links.ts";
import { refactoringsAt } from "../../server/src/engine/features/refactorings.ts";
import { occurrences } from "../../server/src/engine/features/references.ts";
import { selectionSpans } from "../../server/src/engine/features/selection.ts";
import { defaultSettings } from "../../server/src/engine/lint/settings.ts";
import { examples, impossible, random } from "../support/storm.ts";

// Room for a slow machine; no test asserts how long anything takes.
vi.setConfig({ testTimeout: 300_000 });

const dialects: readonly Dialect[] = ["json", "jsonc", "yaml"];
const context = { settings: defaultSettings };

/** Nodes of all trees, each counted as often as it would be walked; levels of the deepest one. */
function size(document: SpecDocument): { nodes: number; depth: number; problems: number } {
  let [nodes, depth] = [0, 0];
  const walk = (node: SpecNode, level: number): void => {
    nodes++;
    depth = Math.max(depth, level);
    if (node.kind === "array") for (const item of node.items) walk(item, level + 1);
    if (node.kind === "object") for (const { value } of node.members) if (value) walk(value, level + 1);
  };
  for (const { part } of document.units) if (part.root) walk(part.root, 1);
  return { nodes, depth, problems: document.units.reduce((sum, { part }) => sum + part.problems.length, 0) };
}

/** What is asked when a file is opened. */
function look(text: string, dialect: Dialect): SpecDocument {
  const document = parseSpec(text, dialect);
  expect(document.text).toHaveLength(text.length);
  expect(impossible(document)).toEqual([]);
  return document;
}

/** What is asked at a place. */
function ask(document: SpecDocument, offset: number): void {
  complete(document, offset, context);
  hover(document, offset, context);
  fixesAt(document, { start: offset, end: offset }, { settings: defaultSettings });
  refactoringsAt(document, offset, { settings: defaultSettings });
  selectionSpans(document, offset);
  occurrences(document, offset);
}

/** Everything else that is asked of a whole file. */
function askAll(document: SpecDocument): void {
  const all = { start: 0, end: document.text.length };
  format(document, { tabSize: 2, insertSpaces: true });
  hints(document, all, { lifetimes: true, defaults: true });
  links(document);
  lenses(document);
  convert(document);
}

test.each(examples())("every beginning of $name", ({ name, text }) => {
  for (let end = 0; end <= text.length; end++) {
    const document = look(text.slice(0, end), dialectOf(name));
    complete(document, end, context);
    hover(document, end, context);
  }
});

test("random bytes, and random pieces of syntax", () => {
  const choose = random(3);
  const syntax = "{}[],:\"'#-&*|>!?%@`\\/ \n\t\r~=<.0a";
  for (let round = 0; round < 300; round++) {
    const length = choose(400);
    const bytes = Uint8Array.from({ length }, () => choose(256));
    const text =
      round % 3 === 0
        ? new TextDecoder("utf-8").decode(bytes)
        : round % 3 === 1
          ? String.fromCharCode(...Array.from(bytes, () => choose(65_536)))
          : Array.from(bytes, (byte) => syntax[byte % syntax.length]).join("");
    for (const dialect of dialects) {
      const document = look(text, dialect);
      ask(document, choose(text.length + 1));
      askAll(document);
    }
  }
});

const odd: readonly [string, string][] = [
  ["nothing", ""],
  ["only a byte order mark", "\uFEFF"],
  ["two byte order marks", "\uFEFF\uFEFF{}"],
  ["a byte order mark in the middle", "ClientName: a\n\uFEFF---\nClientName: b\n"],
  ["NUL", "\u0000"],
  ["NUL in a value", '{"ClientName": "a\u0000b"}'],
  ["NUL in a plain scalar", "ClientName: a\u0000b\n"],
  ["a lone high surrogate", '{"ClientName": "\ud800"}'],
  ["a lone low surrogate as a key", "\udc00: x\nClientName: \ud83d\n"],
  ["a lone surrogate, escaped", '{"ClientName": "\\ud800"}'],
  ["an escaped NUL as a key", '{"\\u0000": 1, "__proto__": {"a": 1}, "constructor": 2, "toString": []}'],
  ["names of Object's own", "__proto__: {a: 1}\nconstructor: 2\nhasOwnProperty: [x]\ntoString: y\n"],
  ["CR only, JSON", '{\r  "ClientName": "a",\r  "AllowedOAuthFlows": ["implicit"]\r}\r'],
  ["CR only, YAML", "UserPoolId: a\rClientName: b\rAllowedOAuthFlows: [code]\r"],
  ["CR only, stream", "ClientName: a\r---\rClientName: b\r"],
  ["only markers", "---\n---\n...\n---\n"],
  ["only a comment", "# nothing\n"],
  ["a block comment that does not end", '{"ClientName": "a" /* '],
  ["a block comment that does not end, first in a list", "[/*"],
  ["a lone dash", "-"],
  ["a lone dash after an empty line", "\n- "],
  ["a directive alone", "%YAML 1.2"],
  ["a tab as indentation", "CallbackURLs:\n\t- https://a.example\n"],
  ["an alias of nothing", "ClientName: *nobody\n"],
  ["an alias of itself", "&a [*a]\n"],
  ["an anchor within itself", "ClientName: &a\n  x: *a\n<<: *a\n"],
  ["a key that is a map", "? {a: 1}\n: b\n? [c]\n: d\n"],
  ["a scalar", "42"],
  ["a string", '"hello"'],
  ["null", "null"],
  ["a list of anything", '[1, null, "x", [], {}, [{}]]'],
  ["an empty list", "[]"],
  ["numbers beyond reason", `{"RefreshTokenValidity": 1e999, "IdTokenValidity": -${"9".repeat(400)}}`],
  [
    "a tag from nowhere",
    "ClientName: !<tag:yaml.org,2002:binary> ====\nx: !!set {a}\ny: !!omap [a: 1]\nz: !!pairs [a: 1]\n",
  ],
  ["a timestamp and a hex number", "ClientName: 2026-11-22\nRefreshTokenValidity: 0x1F\nIdTokenValidity: 0o17\n"],
  ["U+2028 and U+0085", '{\u2028"ClientName":\u0085"a"}'],
];

describe.each(odd)("%s", (_, text) => {
  test.each(dialects)("%s: every place has its answers", (dialect) => {
    const document = look(text, dialect);
    for (let offset = 0; offset <= Math.min(text.length, 120); offset++) ask(document, offset);
    askAll(document);
    expect(fixAll(document, { settings: defaultSettings })).toEqual(expect.any(String));
  });
});

describe("too much of everything", () => {
  const nested: readonly [string, Dialect, string][] = [
    ["arrays", "json", "[".repeat(100_000)],
    ["closed arrays", "json", "[".repeat(100_000) + "]".repeat(100_000)],
    ["objects", "json", '{"a":'.repeat(100_000)],
    ["closed objects", "json", `${'{"a":'.repeat(100_000)}1${"}".repeat(100_000)}`],
    ["closing brackets", "json", "]".repeat(100_000)],
    ["flow sequences", "yaml", "[".repeat(100_000)],
    ["closed flow sequences", "yaml", "[".repeat(100_000) + "]".repeat(100_000)],
    ["flow maps", "yaml", "{a: ".repeat(100_000)],
    ["dashes", "yaml", "- ".repeat(100_000)],
    ["question marks", "yaml", "? ".repeat(100_000)],
    ["indented maps", "yaml", Array.from({ length: 1_000 }, (_, level) => `${" ".repeat(level)}a:\n`).join("")],
    ["tags and anchors", "yaml", "!t &a ".repeat(50_000)],
    ["open quotes", "yaml", "'\n\"\n".repeat(50_000)],
    ["open strings", "json", '"\n'.repeat(50_000)],
    ["commas", "json", `[${",".repeat(10_000)}]`],
    ["colons", "yaml", ": ".repeat(50_000)],
    ["comments", "jsonc", "/**/".repeat(50_000)],
  ];
  test.each(nested)("deep or long: %s (%s)", (_, dialect, text) => {
    const document = look(text, dialect);
    const { depth, problems } = size(document);
    expect(depth).toBeLessThanOrEqual(limits.depth + 1);
    expect(problems).toBeLessThanOrEqual(limits.syntaxProblems * document.units.length);
    ask(document, text.length >> 1);
    ask(document, text.length);
  });

  test("an alias bomb stands for no more nodes than the limit", () => {
    const lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"];
    for (let level = 1; level < 12; level++)
      lines.push(`a${level}: &a${level} [${Array.from({ length: 10 }, () => `*a${level - 1}`).join(", ")}]`);
    const text = `${lines.join("\n")}\nCallbackURLs: *a11\n`;
    const document = look(text, "yaml");
    expect(size(document).nodes).toBeLessThan(limits.aliasNodes * 4);
    expect(document.units[0]?.part.problems.map(({ code }) => code)).toContain("document-limit");
    for (let offset = 0; offset < text.length; offset += 40) ask(document, offset);
    askAll(document);
  });

  test("a bomb of merge keys does no better", () => {
    const lines = ["m0: &m0 { a: x, b: x, c: x }"];
    for (let level = 1; level < 12; level++)
      lines.push(
        `m${level}: &m${level} { <<: *m${level - 1}, ${[..."abcde"].map((k) => `${k}: *m${level - 1}`).join(", ")} }`,
      );
    const document = look(`${lines.join("\n")}\n<<: *m11\n`, "yaml");
    expect(size(document).nodes).toBeLessThan(limits.aliasNodes * 4);
    askAll(document);
  });

  const app = (n: number) => `UserPoolId: eu-west-1_abc\nClientName: app-${n}\nGenerateSecret: true\n`;
  const item = (n: number) => `{"UserPoolId": "eu-west-1_abc", "ClientName": "app-${n}", "GenerateSecret": true}`;

  test("a stream of 100,000 lines: every document is read, and an edit reads one again", () => {
    const text = Array.from({ length: 10_000 }, (_, n) => `${app(n)}\n\n# ours\n# and theirs\n\n\n`).join("---\n");
    expect(text.split("\n").length).toBeGreaterThan(99_999);
    const before = look(text, "yaml");
    expect(before.units).toHaveLength(10_000);
    const at = text.indexOf("app-5000");
    const after = parseSpec(`${text.slice(0, at)}web${text.slice(at)}`, "yaml", before);
    const kept = new Set(before.units.map(({ part }) => part));
    expect(after.units.filter(({ part }) => !kept.has(part))).toHaveLength(1);
    ask(after, at);
  });

  test("10 MB of a JSON list: every item is read, and an edit reads few again", () => {
    const filler = "x".repeat(9_900);
    const text = `[${Array.from({ length: 1_000 }, (_, n) => item(n).replace("}", `, "Note": "${filler}"}`)).join(",\n")}]`;
    expect(text.length).toBeGreaterThan(9_900_000);
    const before = look(text, "json");
    expect(before.units).toHaveLength(1_000);
    const at = text.indexOf("app-500");
    const after = parseSpec(`${text.slice(0, at)}web${text.slice(at)}`, "json", before);
    const kept = new Set(before.units.map(({ part }) => part));
    expect(after.units.filter(({ part }) => !kept.has(part)).length).toBeLessThan(5);
    ask(after, at);
  });

  test("10 MB of a YAML stream", () => {
    const filler = `# ${"x".repeat(97)}\n`.repeat(99);
    const text = Array.from({ length: 1_000 }, (_, n) => app(n) + filler).join("---\n");
    expect(text.length).toBeGreaterThan(9_900_000);
    const document = look(text, "yaml");
    expect(document.units).toHaveLength(1_000);
    ask(document, text.indexOf("app-500"));
  });

  test.each([
    ["json", `[${"1,".repeat(10_000_000)}1]`],
    ["yaml", "a: 1\n".repeat(4_000_000)],
  ] as const)("20 MB in one piece are not read but told of: %s", (dialect, text) => {
    const document = look(text, dialect);
    expect(check(document, { settings: defaultSettings }).map(({ rule }) => rule.id)).toEqual(["document-limit"]);
    ask(document, 10_000_000);
    askAll(document);
  });

  test("10 MB of one YAML document are not read but told of", () => {
    const document = look("a: 1\n".repeat(2_000_000), "yaml");
    expect(check(document, { settings: defaultSettings }).map(({ rule }) => rule.id)).toEqual(["document-limit"]);
    ask(document, 5_000_000);
    askAll(document);
  });
});
