import { nodeAt, type Span } from "../../document/node.ts";
import { parseSpec } from "../../document/parse.ts";
import type { SpecDocument, TextEdit } from "../../document/part.ts";
import { applyEdits } from "../../document/text-edit.ts";
import { editsAt } from "../../lint/finding.ts";
import type { Fix } from "../../lint/rule.ts";
import type { Context } from "../context.ts";
import { restoreBom, trialsFor } from "../trial.ts";
import { appClientAt } from "./app-client-at.ts";
import { checkEnvironments, type EnvironmentsFinding, fileOf, type SpecsBeside } from "./check.ts";
import { requestOf } from "./merged.ts";
import { overlayEdits } from "./overlay-edits.ts";
import { ownFixes } from "./own-fixes.ts";

export interface OfferedEnvironmentsFix {
  readonly finding: EnvironmentsFinding;
  readonly title: string;
  readonly safe: boolean;
  /** In the file's offsets. */
  readonly edits: readonly TextEdit[];
  /** The best fix of its finding. */
  readonly preferred: boolean;
}

/**
 * Fixes of the findings of an environments file that touch a span of it. Each was tried: with it the finding is gone, and no error
 * has come that was not there, in the file or in any request that it makes.
 */
export function environmentsFixesAt(document: SpecDocument, span: Span, context: Context): OfferedEnvironmentsFix[] {
  const specs = context.specs ?? new Map();
  const findings = checkEnvironments(document, specs, context);
  let left = trialsFor(document);
  return findings
    .filter((finding) => finding.span.end >= span.start && finding.span.start <= span.end)
    .flatMap((finding) => {
      const untried = fixesOf(document, specs, finding).slice(0, left);
      left -= untried.length;
      const good = untried.filter(({ edits }) => works(document, specs, context, findings, finding, edits));
      return good.map(({ title, safe, edits }, index) => ({ finding, title, safe, edits, preferred: index === 0 }));
    });
}

function fixesOf(document: SpecDocument, specs: SpecsBeside, finding: EnvironmentsFinding): Fix[] {
  const [unit] = document.units;
  if (!unit) return [];
  const own = ownFixes(document, unit.part, specs, { rule: finding.rule.id, path: finding.path });
  return [...own, ...overlayFixes(document, specs, finding)].map((fix) => ({
    ...fix,
    edits: editsAt(unit.base, fix.edits),
  }));
}

/** What a rule would do to the request, done to `set`. */
function overlayFixes(document: SpecDocument, specs: SpecsBeside, { mends, path }: EnvironmentsFinding): Fix[] {
  const [unit] = document.units;
  const link = nodeAt(unit?.part.root, path.slice(0, 3));
  const client = appClientAt(fileOf(document), specs, String(path[1]));
  if (!mends || !unit || !client || link?.kind !== "object") return [];
  return mends().flatMap(({ title, safe, before, after }) => {
    const edits = overlayEdits(unit.part, link, requestOf(client), { before, after });
    return edits ? [{ title, safe, edits }] : [];
  });
}

function works(
  document: SpecDocument,
  specs: SpecsBeside,
  context: Context,
  before: readonly EnvironmentsFinding[],
  { rule }: EnvironmentsFinding,
  edits: readonly TextEdit[],
): boolean {
  const text = applyEdits(document.text, edits);
  if (text === document.text) return false;
  const read = parseSpec(restoreBom(document, text), document.dialect, document);
  // A link to another app client of a spec is looked up anew; the specs are the same.
  const after = checkEnvironments(read, specs, context);
  const counts = new Map<string, { all: number; errors: number }>();
  for (const [findings, sign] of [
    [before, 1],
    [after, -1],
  ] as const)
    for (const finding of findings) {
      const count = counts.get(finding.rule.id) ?? { all: 0, errors: 0 };
      count.all += sign;
      if (finding.severity === "error") count.errors += sign;
      counts.set(finding.rule.id, count);
    }
  return (counts.get(rule.id)?.all ?? 0) > 0 && [...counts.values()].every(({ errors }) => errors >= 0);
}
