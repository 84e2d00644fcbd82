import { unitWords } from "../catalogue/duration.ts";
import { tokens } from "../catalogue/lifetime.ts";
import { documentation } from "../catalogue/links.ts";
import { checkValue, valuesAt } from "../lint/checks/check-values.ts";
import { modelConstraint } from "../lint/refusals.ts";
import type { Rule } from "../lint/rule.ts";

const values = valuesAt("TokenValidityUnits", "AccessToken");

export const tokenUnitEnum: Rule = {
  id: "token-unit-enum",
  summary: "A unit in TokenValidityUnits is seconds, minutes, hours or days",
  why: "Cognito knows these four words only, in lower case and in the plural.",
  severity: { recommended: "error", strict: "error" },
  evidence: "documented",
  source: documentation.api("API_TokenValidityUnitsType.html"),
  refusals: tokens.map((token) => modelConstraint(`TokenValidityUnits.${token}`, "values")),
  fixable: true,
  *check(spec) {
    for (const token of tokens)
      yield* checkValue(spec.lifetime(token).unitField, `The unit ${token}`, values, unitWords);
  },
};
