import {
  type CheckContext,
  check,
  checkEnvironments,
  type EnvironmentsFinding,
  environmentsFixesAt,
  type SpecDocument,
  type SpecsBeside,
} from "../server/src/engine/index.ts";
import { Positions } from "./positions.ts";
import { jsonPointer, type LintFinding } from "./result.ts";
import { secretLines } from "./secret-lines.ts";

/** The findings of a file with lines, columns and pointers from the file's root. */
export function findingsOf(document: SpecDocument, context: CheckContext): LintFinding[] {
  return placed(document, check(document, context), ({ fixes }) => fixes?.() ?? []);
}

/**
 * The same of an environments file. Its fixes are an editor's to offer: `--fix` leaves it alone.
 * @param only the environment that is judged; without one, all.
 */
export function environmentsFindingsOf(
  document: SpecDocument,
  specs: SpecsBeside,
  context: CheckContext,
  only: string | undefined,
): LintFinding[] {
  const whole = { start: 0, end: document.text.length };
  const found = checkEnvironments(document, specs, context, only);
  const offered = found.length === 0 ? [] : environmentsFixesAt(document, whole, { ...context, specs });
  const mended = new Set(offered.map(({ finding }) => keyOf(finding)));
  return placed(document, found, (finding) => (mended.has(keyOf(finding)) ? [{ safe: false }] : []));
}

const keyOf = ({ rule, path, message }: EnvironmentsFinding) => JSON.stringify([rule.id, path, message]);

/** Findings of a file at their lines and columns. */
export function placed<F extends EnvironmentsFinding>(
  document: SpecDocument,
  found: readonly F[],
  fixesOf: (finding: F) => readonly { readonly safe: boolean }[],
): LintFinding[] {
  let positions: Positions | undefined;
  let secret: ReadonlySet<number> | undefined;
  return found.map((finding) => {
    positions ??= new Positions(document.text, document.hasBom ? 1 : 0);
    secret ??= secretLines(document, positions);
    const start = positions.at(finding.span.start);
    const fixes = fixesOf(finding);
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
