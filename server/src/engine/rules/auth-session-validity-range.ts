import { documentation } from "../catalogue/links.ts";
import { checkRange, rangeAt } from "../lint/checks/check-range.ts";
import { use } from "../lint/fixes/fix.ts";
import { modelConstraint } from "../lint/refusals.ts";
import type { Rule } from "../lint/rule.ts";

const range = rangeAt("AuthSessionValidity");

export const authSessionValidityRange: Rule = {
  id: "auth-session-validity-range",
  summary: "AuthSessionValidity is 3 to 15 minutes",
  why: "It is the time that a user has for one step of a sign-in. It always counts minutes: TokenValidityUnits has no say here.",
  severity: { recommended: "error", strict: "error" },
  evidence: "documented",
  source: documentation.createUserPoolClient("AuthSessionValidity"),
  refusals: [modelConstraint("AuthSessionValidity", "range")],
  fixable: true,
  *check(spec) {
    yield* checkRange(
      spec.integer("AuthSessionValidity"),
      range,
      "The unit is always minutes.",
      (value, node) => (part) => {
        const fromSeconds = value / 60;
        const isSeconds = Number.isInteger(fromSeconds) && fromSeconds >= range.minimum && fromSeconds <= range.maximum;
        const nearest = value < range.minimum ? range.minimum : range.maximum;
        return [
          ...(isSeconds
            ? use(part, node, fromSeconds, { title: `Use ${fromSeconds} (${value} seconds in minutes)` })
            : []),
          ...(fromSeconds === nearest ? [] : use(part, node, nearest)),
        ];
      },
    );
  },
};
