import { reopen } from "../clients/open.ts";
import type { SpecDocument } from "../document/part.ts";
import type { Finding } from "../lint/finding.ts";
import { check } from "./check.ts";
import type { CheckContext } from "./check-context.ts";

export interface Left {
  /** Findings fewer than before. */
  readonly fixed: number;
  /** Ids of rules, each once for each finding that is left; hints apart, for they have no entry in Problems. */
  readonly left: { readonly choice: readonly string[]; readonly byHand: readonly string[] };
}

/**
 * What applying all safe fixes came to, for people: the rest is theirs, by a quick fix that changes what they meant, or by hand.
 *
 * @param text the document with its fixes.
 * @param rule only its findings.
 */
export function whatIsLeft(before: SpecDocument, text: string, context: CheckContext, rule?: string): Left {
  const all = (document: SpecDocument) =>
    check(document, context).filter(
      (finding) => finding.severity !== "hint" && (rule === undefined || finding.rule.id === rule),
    );
  const had = all(before);
  const has = text === before.text ? had : all(reopen(before, text));
  const ids = (findings: readonly Finding[]) => findings.map((finding) => finding.rule.id);
  const hasFix = (finding: Finding) => finding.rule.fixable && (finding.fixes?.() ?? []).length > 0;
  return {
    fixed: Math.max(0, had.length - has.length),
    left: { choice: ids(has.filter(hasFix)), byHand: ids(has.filter((finding) => !hasFix(finding))) },
  };
}
