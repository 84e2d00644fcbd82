import { rules } from "../lint/registry.ts";
import type { Rule } from "../lint/rule.ts";
import { suppressionsOf } from "../lint/suppressions.ts";

/** A misspelt id silences nothing, and nobody notices. */
export const unknownSuppression: Rule = {
  id: "unknown-suppression",
  summary: "A comment that disables a rule names one that exists",
  why: "A misspelt rule id silences nothing.",
  severity: { recommended: "warning", strict: "warning" },
  evidence: "inferred",
  source: "https://github.com/cognito-app-client/cognito-app-client/blob/main/README.md",
  fixable: false,
  *check(spec) {
    for (const { rules: named } of suppressionsOf(spec.part)) {
      for (const { id, span } of named) {
        if (rules.some((rule) => rule.id === id)) continue;
        yield {
          span,
          path: [],
          message: `There is no rule "${id}", so this comment silences nothing: look the id up in the finding, or with "cognito-client rules".`,
          data: { id },
        };
      }
    }
  },
};
