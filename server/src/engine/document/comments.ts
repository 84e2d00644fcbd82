import { createScanner } from "jsonc-parser";
import { CST, Lexer } from "yaml";
import type { Comment, Part } from "./part.ts";

/** @returns the part's comments in the order of the text. Computed once per part, and only when somebody asks. */
export function commentsOf(part: Part): readonly Comment[] {
  let comments = known.get(part);
  if (!comments) {
    comments = part.syntax === "yaml" ? yamlComments(part.text) : jsonComments(part.text);
    known.set(part, comments);
  }
  return comments;
}
const known = new WeakMap<Part, readonly Comment[]>();

/** Values of jsonc-parser's `SyntaxKind`, an ambient const enum, which a single-file compiler such as esbuild cannot read. */
const LINE_COMMENT = 12;
const BLOCK_COMMENT = 13;
const END_OF_FILE = 17;

function jsonComments(text: string): Comment[] {
  const comments: Comment[] = [];
  const scanner = createScanner(text, false);
  for (let kind: number = scanner.scan(); kind !== END_OF_FILE; kind = scanner.scan()) {
    if (kind !== LINE_COMMENT && kind !== BLOCK_COMMENT) continue;
    const start = scanner.getTokenOffset();
    // The scanner counts one character too many in a comment that is not closed.
    const end = Math.min(start + scanner.getTokenLength(), text.length);
    const inner = text.slice(start + 2, kind === BLOCK_COMMENT ? end - 2 : end);
    comments.push({ span: { start, end }, text: inner.trim() });
  }
  return comments;
}

function yamlComments(text: string): Comment[] {
  const comments: Comment[] = [];
  let offset = 0;
  let inScalar = false;
  for (const token of new Lexer().lex(text)) {
    const type: string | null = inScalar ? "scalar" : CST.tokenType(token);
    // The lexer announces scalars and documents by tokens that are not in the text.
    if (!inScalar && (type === "scalar" || type === "doc-mode" || type === "flow-error-end")) {
      inScalar = type === "scalar";
      continue;
    }
    inScalar = false;
    const end = offset + token.length;
    if (type === "comment") comments.push({ span: { start: offset, end }, text: token.slice(1).trim() });
    offset = end;
  }
  return comments;
}
