import type { Span } from "../document/node.ts";
import type { TextEdit } from "../document/part.ts";
import type { Spec } from "../reading/spec.ts";
import type { Report } from "./rule.ts";
import type { Suppression, UnusedSuppression } from "./suppressions.ts";

/** Names of rules that there are not: they silence nothing. */
export function unknownReports(suppressions: readonly Suppression[], ids: ReadonlySet<string>): Report[] {
  return suppressions
    .flatMap(({ rules }) => rules.filter(({ id }) => !ids.has(id)))
    .map(({ id, span }) => ({
      span,
      path: [],
      message: `There is no rule "${id}", so this comment silences nothing: look the id up in the finding, or with "cognito-client rules".`,
      data: { id },
    }));
}

/** Suppressions that silenced nothing, though their rules exist. */
export function unusedReports(
  { part }: Spec,
  unused: readonly UnusedSuppression[],
  ids: ReadonlySet<string>,
): Report[] {
  return unused
    .filter(({ id }) => id === undefined || ids.has(id))
    .map((each) => ({
      span: each.span,
      path: [],
      message: `Nothing here needs ${each.id === undefined ? "this suppression" : `"${each.id}" to be silenced`}: remove it, so that it does not hide a later problem.`,
      ...(each.id !== undefined && { data: { id: each.id } }),
      fixes: () => [{ title: "Remove the unused suppression", safe: true, edits: [removal(part.text, each)] }],
    }));
}

/** Takes the name out of its list, or the comment away when no name of it is of use. */
function removal(text: string, { span, of, index, whole }: UnusedSuppression): TextEdit {
  if (whole) return commentRemoval(text, of.comment);
  const next = of.rules[index + 1];
  if (next) return { span: { start: span.start, end: next.span.start }, newText: "" };
  return { span: { start: of.rules[index - 1]?.span.end ?? span.start, end: span.end }, newText: "" };
}

/** With its whole line when nothing else stands there. */
function commentRemoval(text: string, comment: Span): TextEdit {
  const start = text.lastIndexOf("\n", comment.start - 1) + 1;
  const newline = text.indexOf("\n", comment.end);
  const alone =
    text.slice(start, comment.start).trim() === "" &&
    text.slice(comment.end, newline < 0 ? text.length : newline).trim() === "";
  if (alone) return { span: { start, end: newline < 0 ? text.length : newline + 1 }, newText: "" };
  let from = comment.start;
  while (text[from - 1] === " " || text[from - 1] === "\t") from--;
  return { span: { start: from, end: comment.end }, newText: "" };
}
