import { commentsOf } from "../document/comments.ts";
import { childrenOf, type Span } from "../document/node.ts";
import type { Comment, Part, SpecDocument, TextEdit, Unit } from "../document/part.ts";
import type { Finding } from "./rule.ts";

/** A comment that silences rules: `cognito-client-disable-next-line implicit-grant -- reason`. */
export interface Suppression {
  readonly scope: "line" | "next-line" | "app-client";
  /** Empty: every rule. */
  readonly rules: readonly { readonly id: string; readonly span: Span }[];
  /** Of the whole comment. */
  readonly comment: Span;
  /** Offsets of the line it is about; the whole text for an app client. */
  readonly covers: Span;
}

const PATTERN = /^cognito-client-disable(-next-line|-line)?(?=\s|$)[ \t]*([\s\S]*)$/;

/** @returns the part's suppressions. Costs nothing where there are none. */
export function suppressionsOf(part: Part): Suppression[] {
  if (!part.text.includes("cognito-client-disable")) return [];
  return commentsOf(part).flatMap((comment) => {
    const match = PATTERN.exec(comment.text);
    if (!match) return [];
    const [, suffix, rest = ""] = match;
    const scope = suffix === "-line" ? "line" : suffix === "-next-line" ? "next-line" : "app-client";
    return [
      { scope, rules: rulesIn(part, comment, rest), comment: comment.span, covers: covered(part, comment, scope) },
    ];
  });
}

/** Names up to `--`, separated by commas or spaces, with where they stand. */
function rulesIn({ text }: Part, { span }: Comment, rest: string): { id: string; span: Span }[] {
  const names = rest.split(/(?:^|\s)--(?:\s|$)/)[0] ?? "";
  const source = text.slice(span.start, span.end);
  let from = source.indexOf(rest, source.indexOf("cognito-client-disable") + "cognito-client-disable".length);
  return names.split(/[\s,]+/).flatMap((id) => {
    if (id === "") return [];
    from = source.indexOf(id, from);
    const start = span.start + from;
    from += id.length;
    return [{ id, span: { start, end: start + id.length } }];
  });
}

function covered(part: Part, { span }: Comment, scope: Suppression["scope"]): Span {
  const { text } = part;
  if (scope === "app-client") return { start: 0, end: text.length };
  if (scope === "line") return lineAt(text, span.start);
  const comments = commentsOf(part);
  let line = lineAt(text, span.end);
  do {
    line = lineAt(text, line.end + 1);
    // Comments and blank lines in between do not break the tie.
  } while (line.start < text.length && isBare(text, line, comments));
  return line;
}

function isBare(text: string, line: Span, comments: readonly Comment[]): boolean {
  const first = text.slice(line.start, line.end).search(/\S/);
  if (first < 0) return line.end < text.length;
  return comments.some(
    ({ span }) => span.start === line.start + first && span.end >= text.slice(0, line.end).trimEnd().length,
  );
}

/** The line around an offset, without its break. */
function lineAt(text: string, offset: number): Span {
  const at = Math.min(offset, text.length);
  const start = text.lastIndexOf("\n", at - 1) + 1;
  const end = text.indexOf("\n", at);
  return { start, end: end < 0 ? text.length : end };
}

/** What is left of the findings, and the suppressions (or rules in them) that silenced nothing. */
export function suppress(
  findings: readonly Finding[],
  suppressions: readonly Suppression[],
): { left: Finding[]; unused: { span: Span; id: string | undefined }[] } {
  const used = new Set<object>();
  const left = findings.filter((finding) => {
    const by = suppressions.filter(
      ({ covers }) => finding.span.start >= covers.start && finding.span.start <= covers.end,
    );
    let silenced = false;
    for (const suppression of by) {
      const hit =
        suppression.rules.length === 0 ? suppression : suppression.rules.find(({ id }) => id === finding.rule.id);
      if (!hit) continue;
      used.add(hit);
      silenced = true;
    }
    return !silenced;
  });
  const unused = suppressions.flatMap((suppression): { span: Span; id: string | undefined }[] =>
    suppression.rules.length === 0
      ? used.has(suppression)
        ? []
        : [{ span: suppression.comment, id: undefined }]
      : suppression.rules.filter((rule) => !used.has(rule)),
  );
  return { left, unused };
}

/**
 * The edit that silences a finding by a comment on a line of its own above it; `undefined` in plain JSON, which has no comments,
 * and where the line begins inside a string.
 */
export function suppressionEdit(document: SpecDocument, { part, base }: Unit, finding: Finding): TextEdit | undefined {
  if (document.dialect === "json" || finding.rule.id === "syntax-error") return undefined;
  const line = lineAt(part.text, finding.span.start);
  if (part.syntax === "yaml" && insideScalar(part, line.start)) return undefined;
  const indent = /^[ \t]*/.exec(part.text.slice(line.start, line.end))?.[0] ?? "";
  const sigil = part.syntax === "yaml" ? "#" : "//";
  const newText = `${indent}${sigil} cognito-client-disable-next-line ${finding.rule.id} -- ${document.eol}`;
  const at = base + line.start;
  return { span: { start: at, end: at }, newText };
}

/** Whether a line starts within a quoted or block scalar, where a comment would become text. */
function insideScalar({ root }: Part, offset: number): boolean {
  const stack = root ? [root] : [];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.kind === "scalar" && node.span.start < offset && offset < node.span.end) return true;
    stack.push(...childrenOf(node));
  }
  return false;
}
