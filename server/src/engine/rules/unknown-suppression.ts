import type { Rule } from "../lint/rule.ts";

/** A misspelt id silences nothing, and nobody notices. Which ids there are is the registry's business: lint/check.ts yields these findings. */
export const unknownSuppression: Rule = {
  id: "unknown-suppression",
  summary: "A comment that disables a rule names one that exists",
  why: "A misspelt rule id silences nothing.",
  severity: { recommended: "warning", strict: "warning" },
  evidence: "inferred",
  source: "https://github.com/cognito-app-client/cognito-app-client/blob/main/docs/checks.md#silencing-a-finding",
  fixable: false,
  check: () => [],
};
