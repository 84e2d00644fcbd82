import type { AppClientContent } from "../clients/app-client.ts";
import { clientsIn } from "../clients/clients-in.ts";
import { reopen } from "../clients/open.ts";
import { applyEdits } from "../document/edit/edit.ts";
import type { SpecDocument, TextEdit } from "../document/part.ts";
import { findingsIn } from "./check.ts";
import type { CheckContext } from "./check-context.ts";

/** What an edit makes of a document; `undefined` when it changes nothing. */
export interface Trial {
  readonly document: SpecDocument;
  /** Rule id → how many findings there are fewer (more: below 0). */
  readonly fewer: ReadonlyMap<string, number>;
  /** Whether some rule has more findings of severity error than before. */
  readonly hasNewErrors: boolean;
}

/** Applies edits (in the file's offsets), reads the result and checks it again. */
export function tryOut(document: SpecDocument, edits: readonly TextEdit[], context: CheckContext): Trial | undefined {
  const text = applyEdits(document.text, edits);
  if (text === document.text) return undefined;
  const after = reopen(document, restoreBom(document, text));
  const counts = new Map<string, { all: number; errors: number }>();
  // App clients that are the same before and after cannot tell the difference.
  const shared = sharedContents(document, after);
  tally(document, shared, context, counts, 1);
  tally(after, shared, context, counts, -1);
  return {
    document: after,
    fewer: new Map(Array.from(counts, ([id, { all }]) => [id, all])),
    hasNewErrors: [...counts.values()].some(({ errors }) => errors < 0),
  };
}

/** How many app clients of each content both documents have: there may be several that are alike. */
function sharedContents(a: SpecDocument, b: SpecDocument): ReadonlyMap<AppClientContent, number> {
  const countsOf = (document: SpecDocument) => {
    const counts = new Map<AppClientContent, number>();
    for (const { content } of clientsIn(document)) counts.set(content, (counts.get(content) ?? 0) + 1);
    return counts;
  };
  const [first, second] = [countsOf(a), countsOf(b)];
  return new Map(Array.from(first, ([content, count]) => [content, Math.min(count, second.get(content) ?? 0)]));
}

function tally(
  document: SpecDocument,
  shared: ReadonlyMap<AppClientContent, number>,
  context: CheckContext,
  counts: Map<string, { all: number; errors: number }>,
  sign: 1 | -1,
): void {
  const left = new Map(shared);
  for (const client of clientsIn(document)) {
    const same = left.get(client.content) ?? 0;
    left.set(client.content, same - 1);
    if (same > 0) continue;
    for (const { rule, severity } of findingsIn(client, context)) {
      const count = counts.get(rule.id) ?? { all: 0, errors: 0 };
      count.all += sign;
      if (severity === "error") count.errors += sign;
      counts.set(rule.id, count);
    }
  }
}

/** parseSpec puts a space where a byte order mark was. @returns the text with the mark, to be read or written again. */
export function restoreBom(document: SpecDocument, text: string): string {
  return document.hasBom && text.startsWith(" ") ? `\uFEFF${text.slice(1)}` : text;
}

/**
 * How many trials a request may take: each reads and checks what it touches, so that their number times the text's length
 * stays below a bound, however many findings there are.
 */
export function trialsFor(document: SpecDocument): number {
  return Math.max(LEAST_TRIALS, Math.min(MOST_TRIALS, Math.floor(CHARACTERS / (document.text.length + 1))));
}
const LEAST_TRIALS = 40;
const MOST_TRIALS = 1000;
const CHARACTERS = 40_000_000;
