import { lineOf, lineStarts } from "../document/line-starts.ts";
import type { Span } from "../document/node.ts";
import type { Comment, Part } from "../document/part.ts";
import type { Spec } from "../reading/spec.ts";

/** A comment that silences rules: `cognito-client-disable-next-line implicit-grant -- reason`. */
export interface Suppression {
  readonly scope: "line" | "next-line" | "app-client";
  /** Empty: every rule. */
  readonly rules: readonly SuppressedRule[];
  /** Of the whole comment. */
  readonly comment: Span;
  /** Zero-based line of the part that it is about; `undefined` for the app client. */
  readonly line: number | undefined;
}

export interface SuppressedRule {
  readonly id: string;
  readonly span: Span;
}

/** A text with its comments: an app client, or another block of its template. */
export type Commented = Pick<Spec, "part" | "comments">;

const WORD = "cognito-client-disable";
const PATTERN = /^cognito-client-disable(-next-line|-line)?(?=\s|$)[ \t]*([\s\S]*)$/;

/** @returns the suppressions among an app client's own comments, in the order of the text. Costs nothing where there are none. */
export function suppressionsOf(spec: Commented): readonly Suppression[] {
  const { part } = spec;
  if (!part.text.includes(WORD)) return [];
  const below = contentBelow(spec);
  return spec.comments.flatMap((comment, index): Suppression[] => {
    const match = PATTERN.exec(comment.text);
    if (!match) return [];
    const [, suffix, rest = ""] = match;
    const shared = { rules: rulesIn(part.text, comment, rest), comment: comment.span };
    if (suffix === "-line") return [{ ...shared, scope: "line", line: lineOf(part, comment.span.start) }];
    if (suffix === "-next-line") return [{ ...shared, scope: "next-line", line: below[index] }];
    return [{ ...shared, scope: "app-client", line: undefined }];
  });
}

/**
 * For each comment the line of the first content below it: other comments and blank lines do not break the tie.
 * Behind the last content it is the line behind the part's last.
 */
function contentBelow({ part, comments }: Commented): readonly number[] {
  const starts = lineStarts(part);
  const known = new Map<number, number>();
  const below: number[] = new Array(comments.length);
  // From the end, and each line once: what follows a comment is known when the one above it asks.
  for (let index = comments.length - 1; index >= 0; index--) {
    const comment = comments[index] as Comment;
    const from = lineOf(part, comment.span.end) + 1;
    let line = from;
    while (line < starts.length && !known.has(line) && isBlank(part.text, starts[line] ?? 0, starts[line + 1])) line++;
    const content = known.get(line) ?? line;
    known.set(from, content);
    if (isAlone(part, comment)) known.set(lineOf(part, comment.span.start), content);
    below[index] = content;
  }
  return below;
}

/** Whether nothing else stands on the comment's lines. */
function isAlone(part: Part, { span }: Comment): boolean {
  const starts = lineStarts(part);
  let before = span.start;
  while (part.text[before - 1] === " " || part.text[before - 1] === "\t") before--;
  return (
    before === starts[lineOf(part, span.start)] && isBlank(part.text, span.end, starts[lineOf(part, span.end) + 1])
  );
}

function isBlank(text: string, from: number, until = text.length): boolean {
  let at = from;
  while (at < until && /\s/.test(text.charAt(at))) at++;
  return at >= until;
}

/** Names up to `--`, separated by commas or spaces, with where they stand. */
function rulesIn(text: string, { span }: Comment, rest: string): SuppressedRule[] {
  const names = rest.split(/(?:^|\s)--(?:\s|$)/, 1)[0] ?? "";
  const source = text.slice(span.start, span.end);
  const from = source.indexOf(names, source.indexOf(WORD) + WORD.length);
  return Array.from(names.matchAll(/[^\s,]+/g), ({ 0: id, index }) => {
    const start = span.start + from + index;
    return { id, span: { start, end: start + id.length } };
  });
}

/** A suppression, or a name in it, that silenced nothing. */
export interface UnusedSuppression {
  readonly span: Span;
  /** `undefined` for a comment that names no rule. */
  readonly id: string | undefined;
  readonly of: Suppression;
  /** Of the name among its comment's. */
  readonly index: number;
  /** Whether no other name of its comment is of use either. */
  readonly whole: boolean;
}

interface Suppressible {
  readonly span: Span;
  readonly rule: { readonly id: string };
  /** The block that it stands in, where that is not the app client's own. */
  readonly at?: { readonly part: Part };
}

/** What is left of the findings, and what silenced nothing. */
export function suppress<F extends Suppressible>(
  { part }: Pick<Spec, "part">,
  findings: readonly F[],
  suppressions: readonly Suppression[],
): { left: F[]; unused: UnusedSuppression[] } {
  // Looked up by line and rule: however many comments and findings there are, none is compared with all others.
  const hits = new Map<string, boolean>();
  const keyOf = (line: number | undefined, id: string) => `${line ?? "all"} ${id}`;
  for (const { line, rules } of suppressions) {
    if (rules.length === 0) hits.set(keyOf(line, EVERY), false);
    for (const { id } of rules) hits.set(keyOf(line, id), false);
  }
  const left = findings.filter(({ span, rule, at }) => {
    // What stands in another block of the file has no line here.
    const line = at && at.part !== part ? -1 : lineOf(part, span.start);
    const keys = [keyOf(line, EVERY), keyOf(line, rule.id), keyOf(undefined, EVERY), keyOf(undefined, rule.id)];
    const hit = keys.filter((key) => hits.has(key));
    for (const key of hit) hits.set(key, true);
    return hit.length === 0;
  });
  const unused = suppressions.flatMap((of): UnusedSuppression[] => {
    const { line, rules, comment } = of;
    const isUsed = ({ id }: { readonly id: string }) => hits.get(keyOf(line, id)) === true;
    if (rules.length === 0) {
      return isUsed({ id: EVERY }) ? [] : [{ span: comment, id: undefined, of, index: 0, whole: true }];
    }
    const whole = !rules.some(isUsed);
    return rules.flatMap((rule, index) => (isUsed(rule) ? [] : [{ ...rule, of, index, whole }]));
  });
  return { left, unused };
}
/** No name in a comment is empty. */
const EVERY = "";
