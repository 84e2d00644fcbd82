/** Counting the results of all levels. */
import { existsSync, readFileSync } from "node:fs";

export interface Tally {
  passed: number;
  failed: number;
  skipped: number;
}

/** Adds `more` to `total`. */
export function add(total: Tally, more: Tally): void {
  total.passed += more.passed;
  total.failed += more.failed;
  total.skipped += more.skipped;
}

/** `3 passed, 0 failed`, and `, 1 skipped` where that is so. */
export function summary({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}

/** The part of Vitest's JSON report that is counted; the extension-host suite writes the same. */
interface Report {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests?: number;
  testResults: { status: string; assertionResults: { status: string }[] }[];
}

/**
 * Counts a report. What failed without a failed test counts as one failure: a file that could not be loaded, a run
 * that ended badly (`code` is its exit code) and a run without any test or without a report.
 */
export function count(report: Report | undefined, code: number): Tally {
  if (!report) return { passed: 0, failed: 1, skipped: 0 };
  const broken = report.testResults.filter(
    ({ status, assertionResults }) => status === "failed" && !assertionResults.some((one) => one.status === "failed"),
  );
  const passed = report.numPassedTests;
  const failed = report.numFailedTests + broken.length;
  const skipped = report.numPendingTests + (report.numTodoTests ?? 0);
  const silent = failed === 0 && (code !== 0 || passed + skipped === 0);
  return { passed, failed: silent ? 1 : failed, skipped };
}

/** Reads and counts the report in `file`. */
export function readResults(file: string, code: number): Tally {
  return count(existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Report) : undefined, code);
}
