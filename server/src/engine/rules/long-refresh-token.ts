import { unitSeconds } from "../catalogue/entry.ts";
import { documentation } from "../catalogue/links.ts";
import { longToken } from "../lint/checks/long-token.ts";
import type { Rule } from "../lint/rule.ts";

/** Months are common in mobile applications; years are worth a warning. */
export const longRefreshToken: Rule = {
  id: "long-refresh-token",
  summary: "Sessions end after weeks, not years",
  why: "A refresh token is the key to the session: whoever has it gets new tokens until it expires. AWS's default is 30 days.",
  severity: { recommended: "hint", strict: "info" },
  evidence: "documented",
  source: documentation.rfc(9700, "4.14"),
  fixable: true,
  *check(spec) {
    if (spec.application.type === "m2m") return;
    yield* longToken(spec, "RefreshToken", {
      long: 365 * unitSeconds.days,
      louder: "warning",
      message: (words) =>
        `Users stay signed in for ${words}, and so does whoever steals a refresh token. Use a shorter time; AWS's default is 30 days.`,
    });
  },
};
