import { describe, expect, test } from "vitest";
import { findingsIn, templateCorpus, told } from "../support/template-corpus.ts";

/** Rules that only templates have, and that are quieter than a warning. */
const quiet = ["default-refused", "provider-unused", "secret-in-environment"];

describe("templates", () => {
  test.each(templateCorpus())("$path", ({ path, text, dialect, expected }) => {
    const findings = findingsIn(text, dialect, path);
    const counted = findings.filter(
      ({ severity, rule }) => severity === "error" || severity === "warning" || quiet.includes(rule.id),
    );
    expect([...new Set(counted.map(told))].sort()).toEqual([...expected].sort());
  });

  test("at least 120 files", () => {
    expect(templateCorpus().length).toBeGreaterThanOrEqual(120);
  });
});
