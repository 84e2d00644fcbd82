/** Documents and random edits for the tests of robustness. Everything follows from a seed, so that what fails can be had again. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { dialectOf } from "../../server/src/engine/document/dialect.ts";
import { parseSpec } from "../../server/src/engine/document/parse.ts";
import type { SpecDocument } from "../../server/src/engine/document/part.ts";
import { check } from "../../server/src/engine/features/check.ts";
import { convert } from "../../server/src/engine/features/convert.ts";
import { foldingSpans } from "../../server/src/engine/features/folding.ts";
import { type SpecSymbol, symbols } from "../../server/src/engine/features/symbols.ts";
import { defaultSettings } from "../../server/src/engine/lint/settings.ts";
import { starterText } from "../../server/src/engine/starters/starter-text.ts";
import { starters } from "../../server/src/engine/starters/starters.ts";
import { root } from "./cache.ts";

export interface Sample {
  readonly name: string;
  readonly text: string;
}

/** @returns numbers from 0 to `n - 1`, the same for the same seed (mulberry32). */
export function random(seed: number): (n: number) => number {
  let state = seed >>> 0;
  return (n) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * n);
  };
}

/** Every example of the project. */
export function examples(): Sample[] {
  const folder = join(root, "examples");
  return readdirSync(folder)
    .filter((name) => /cognito-client\.(jsonc?|ya?ml)$/.test(name))
    .map((name) => ({ name, text: readFileSync(join(folder, name), "utf8") }));
}

function inOtherSyntax({ name, text }: Sample): Sample[] {
  const converted = convert(parseSpec(text, dialectOf(name)));
  return converted ? [{ name: `${name}.as.${converted.dialect}`, text: converted.text }] : [];
}

const tricky = `# cognito-client-disable-next-line implicit-grant
Defaults: &defaults
  RefreshTokenValidity: 30
  TokenValidityUnits: { RefreshToken: days, AccessToken: minutes }
UserPoolId: !Ref Pool
ClientName: 'it''s #1'
<<: *defaults
CallbackURLs: &urls
- https://a.example/cb?x=1#f # kept
- "https://b.example"
LogoutURLs: *urls
AllowedOAuthScopes:
  - openid
  - {{ scope }}
AnalyticsConfiguration:
  ExternalId: >-
    folded
    text
`;

/** Examples in both syntaxes, snippets as taken, streams and lists of them, other line ends, templates, aliases. */
export function samples(): Sample[] {
  const own = examples();
  const both = [...own, ...own.flatMap(inOtherSyntax)];
  const ofSyntax = (yaml: boolean) =>
    both.filter(({ name }) => dialectOf(name) === (yaml ? "yaml" : "jsonc") || (!yaml && name.endsWith(".json")));
  const [json, yaml] = [ofSyntax(false), ofSyntax(true)];
  const list = `[\n${json.map(({ text }) => text.trim()).join(",\n")}\n]\n`;
  const snippets = (["json", "yaml"] as const).flatMap((syntax) =>
    starters.map((starter) => ({
      name: `${starter.prefix}.cognito-client.${syntax}`,
      text: starterText(starter.members, syntax),
    })),
  );
  return [
    ...both,
    ...snippets,
    { name: "list.cognito-client.json", text: list },
    { name: "list.cognito-client.jsonc", text: list.replaceAll("},", "}, // app client\n/* next */") },
    { name: "stream.cognito-client.yaml", text: yaml.map(({ text }) => text).join("---\n") },
    { name: "ends.cognito-client.yaml", text: yaml.map(({ text }) => `# one\n---\n${text}...\n`).join("") },
    {
      name: "list.cognito-client.yaml",
      text: yaml.map(({ text }) => `- ${text.trim().replace(/\n(?=.)/g, "\n  ")}\n`).join(""),
    },
    { name: "tricky.cognito-client.yaml", text: tricky },
    { name: "tricky-crlf.cognito-client.yaml", text: `\uFEFF${tricky}---\n${tricky}`.replaceAll("\n", "\r\n") },
    { name: "crlf.cognito-client.json", text: (json[0]?.text ?? "").replaceAll("\n", "\r\n") },
    { name: "empty.cognito-client.yaml", text: "" },
    { name: "empty.cognito-client.json", text: "" },
  ];
}

const pieces = [
  ..."{}[],:\"'#-&*|>!?%@`\\/ \t\n\r~=<.0aZ",
  "\n",
  "\r\n",
  "\n---\n",
  "---\n",
  "---",
  "...\n",
  "\n- ",
  "  ",
  "null",
  "true",
  "1e9",
  '"',
  '"ClientName": "x",\n',
  '"CallbackURLs": ["https://c.example"],',
  "ClientName: y\n",
  "AllowedOAuthFlows: [implicit]\n",
  "- code\n",
  "{},",
  "},\n{",
  "&a ",
  "*a",
  "<<: *a\n",
  "# cognito-client-disable\n",
  "// cognito-client-disable-line\n",
  "/*",
  "*/",
  "//",
  "|\n",
  ">-\n  x\n",
  "!Ref x",
  "{{ x }}",
  "${X}",
  "\u0000",
  "\uFEFF",
  "\ud800",
  "😀",
  "\u2028",
  "\\u00",
];

/** One edit at random: mostly small ones as typed, sometimes lines cut, doubled or moved. Offsets are of the text. */
export function randomEdit(text: string, choose: (n: number) => number): { start: number; end: number; text: string } {
  const at = choose(text.length + 1);
  const kind = choose(12);
  if (kind < 5) return { start: at, end: at, text: pieces[choose(pieces.length)] as string };
  if (kind < 8) return { start: at, end: Math.min(text.length, at + 1 + choose(3)), text: "" };
  if (kind === 8) return { start: at, end: Math.min(text.length, at + choose(200)), text: "" };
  if (kind === 9) {
    const end = Math.min(text.length, at + choose(6));
    return { start: at, end, text: pieces[choose(pieces.length)] as string };
  }
  const start = text.lastIndexOf("\n", at - 1) + 1;
  const newline = text.indexOf("\n", at);
  const end = newline < 0 ? text.length : newline + 1;
  if (kind === 10) return { start, end, text: "" };
  return { start, end: start, text: text.slice(start, end) };
}

/** Spans that an editor could not show, or would refuse the whole answer for. */
export function impossible(document: SpecDocument): string[] {
  const { length } = document.text;
  const wrong: string[] = [];
  const hold = (what: string, span: { start: number; end: number }, outer = { start: 0, end: length }) => {
    if (!(span.start >= outer.start && span.start <= span.end && span.end <= outer.end))
      wrong.push(`${what} ${span.start}–${span.end} in ${outer.start}–${outer.end}`);
  };
  for (const { rule, span, related } of check(document, { settings: defaultSettings })) {
    hold(rule.id, span);
    for (const other of related ?? []) hold(`${rule.id}, related`, other.span);
  }
  for (const span of foldingSpans(document)) hold("folding", span);
  const walk = ({ name, span, selection, children }: SpecSymbol): void => {
    hold(`symbol ${name}`, span);
    hold(`selection of ${name}`, selection, span);
    for (const child of children) walk(child);
  };
  for (const symbol of symbols(document)) walk(symbol);
  return wrong;
}
