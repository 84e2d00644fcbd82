import { given, inWords, setLifetime } from "../catalogue/lifetimes.ts";
import { documentation } from "../catalogue/links.ts";
import type { Rule } from "../lint/rule.ts";

const DEFAULT = 3600;
const LONG = 12 * 3600;

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
    const token = given(spec.lifetime("AccessToken"), DEFAULT + 1, 86_400);
    if (!token) return;
    // Longer than the refresh token's is an error of its own.
    if (token.seconds > (spec.lifetime("RefreshToken").seconds ?? token.seconds)) return;
    const words = inWords(token.seconds);
    yield {
      span: token.field.node.span,
      path: token.field.path,
      ...(token.seconds > LONG && { severity: "warning" as const }),
      message: `Access tokens live ${words}. APIs that check them offline cannot see a revocation, so a stolen one works all that time. Use about one hour, and let the refresh token keep the session.`,
      data: { seconds: token.seconds },
      fixes: (part) => setLifetime(part, token, DEFAULT, "1 hour"),
    };
  },
};
