import { check, type FactsByPool, type Settings, type SpecDocument } from "../server/src/engine/index.ts";
import { Positions } from "./positions.ts";
import { jsonPointer, type LintFinding } from "./result.ts";
import { secretLines } from "./secret-lines.ts";

/** The findings of a file with lines, columns and pointers from the file's root. */
export function findingsOf(document: SpecDocument, settings: Settings, facts: FactsByPool | undefined): LintFinding[] {
  let positions: Positions | undefined;
  let secret: ReadonlySet<number> | undefined;
  return check(document, { settings, facts }).map((finding) => {
    positions ??= new Positions(document.text);
    secret ??= secretLines(document, positions);
    const start = positions.at(finding.span.start);
    const fixes = finding.fixes?.() ?? [];
    return {
      rule: finding.rule,
      severity: finding.severity,
      message: finding.message,
      path: jsonPointer(finding.path),
      start,
      end: positions.at(finding.span.end),
      fixable: fixes.length > 0,
      safelyFixable: fixes.some((fix) => fix.safe),
      excerpt: secret.has(start.line) ? undefined : positions.line(start.line),
    };
  });
}
