import { unitSeconds } from "../catalogue/entry.ts";
import { documentation } from "../catalogue/links.ts";
import { longToken } from "../lint/checks/long-token.ts";
import type { Rule } from "../lint/rule.ts";

/** Mostly set together with the access token, which opens more: one warning for both is enough. */
export const longIdToken: Rule = {
  id: "long-id-token",
  summary: "ID tokens live an hour, not a day",
  why: "An ID token says who the user is. It cannot be taken back, and what it says grows old: groups, roles and attributes are those of the moment of sign-in. AWS's default is one hour.",
  severity: { recommended: "hint", strict: "info" },
  evidence: "documented",
  source: documentation.guide("amazon-cognito-user-pools-using-the-id-token.html"),
  fixable: true,
  *check(spec) {
    if (spec.application.type === "m2m") return;
    yield* longToken(spec, "IdToken", {
      long: 12 * unitSeconds.hours,
      louder: { recommended: "info", strict: "warning" },
      message: (words) =>
        `ID tokens live ${words}. They cannot be taken back, and what they say of the user grows old. Use about one hour, and let the refresh token keep the session.`,
    });
  },
};
