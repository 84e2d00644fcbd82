import type { Span } from "../document/node.ts";
import type { SpecDocument, TextEdit } from "../document/part.ts";
import type { Finding } from "../lint/finding.ts";
import { findingsAt } from "./check.ts";
import type { CheckContext } from "./check-context.ts";
import { trialsFor, tryOut } from "./trial.ts";

export interface OfferedFix {
  readonly finding: Finding;
  readonly title: string;
  readonly safe: boolean;
  /** In the file's offsets. */
  readonly edits: readonly TextEdit[];
  /** The best fix of its finding. */
  readonly preferred: boolean;
}

/**
 * Fixes of the findings that touch a span of the file (offsets of the file). Each was tried: its result parses, the finding is gone,
 * and no error came that was not there; one that fails this, say because an anchor is shared, is not offered.
 */
export function fixesAt(document: SpecDocument, span: Span, context: CheckContext): OfferedFix[] {
  const most = trialsFor(document);
  const offered: OfferedFix[] = [];
  let tried = 0;
  for (const finding of findingsAt(document, span, context)) {
    if (tried >= most) break;
    const { fixes, trials } = fixesOf(document, finding, context);
    tried += trials;
    offered.push(...fixes);
  }
  return offered;
}

interface Tried extends Pick<CheckContext, "settings" | "facts"> {
  readonly fixes: readonly OfferedFix[];
  readonly trials: number;
}

/** What was tried once for a version of a document is not tried again when an editor asks again. */
function fixesOf(document: SpecDocument, finding: Finding, context: CheckContext): Tried {
  let known = memo.get(document);
  if (!known) {
    known = new WeakMap();
    memo.set(document, known);
  }
  const before = known.get(finding);
  if (before?.settings === context.settings && before.facts === context.facts) return before;
  const all = finding.fixes?.() ?? [];
  const good = all.filter((fix) => works(document, finding, fix.edits, context));
  const fixes = good.map(({ title, safe, edits }, index) => ({ finding, title, safe, edits, preferred: index === 0 }));
  const tried: Tried = { settings: context.settings, facts: context.facts, fixes, trials: all.length };
  known.set(finding, tried);
  return tried;
}
const memo = new WeakMap<SpecDocument, WeakMap<Finding, Tried>>();

function works(document: SpecDocument, { rule }: Finding, edits: readonly TextEdit[], context: CheckContext): boolean {
  const trial = tryOut(document, edits, context);
  return trial !== undefined && !trial.hasNewErrors && (trial.fewer.get(rule.id) ?? 0) > 0;
}
