import { documentation } from "../catalogue/links.ts";
import { switchSynonyms } from "../catalogue/switch-synonyms.ts";
import { checkValue, valuesAt } from "../lint/checks/check-values.ts";
import { modelConstraint } from "../lint/refusals.ts";
import type { Rule } from "../lint/rule.ts";

const values = valuesAt("PreventUserExistenceErrors");
const synonyms = switchSynonyms("ENABLED", "LEGACY");

export const preventUserExistenceErrorsEnum: Rule = {
  id: "prevent-user-existence-errors-enum",
  summary: "PreventUserExistenceErrors is ENABLED or LEGACY",
  why: "It looks like a switch but is none: off is spelt `LEGACY`, and `true` or `DISABLED` are refused.",
  severity: { recommended: "error", strict: "error" },
  evidence: "documented",
  source: documentation.createUserPoolClient("PreventUserExistenceErrors"),
  refusals: [modelConstraint("PreventUserExistenceErrors", "values")],
  fixable: true,
  *check(spec) {
    const name = "PreventUserExistenceErrors";
    yield* checkValue(spec.string(name), name, values, synonyms);
  },
};
