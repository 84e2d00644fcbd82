import { unitSeconds } from "../catalogue/entry.ts";
import { documentation } from "../catalogue/links.ts";
import { longToken } from "../lint/checks/long-token.ts";
import type { Rule } from "../lint/rule.ts";

/** AWS's own default is the measure. */
export const longAccessToken: Rule = {
  id: "long-access-token",
  summary: "Access tokens live an hour, not a day",
  why: "An API that checks access tokens by their signature cannot see that one was revoked: a stolen token works until it expires. AWS's default is one hour; a refresh token keeps the session going.",
  severity: { recommended: "hint", strict: "info" },
  evidence: "documented",
  source: documentation.guide("amazon-cognito-user-pools-using-the-access-token.html"),
  fixable: true,
  *check(spec) {
    yield* longToken(spec, "AccessToken", {
      long: 12 * unitSeconds.hours,
      louder: "warning",
      message: (words) =>
        `Access tokens live ${words}. APIs that check them offline cannot see a revocation, so a stolen one works all that time. Use about one hour, and let the refresh token keep the session.`,
    });
  },
};
