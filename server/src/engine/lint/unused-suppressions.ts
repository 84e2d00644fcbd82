import type { Span } from "../document/node.ts";
import type { Part, TextEdit } from "../document/part.ts";
import { unusedSuppression } from "../rules/unused-suppression.ts";
import { rules } from "./registry.ts";
import type { Finding, Severity } from "./rule.ts";
import type { Suppression } from "./suppressions.ts";

interface Unused {
  readonly span: Span;
  /** `undefined` for a comment that names no rule. */
  readonly id: string | undefined;
}

/** Findings for suppressions that silenced nothing; an unknown id is another rule's business. */
export function unusedFindings(
  unused: readonly Unused[],
  suppressions: readonly Suppression[],
  severity: Severity,
): Finding[] {
  return unused
    .filter(({ id }) => id === undefined || rules.some((rule) => rule.id === id))
    .map(({ span, id }) => ({
      rule: unusedSuppression,
      severity,
      span,
      path: [],
      message: `Nothing here needs ${id === undefined ? "this suppression" : `"${id}" to be silenced`}: remove it, so that it does not hide a later problem.`,
      ...(id !== undefined && { data: { id } }),
      fixes: (part) => [
        { title: "Remove the unused suppression", safe: true, edits: [removal(part, span, suppressions, unused)] },
      ],
    }));
}

/** Takes the name out of its list, or the comment away when no name of it is of use. */
function removal(part: Part, span: Span, suppressions: readonly Suppression[], unused: readonly Unused[]): TextEdit {
  const owner = suppressions.find(({ comment }) => comment.start <= span.start && span.end <= comment.end);
  const used = owner?.rules.filter((rule) => !unused.some((other) => other.span.start === rule.span.start)) ?? [];
  if (!owner || used.length === 0) return commentRemoval(part.text, owner?.comment ?? span);
  const names = owner.rules;
  const index = names.findIndex((rule) => rule.span.start === span.start);
  const next = names[index + 1];
  const before = names[index - 1];
  if (next) return { span: { start: span.start, end: next.span.start }, newText: "" };
  return { span: { start: before?.span.end ?? span.start, end: span.end }, newText: "" };
}

/** With its whole line when nothing else stands there. */
function commentRemoval(text: string, comment: Span): TextEdit {
  const start = text.lastIndexOf("\n", comment.start - 1) + 1;
  const newline = text.indexOf("\n", comment.end);
  const alone =
    text.slice(start, comment.start).trim() === "" &&
    text.slice(comment.end, newline < 0 ? text.length : newline).trim() === "";
  if (alone) return { span: { start, end: newline < 0 ? text.length : newline + 1 }, newText: "" };
  const spaces = /[ \t]*$/.exec(text.slice(0, comment.start))?.[0].length ?? 0;
  return { span: { start: comment.start - spaces, end: comment.end }, newText: "" };
}
