import { documentation } from "../catalogue/links.ts";
import { checkRange, rangeAt } from "../lint/checks/check-range.ts";
import { use } from "../lint/fixes/fix.ts";
import { modelConstraint } from "../lint/refusals.ts";
import type { Rule } from "../lint/rule.ts";

const range = rangeAt("RefreshTokenRotation", "RetryGracePeriodSeconds");

export const rotationGraceRange: Rule = {
  id: "rotation-grace-range",
  summary: "RetryGracePeriodSeconds is 0 to 60 seconds",
  why: "The replaced refresh token may go on working for a minute at most, long enough to repeat a request whose answer was lost.",
  severity: { recommended: "error", strict: "error" },
  evidence: "documented",
  source: documentation.api("API_RefreshTokenRotationType.html"),
  refusals: [modelConstraint("RefreshTokenRotation.RetryGracePeriodSeconds", "range")],
  fixable: true,
  *check(spec) {
    const field = spec.nested("RefreshTokenRotation").integer("RetryGracePeriodSeconds");
    yield* checkRange(
      field,
      range,
      "The unit is always seconds.",
      (value, node) => (part) => use(part, node, value < range.minimum ? range.minimum : range.maximum),
    );
  },
};
