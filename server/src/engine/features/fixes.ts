import type { Span } from "../document/node.ts";
import type { SpecDocument, TextEdit } from "../document/part.ts";
import { editsAt, type Finding } from "../lint/finding.ts";
import { findingsAt } from "./check.ts";
import type { CheckContext } from "./check-context.ts";
import { trialsFor } from "./trial.ts";
import { triedFixes } from "./tried.ts";

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
    const { client } = finding;
    if (!client || !finding.fixes) continue;
    const { fixes, trials } = triedFixes(document, client, finding, context);
    tried += trials;
    fixes.forEach(({ title, safe, edits }, index) => {
      offered.push({ finding, title, safe, edits: editsAt(client.base, edits), preferred: index === 0 });
    });
  }
  return offered;
}
