import type { YAMLError } from "yaml";
import { findInvisible } from "./invisible.ts";
import { indentOf, lineEnd, lineStart, nextLine } from "./lines.ts";
import type { SyntaxProblem } from "./part.ts";

/**
 * The slips behind what the YAML parser objects to. It tells where reading became impossible, which is often a line or more behind
 * the slip, and in words about YAML's grammar; people look for the line to change.
 */
export function causeOf(error: YAMLError, text: string): SyntaxProblem | undefined {
  const at = Math.min(error.pos[0], Math.max(0, text.length - 1));
  switch (error.code) {
    case "BLOCK_AS_IMPLICIT_KEY":
      return error.message.startsWith("Nested mappings") ? nested(text, at) : item(text, at);
    case "MULTILINE_IMPLICIT_KEY":
      return key(text, at);
    case "BAD_INDENT":
      return error.message.startsWith("Flow ") ? flow(text, at) : undefined;
    case "UNEXPECTED_TOKEN":
      return error.message.startsWith("Unexpected scalar at node end") ? firstLine(text, at) : undefined;
    default:
      return undefined;
  }
}

/** After `Key:` on one line a plain value, and then another colon: in the value, or on a line that is indented too deep. */
function nested(text: string, at: number): SyntaxProblem | undefined {
  const end = lineEnd(text, at);
  const value = text.slice(at, end);
  if (/^[^"'[{#\n]*:(?:\s|$)/.test(value)) {
    const message =
      "A colon with a space behind it makes a key of what stands before it. Put the whole value in quotes, if the colon belongs to it.";
    return problem("COLON_IN_VALUE", message, at, at + withoutComment(value).length);
  }
  const next = nextLine(text, at);
  if (next >= text.length || indentOf(text, next).length <= indentOf(text, at).length) return undefined;
  const message =
    "This line is indented deeper than the one above it, which has its value already. Indent it like that line.";
  return problem("DEEP_LINE", message, next + indentOf(text, next).length, lineEnd(text, next));
}

function item(text: string, at: number): SyntaxProblem | undefined {
  const start = text.indexOf("-", at);
  if (start < 0 || text.slice(at, start).trim() !== "") return undefined;
  return problem(
    "UNEVEN_ITEM",
    "This item is not indented like the items above it. Put its hyphen below theirs.",
    start,
    lineEnd(text, start),
  );
}

/** A line that should have been a key with its value, and is read on into the next. */
function key(text: string, at: number): SyntaxProblem | undefined {
  const end = lineEnd(text, at);
  const line = text.slice(at, end);
  const hidden = findInvisible(line);
  if (hidden)
    return problem(
      "INVISIBLE",
      `Here stands ${hidden.name}, which is no space for YAML. Write an ordinary space instead, or remove it.`,
      at + hidden.index,
      at + hidden.index + 1,
    );
  const name = /^[A-Za-z_][\w-]*/.exec(line)?.[0] ?? "";
  const rest = line.slice(name.length);
  if (name !== "" && /^:\S/.test(rest) && !rest.startsWith("://"))
    return problem("NO_SPACE", "A space is missing behind this colon.", at, at + name.length + 1);
  if (name !== "" && /^[ \t]+[^\s:#]/.test(rest))
    return problem("NO_COLON", "A colon is missing behind this name.", at, at + name.length);
  return undefined;
}

/** The parser stops at the first line after an open bracket that is not indented. */
function flow(text: string, at: number): SyntaxProblem | undefined {
  const open = openBracket(text, at);
  if (open === undefined) return undefined;
  const bracket = text.charAt(open);
  const close = bracket === "[" ? "]" : "}";
  const line = text.slice(lineStart(text, at), lineEnd(text, at));
  const isMember = /^\s*["']?[A-Za-z][\w-]*["']?\s{0,8}:(?:\s|$)/.test(line);
  if (!isMember && text.indexOf(close, at) >= 0) {
    const message = `Inside ${bracket} ${close} every line must be indented deeper than the member's name. Put spaces in front of this one.`;
    return problem("SHALLOW_FLOW_LINE", message, at, Math.max(at + 1, lineEnd(text, at)));
  }
  const end = open + withoutComment(text.slice(open, lineEnd(text, open))).length;
  return problem("OPEN_BRACKET", `This ${bracket} is not closed: add ${close} where the values end.`, open, end);
}

/** The last bracket before an offset that nothing closes; quoted text and comments are passed over. */
function openBracket(text: string, until: number): number | undefined {
  const open: number[] = [];
  for (const { 0: token, index } of text.slice(0, until).matchAll(FLOW_TOKEN)) {
    if (token === "[" || token === "{") open.push(index);
    else if (token === "]" || token === "}") open.pop();
  }
  return open.at(-1);
}
const FLOW_TOKEN = /"(?:[^"\\\n]|\\[^\n])*"?|(?<![\w])'[^'\n]*'?|(?<=\s)#[^\n]*|[[\]{}]/g;

function firstLine(text: string, at: number): SyntaxProblem | undefined {
  const first = text.search(/[^\s#]/);
  if (first < 0 || indentOf(text, first).length <= indentOf(text, at).length) return undefined;
  const message =
    "The lines above are indented deeper than this one, though all of them are members of the same app client. Let them begin in the same column.";
  return problem("DEEP_START", message, at, lineEnd(text, at));
}

function withoutComment(value: string): string {
  const comment = value.indexOf(" #");
  return (comment < 0 ? value : value.slice(0, comment)).trimEnd();
}

function problem(reason: string, message: string, start: number, end: number): SyntaxProblem {
  return { code: "syntax-error", reason, message, span: { start, end: Math.max(start + 1, end) } };
}
