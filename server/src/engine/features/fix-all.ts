import { clientsIn } from "../clients/clients-in.ts";
import type { SpecDocument, TextEdit } from "../document/part.ts";
import type { Finding } from "../lint/finding.ts";
import { findingsIn } from "./check.ts";
import type { CheckContext } from "./check-context.ts";
import { restoreBom, trialsFor, tryOut } from "./trial.ts";

/**
 * Applies all safe fixes, as often as new ones come up.
 * @param only the rule whose findings are meant; all rules' where none is named.
 * @returns the new text; the old one when there is nothing to fix. Doing it again changes nothing.
 */
export function fixAll(document: SpecDocument, context: CheckContext, only?: string): string {
  const budget = { trials: trialsFor(document) };
  const refused = new Set<string>();
  let current = document;
  for (;;) {
    const before = refused.size;
    const next = applied(current, apart(safeFixes(current, context, refused, only)), context, budget, refused);
    // Where all fixes of a rule were refused, it is the next one's turn.
    if (!next && refused.size === before) break;
    current = next ?? current;
  }
  return restoreBom(document, current.text);
}

interface SafeFix {
  readonly finding: Finding;
  readonly edits: readonly TextEdit[];
  /** What its edits span. */
  readonly start: number;
  readonly end: number;
}

/**
 * The safe fixes of one rule in each app client, in the order of the text: the first rule there that has some.
 * Those of other rules wait, for what the first leaves may not need them any more.
 */
function safeFixes(
  document: SpecDocument,
  context: CheckContext,
  refused: ReadonlySet<string>,
  only: string | undefined,
): SafeFix[] {
  const chosen: SafeFix[] = [];
  for (const client of clientsIn(document)) {
    let rule = only;
    for (const finding of findingsIn(client, context)) {
      if (!finding.rule.fixable || (rule !== undefined && finding.rule.id !== rule)) continue;
      const fix = safeFix(finding);
      if (!fix || refused.has(nameOf(document, fix))) continue;
      rule = finding.rule.id;
      chosen.push(fix);
    }
  }
  return chosen.sort((a, b) => a.start - b.start || a.end - b.end);
}

function safeFix(finding: Finding): SafeFix | undefined {
  const edits = finding.fixes?.().find(({ safe }) => safe)?.edits ?? [];
  if (edits.length === 0) return undefined;
  const start = edits.reduce((least, { span }) => Math.min(least, span.start), Number.POSITIVE_INFINITY);
  const end = edits.reduce((most, { span }) => Math.max(most, span.end), 0);
  return { finding, edits, start, end };
}

/** As many fixes as do not come near each other: the others are computed anew on what these leave. */
function apart(fixes: readonly SafeFix[]): SafeFix[] {
  const chosen: SafeFix[] = [];
  let end = -1;
  for (const fix of fixes) {
    if (fix.start <= end) continue;
    chosen.push(fix);
    end = fix.end;
  }
  return chosen;
}

/**
 * Applies fixes together, or as many of them as go together: where something is wrong with the result, the halves are tried.
 * A fix that fails by itself is refused, and not tried again where it stands.
 * @returns `undefined` when nothing was applied.
 */
function applied(
  document: SpecDocument,
  fixes: readonly SafeFix[],
  context: CheckContext,
  budget: { trials: number },
  refused: Set<string>,
): SpecDocument | undefined {
  if (fixes.length === 0 || budget.trials <= 0) return undefined;
  budget.trials--;
  const trial = tryOut(
    document,
    fixes.flatMap(({ edits }) => edits),
    context,
  );
  if (trial && !trial.hasNewErrors && hasWorked(trial.fewer, fixes)) return trial.document;
  const [only] = fixes;
  if (fixes.length === 1 && only) {
    refused.add(nameOf(document, only));
    return undefined;
  }
  const middle = fixes.length >> 1;
  // What the first half leaves has other offsets: the second is looked for again.
  return (
    applied(document, fixes.slice(0, middle), context, budget, refused) ??
    applied(document, fixes.slice(middle), context, budget, refused)
  );
}

/** Each rule has fewer findings by as many as it had fixes; and where several were applied, no rule has more. */
function hasWorked(fewer: ReadonlyMap<string, number>, fixes: readonly SafeFix[]): boolean {
  const fixed = new Map<string, number>();
  for (const { finding } of fixes) fixed.set(finding.rule.id, (fixed.get(finding.rule.id) ?? 0) + 1);
  if (fixes.length > 1 && [...fewer.values()].some((count) => count < 0)) return false;
  return [...fixed].every(([rule, count]) => (fewer.get(rule) ?? 0) >= count);
}

/** Tells a fix by what it does to which text, so that it is known again when other fixes have moved it. */
function nameOf({ text }: SpecDocument, { finding, edits, start, end }: SafeFix): string {
  const around = text.slice(Math.max(0, start - AROUND), Math.min(end, start + AROUND) + AROUND);
  return JSON.stringify([finding.rule.id, finding.path, around, edits.length]);
}
/** Characters. */
const AROUND = 40;
