import { documentation } from "../catalogue/links.ts";
import { switchSynonyms } from "../catalogue/switch-synonyms.ts";
import { checkValue, valuesAt } from "../lint/checks/check-values.ts";
import { modelConstraint } from "../lint/refusals.ts";
import type { Rule } from "../lint/rule.ts";

const values = valuesAt("RefreshTokenRotation", "Feature");
const synonyms = { ...switchSynonyms("ENABLED", "DISABLED"), rotating: "ENABLED", nonrotating: "DISABLED" };

export const rotationFeatureEnum: Rule = {
  id: "rotation-feature-enum",
  summary: "RefreshTokenRotation.Feature is ENABLED or DISABLED",
  why: "Cognito wants one of the two words in capitals, not a boolean.",
  severity: { recommended: "error", strict: "error" },
  evidence: "documented",
  source: documentation.api("API_RefreshTokenRotationType.html"),
  refusals: [modelConstraint("RefreshTokenRotation.Feature", "values")],
  fixable: true,
  *check(spec) {
    const field = spec.nested("RefreshTokenRotation").string("Feature");
    yield* checkValue(field, "RefreshTokenRotation.Feature", values, synonyms);
  },
};
