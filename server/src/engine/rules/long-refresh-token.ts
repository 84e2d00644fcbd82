import { unitSeconds } from "../catalogue/entry.ts";
import { given, inWords, setLifetime } from "../catalogue/lifetimes.ts";
import { documentation } from "../catalogue/links.ts";
import type { Rule } from "../lint/rule.ts";

const DEFAULT = 30 * unitSeconds.days;
const LONG = 365 * unitSeconds.days;
/** What AWS accepts at most: ten years. */
const MAXIMUM = 315_360_000;

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
    const token = given(spec.lifetime("RefreshToken"), DEFAULT + 1, MAXIMUM);
    if (!token || spec.application.type === "m2m") return;
    const words = inWords(token.seconds);
    yield {
      span: token.field.node.span,
      path: token.field.path,
      ...(token.seconds > LONG && { severity: "warning" as const }),
      message: `Users stay signed in for ${words}, and so does whoever steals a refresh token. Use a shorter time; AWS's default is 30 days.`,
      data: { seconds: token.seconds },
      fixes: (part) => setLifetime(part, token, DEFAULT, "30 days"),
    };
  },
};
