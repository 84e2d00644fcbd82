import type { Settings } from "../server/src/engine/config/settings.ts";
import type { SpecDocument } from "../server/src/engine/document/part.ts";
import { checkUnits, type FactsByPool, shift } from "../server/src/engine/lint/check.ts";
import { Positions } from "./positions.ts";
import { jsonPointer, type LintFinding } from "./result.ts";
import { secretLines } from "./secret-lines.ts";

/** The findings of a file with lines, columns and pointers from the file's root. */
export function findingsOf(document: SpecDocument, settings: Settings, facts: FactsByPool | undefined): LintFinding[] {
  let positions: Positions | undefined;
  let secret: ReadonlySet<number> | undefined;
  return Array.from(checkUnits(document, settings, facts), ({ unit, index, finding }) => {
    positions ??= new Positions(document.text);
    secret ??= secretLines(document, positions);
    const span = shift(finding.span, unit.base);
    const start = positions.at(span.start);
    const fixes = finding.fixes?.(unit.part) ?? [];
    return {
      rule: finding.rule,
      severity: finding.severity,
      message: finding.message,
      path: jsonPointer(document.container === "single" ? finding.path : [index, ...finding.path]),
      start,
      end: positions.at(span.end),
      fixable: fixes.length > 0,
      safelyFixable: fixes.some((fix) => fix.safe),
      excerpt: secret.has(start.line) ? undefined : positions.line(start.line),
    };
  });
}
