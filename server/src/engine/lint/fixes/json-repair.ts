import { createScanner } from "jsonc-parser";
import { findInvisible, withoutInvisible } from "../../document/invisible.ts";
import { lineEnd } from "../../document/lines.ts";
import type { SyntaxProblem, TextEdit } from "../../document/part.ts";
import type { Fix } from "../rule.ts";

/** @returns what would repair a syntax error of JSON, best first; nobody has tried it yet. */
export function jsonRepairs(text: string, { reason, span }: SyntaxProblem): Fix[] {
  const { start } = span;
  const character = text.charAt(start);
  const previous = tokenBefore(text, start);
  const end = previous?.end ?? 0;
  switch (reason) {
    case "InvalidSymbol":
      return symbol(text, span);
    case "LeadingZero":
      return [fix("Remove the 0", false, cut(start, start + zeros(text.slice(start, span.end))))];
    case "CommaExpected":
      return "}]".includes(character) ? [] : [fix("Add the comma", true, insertion(end, ","))];
    case "ColonExpected":
      return previous?.word.startsWith('"') ? [fix("Add the colon", true, insertion(end, ":"))] : [];
    case "PropertyNameExpected":
    case "ValueExpected":
      return spareComma(character, start, previous);
    case "CloseBraceExpected":
    case "CloseBracketExpected":
      return closing(text);
    case "UnexpectedEndOfString":
      return [closedString(text, start)];
    case "EndOfFileExpected":
      return "}],;".includes(character) ? [fix(`Remove the ${character}`, false, cut(start, start + 1))] : [];
    default:
      return [];
  }
}

function symbol(text: string, { start, end }: SyntaxProblem["span"]): Fix[] {
  const word = text.slice(start, end);
  const rest = text.slice(end, lineEnd(text, end));
  if (/^["']?[\u2018-\u201F\u00AB\u00BB]/.test(word))
    return [{ title: "Use straight quotes", safe: false, edits: straightened(text, start) }];
  const hidden = findInvisible(word);
  if (hidden?.index === 0) {
    const replaced = withoutInvisible(word);
    return [
      fix(replaced === "" ? "Remove the invisible character" : "Use an ordinary space", false, {
        span: { start, end },
        newText: replaced,
      }),
    ];
  }
  if (word === ";") return [fix("Remove the ;", false, cut(start, end))];
  if (word.startsWith("'")) return [{ title: "Use double quotes", safe: true, edits: rewordedLine(text, start) }];
  if (isLiteral(word)) {
    return [{ title: `Write ${literal(word)}`, safe: true, edits: rewordedLine(text, start) }];
  }
  if (/^[A-Za-z_$][\w$]*$/.test(word) && /^\s*:/.test(rest))
    return [{ title: `Put ${word} in double quotes`, safe: true, edits: rewordedLine(text, start) }];
  const line = text.slice(start, lineEnd(text, start));
  const stop = line.search(/[,}\]]|\/\//);
  const value = (stop < 0 ? line : line.slice(0, stop)).trimEnd();
  if (!/^[\w$][^"'{}[\]]*$/.test(value)) return [];
  return [
    fix("Put it in double quotes", false, {
      span: { start, end: start + value.length },
      newText: JSON.stringify(value),
    }),
  ];
}

/** The typographic quotes of the rest of the line; within straight quotes they are text. */
function straightened(text: string, from: number): TextEdit[] {
  const edits: TextEdit[] = [];
  for (const { 0: word, index } of text.slice(from, lineEnd(text, from)).matchAll(QUOTES)) {
    if (word.length > 1) continue;
    edits.push({ span: { start: from + index, end: from + index + 1 }, newText: '"' });
  }
  return edits;
}
const QUOTES = /"[^"\n]*"|[\u2018-\u201F\u00AB\u00BB]/g;

/** Strings in double and single quotes, words and comments, as far as a line goes. */
const WORDS =
  /"(?:\\.|[^"\\\r\n])*"|'(?:\\.|[^'\\\r\n])*'|\/\/.*|\/\*.*?\*\/|[A-Za-z_$][\w$]*(?=\s*:)|\b(?:true|false|null|none)\b/gi;

/** Characters of a line: what does not end is looked for from each of its beginnings. */
const FARTHEST = 1_000;

/** A parser tells the first slip of a line; such slips seldom come alone, so the rest of the line is put right with it. */
function rewordedLine(text: string, from: number): TextEdit[] {
  const edits: TextEdit[] = [];
  for (const { 0: word, index } of text.slice(from, Math.min(lineEnd(text, from), from + FARTHEST)).matchAll(WORDS)) {
    const start = from + index;
    const newText = reworded(word);
    if (newText !== word) edits.push({ span: { start, end: start + word.length }, newText });
  }
  return edits;
}

function reworded(word: string): string {
  if (/^["/]/.test(word)) return word;
  if (word.startsWith("'")) return JSON.stringify(word.slice(1, -1).replace(/\\'/g, "'").replace(/\\\\/g, "\\"));
  return isLiteral(word) ? literal(word) : `"${word}"`;
}

function isLiteral(word: string): boolean {
  return /^(?:true|false|null|none)$/i.test(word);
}

function literal(word: string): string {
  return word.toLowerCase().replace("none", "null");
}

function spareComma(character: string, start: number, previous: Token | undefined): Fix[] {
  if (previous?.word !== "," || !"}],".includes(character)) return [];
  const title = "Remove the comma that is one too many";
  return [fix(title, true, character === "," ? cut(start, start + 1) : cut(previous.start, previous.end))];
}

function zeros(number: string): number {
  return /^0*(?=\d)/.exec(number)?.[0].length ?? 0;
}

/** Closes everything that is open at the end. */
function closing(text: string): Fix[] {
  const open: string[] = [];
  let end = 0;
  for (const { word, end: tokenEnd } of tokens(text)) {
    end = tokenEnd;
    if (word === "{") open.unshift("}");
    else if (word === "[") open.unshift("]");
    else if (word === "}" && open.shift() !== "}") return [];
    else if (word === "]" && open.shift() !== "]") return [];
  }
  if (open.length === 0) return [];
  const brackets = open.join("");
  const newText = text.slice(0, end).includes("\n") ? `\n${brackets}` : brackets;
  return [fix(`Add the closing ${open.join(" ")}`, false, insertion(end, newText))];
}

function closedString(text: string, start: number): Fix {
  const line = text.slice(start, lineEnd(text, start));
  let end = line.length;
  while (end > 0 && /[\s,}\]]/.test(line.charAt(end - 1))) end--;
  return fix("Close the string", false, insertion(start + end, '"'));
}

interface Token {
  /** As written. */
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

function* tokens(text: string): Generator<Token> {
  const scanner = createScanner(text, true);
  for (;;) {
    scanner.scan();
    const start = scanner.getTokenOffset();
    const length = scanner.getTokenLength();
    if (length === 0) return;
    yield { word: text.slice(start, start + length), start, end: start + length };
  }
}

function tokenBefore(text: string, offset: number): Token | undefined {
  let before: Token | undefined;
  for (const token of tokens(text)) {
    if (token.start >= offset) break;
    before = token;
  }
  return before;
}

function fix(title: string, safe: boolean, edit: TextEdit): Fix {
  return { title, safe, edits: [edit] };
}

function insertion(at: number, newText: string): TextEdit {
  return { span: { start: at, end: at }, newText };
}

function cut(start: number, end: number): TextEdit {
  return { span: { start, end }, newText: "" };
}
