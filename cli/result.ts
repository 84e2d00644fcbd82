import type { RuleMeta, Severity } from "../server/src/engine/index.ts";
import type { Position } from "./positions.ts";

export interface LintFinding {
  readonly rule: RuleMeta;
  readonly severity: Severity;
  readonly message: string;
  /** JSON pointer. */
  readonly path: string;
  readonly start: Position;
  readonly end: Position;
  /** Whether it has a fix, safe or not. */
  readonly fixable: boolean;
  /** Whether `--fix` would apply one. */
  readonly safelyFixable: boolean;
  /** The line on which it starts; absent where that may hold a client secret. */
  readonly excerpt: string | undefined;
}

export interface FileResult {
  /** As given, or relative to the current folder, with forward slashes. */
  readonly path: string;
  readonly findings: readonly LintFinding[];
  /** Why the file could not be checked. */
  readonly problem?: string;
  /** Why the file was passed over; it is then in no format's output. */
  readonly skipped?: string;
  /** Names of what holds app clients and was not judged, though the rest of the file was. */
  readonly unjudged?: readonly string[];
  /** Whether `--fix` wrote it. */
  readonly fixed?: boolean;
}

export type Summary = { readonly files: number } & Readonly<Record<Severity, number>>;

/** Counts findings over all files. */
export function summarise(files: readonly FileResult[]): Summary {
  const summary = { files: files.length, error: 0, warning: 0, info: 0, hint: 0 };
  for (const { findings } of files) for (const { severity } of findings) summary[severity]++;
  return summary;
}

const rank: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2, hint: 3 };

/** The result with those findings that are at least so severe. */
export function atLeast(severity: Severity, result: FileResult): FileResult {
  return { ...result, findings: result.findings.filter((finding) => rank[finding.severity] <= rank[severity]) };
}

/** RFC 6901. */
export function jsonPointer(path: readonly (string | number)[]): string {
  return path.map((step) => `/${String(step).replace(/~/g, "~0").replace(/\//g, "~1")}`).join("");
}
