import { expect, test } from "vitest";
import { count, summary } from "./tally.ts";

const report = (numPassedTests: number, numFailedTests: number, numPendingTests = 0) => ({
  numPassedTests,
  numFailedTests,
  numPendingTests,
  testResults: [],
});

test("Passed, failed and skipped tests are counted", () => {
  expect(count(report(3, 1, 2), 1)).toEqual({ passed: 3, failed: 1, skipped: 2 });
});

test("A run that ended badly without a failed test is a failure", () => {
  expect(count(report(3, 0), 1).failed).toBe(1);
  expect(count(report(3, 0), 0).failed).toBe(0);
});

test("A run without a test or a report is a failure", () => {
  expect(count(report(0, 0), 0).failed).toBe(1);
  expect(count(undefined, 0).failed).toBe(1);
});

test("A file that could not be loaded is a failure beside those of the other files", () => {
  const loaded = { status: "failed", assertionResults: [{ status: "failed" }] };
  const broken = { status: "failed", assertionResults: [] };
  expect(count({ ...report(1, 1), testResults: [loaded, broken] }, 1).failed).toBe(2);
});

test("The last line of a run", () => {
  expect(summary({ passed: 3, failed: 0, skipped: 0 })).toBe("3 passed, 0 failed");
  expect(summary({ passed: 3, failed: 1, skipped: 2 })).toBe("3 passed, 1 failed, 2 skipped");
});
