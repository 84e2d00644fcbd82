import type { Settings } from "../config/settings.ts";
import { applyEdits } from "../document/edit/edit.ts";
import type { Span } from "../document/node.ts";
import { parseSpec } from "../document/parse.ts";
import type { SpecDocument, TextEdit, Unit } from "../document/part.ts";
import { checkPart, type FactsByPool, factsFor, shift } from "../lint/check.ts";
import type { Finding, Fix } from "../lint/rule.ts";

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
export function fixesAt(document: SpecDocument, span: Span, settings: Settings, facts?: FactsByPool): OfferedFix[] {
  const offered: OfferedFix[] = [];
  for (const { unit, finding } of findingsAt(document, span, settings, facts)) {
    const good = (finding.fixes?.(unit.part) ?? []).filter((fix) =>
      works(document, unit, finding, fix, settings, facts),
    );
    good.forEach((fix, index) => {
      const edits = inFile(fix, unit, document);
      offered.push({ finding, title: fix.title, safe: fix.safe, edits, preferred: index === 0 });
    });
  }
  return offered;
}

/** Findings that touch a span of the file, looked for only in the app clients there. */
export function* findingsAt(
  document: SpecDocument,
  span: Span,
  settings: Settings,
  facts?: FactsByPool,
): Generator<{ unit: Unit; finding: Finding }> {
  for (const unit of document.units) {
    if (unit.base > span.end) return;
    if (unit.base + unit.part.text.length < span.start) continue;
    for (const finding of checkPart(unit.part, settings, factsFor(unit.part, facts))) {
      const here = shift(finding.span, unit.base);
      if (here.end >= span.start && here.start <= span.end) yield { unit, finding };
    }
  }
}

/**
 * Applies all safe fixes, as often as new ones come up.
 * @returns the new text; the old one when there is nothing to fix. Doing it again changes nothing.
 */
export function fixAll(document: SpecDocument, settings: Settings, facts?: FactsByPool): string {
  let current = document;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const text = applyEdits(current.text, safeEdits(current, settings, facts));
    if (text === current.text) break;
    current = parseSpec(restoreBom(document, text), current.dialect, current);
  }
  return restoreBom(document, current.text);
}
/** More than a list at its longest needs, were all its items doubles; fixes that undo each other must end too. */
const MOST_ROUNDS = 500;

/** One safe fix per app client and round, so that no fix works on what another has changed. */
function safeEdits(document: SpecDocument, settings: Settings, facts: FactsByPool | undefined): TextEdit[] {
  const edits: TextEdit[] = [];
  const taken = new Set<string>();
  for (const unit of document.units) {
    // The items of a YAML list share their text.
    if (taken.has(`${unit.base}`)) continue;
    const fix = firstSafe(document, unit, settings, facts);
    if (!fix) continue;
    taken.add(`${unit.base}`);
    edits.push(...inFile(fix, unit, document));
  }
  return edits;
}

function firstSafe(
  document: SpecDocument,
  unit: Unit,
  settings: Settings,
  facts: FactsByPool | undefined,
): Fix | undefined {
  for (const finding of checkPart(unit.part, settings, factsFor(unit.part, facts))) {
    const safe = finding.fixes?.(unit.part).find((fix) => fix.safe);
    if (safe && works(document, unit, finding, safe, settings, facts)) return safe;
  }
  return undefined;
}

function works(
  document: SpecDocument,
  unit: Unit,
  finding: Finding,
  fix: Fix,
  settings: Settings,
  facts: FactsByPool | undefined,
): boolean {
  const text = applyEdits(document.text, inFile(fix, unit, document));
  if (text === document.text) return false;
  const fixed = parseSpec(restoreBom(document, text), document.dialect, document);
  // App clients that are the same before and after cannot tell the difference.
  const before = tally(document, fixed, settings, facts);
  const after = tally(fixed, document, settings, facts);
  if ((after.get(finding.rule.id)?.all ?? 0) >= (before.get(finding.rule.id)?.all ?? 0)) return false;
  return [...after].every(([id, { errors }]) => errors <= (before.get(id)?.errors ?? 0));
}

/** Counts findings by rule in the app clients that the other document does not have. */
function tally(
  document: SpecDocument,
  other: SpecDocument,
  settings: Settings,
  facts: FactsByPool | undefined,
): Map<string, { all: number; errors: number }> {
  const counts = new Map<string, { all: number; errors: number }>();
  const shared = new Set(other.units.map(({ part }) => part));
  for (const { part } of document.units) {
    if (shared.has(part)) continue;
    for (const { rule, severity } of checkPart(part, settings, factsFor(part, facts))) {
      const { all, errors } = counts.get(rule.id) ?? { all: 0, errors: 0 };
      counts.set(rule.id, { all: all + 1, errors: errors + (severity === "error" ? 1 : 0) });
    }
  }
  return counts;
}

/** A byte order mark stays in front, whatever is put or removed there. */
function inFile(fix: Fix, unit: Unit, { hasBom }: SpecDocument): TextEdit[] {
  const first = hasBom ? 1 : 0;
  return fix.edits.map(({ span, newText }) => {
    const { start, end } = shift(span, unit.base);
    return { span: { start: Math.max(first, start), end: Math.max(first, end) }, newText };
  });
}

/** parseSpec puts a space where a byte order mark was. @returns the text with the mark, to be read or written again. */
export function restoreBom(document: SpecDocument, text: string): string {
  return document.hasBom && text.startsWith(" ") ? `\uFEFF${text.slice(1)}` : text;
}
