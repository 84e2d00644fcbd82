import type { Rule } from "../lint/rule.ts";

/** Which suppressions silence nothing is known only once all other rules have run: lint/check.ts yields these findings. */
export const unusedSuppression: Rule = {
  id: "unused-suppression",
  summary: "A comment that disables a rule silences some finding",
  why: "A suppression that silences nothing hides the next real problem on its line, and tells readers of one that is gone.",
  severity: { recommended: "warning", strict: "warning" },
  evidence: "inferred",
  source: "https://github.com/cognito-app-client/cognito-app-client/blob/main/docs/checks.md#silencing-a-finding",
  fixable: true,
  tag: "unnecessary",
  check: () => [],
};
