import { documentation } from "../catalogue/links.ts";
import { minimums } from "../clients/template/overlay.ts";
import { checkRange, rangeAt } from "../lint/checks/check-range.ts";
import { lifetimeFixes } from "../lint/fixes/lifetime-fixes.ts";
import { modelConstraint } from "../lint/refusals.ts";
import type { Rule } from "../lint/rule.ts";

const range = rangeAt("RefreshTokenValidity");

export const refreshTokenValidityRawRange: Rule = {
  id: "refresh-token-validity-raw-range",
  summary: "RefreshTokenValidity is a number from 0 to 315360000, whatever its unit",
  why: "315360000 seconds are ten years. The bound holds for the bare number, before its unit is looked at. 0 is accepted and means the default of 30 days.",
  severity: { recommended: "error", strict: "error" },
  evidence: "documented",
  source: documentation.createUserPoolClient("RefreshTokenValidity"),
  refusals: [modelConstraint("RefreshTokenValidity", "range")],
  fixable: true,
  *check(spec) {
    const { value } = spec.lifetime("RefreshToken");
    const advice = "Give a lifetime of 60 minutes to 10 years in the unit of TokenValidityUnits.RefreshToken.";
    // The resource takes less than the request, where 0 means the default.
    const minimum = spec.target === "resource" ? (minimums.RefreshTokenValidity ?? range.minimum) : range.minimum;
    yield* checkRange(value, { ...range, minimum }, advice, () => (part) => lifetimeFixes(part, spec, "RefreshToken"));
  },
};
