import { given, inWords, setLifetime } from "../catalogue/lifetimes.ts";
import { documentation } from "../catalogue/links.ts";
import type { Rule } from "../lint/rule.ts";

const DEFAULT = 3600;
const LONG = 12 * 3600;

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
    const token = given(spec.lifetime("IdToken"), DEFAULT + 1, 86_400);
    if (!token || spec.application.type === "m2m") return;
    // Longer than the refresh token's is an error of its own.
    if (token.seconds > (spec.lifetime("RefreshToken").seconds ?? token.seconds)) return;
    const words = inWords(token.seconds);
    yield {
      span: token.field.node.span,
      path: token.field.path,
      ...(token.seconds > LONG && { severity: { recommended: "info", strict: "warning" } as const }),
      message: `ID tokens live ${words}. They cannot be taken back, and what they say of the user grows old. Use about one hour, and let the refresh token keep the session.`,
      data: { seconds: token.seconds },
      fixes: (part) => setLifetime(part, token, DEFAULT, "1 hour"),
    };
  },
};
