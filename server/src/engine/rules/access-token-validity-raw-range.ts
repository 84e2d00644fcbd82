import { documentation } from "../catalogue/links.ts";
import { checkRange, rangeAt } from "../lint/checks/check-range.ts";
import { lifetimeFixes } from "../lint/fixes/lifetime-fixes.ts";
import { modelConstraint } from "../lint/refusals.ts";
import type { Rule } from "../lint/rule.ts";

const range = rangeAt("AccessTokenValidity");

export const accessTokenValidityRawRange: Rule = {
  id: "access-token-validity-raw-range",
  summary: "AccessTokenValidity is a number from 1 to 86400, whatever its unit",
  why: "86400 seconds are one day, the longest that an access token may live. The bound holds for the bare number, before its unit is looked at. Some tools write 0 for a value that was never set: leave the member out instead.",
  severity: { recommended: "error", strict: "error" },
  evidence: "documented",
  source: documentation.createUserPoolClient("AccessTokenValidity"),
  refusals: [modelConstraint("AccessTokenValidity", "range")],
  fixable: true,
  *check(spec) {
    const { value } = spec.lifetime("AccessToken");
    const advice =
      "Leave the member out for the default of 1 hour, or give 5 minutes to 1 day in the unit of TokenValidityUnits.AccessToken.";
    yield* checkRange(value, range, advice, () => (part) => lifetimeFixes(part, spec, "AccessToken"));
  },
};
