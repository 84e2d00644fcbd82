import { duration } from "../catalogue/duration.ts";
import { boundsOf } from "../catalogue/lifetime.ts";
import { documentation } from "../catalogue/links.ts";
import { setLifetime } from "../lint/fixes/lifetime-fixes.ts";
import type { Rule } from "../lint/rule.ts";
import { findItem } from "../reading/lists.ts";
import { given } from "../reading/token-bounds.ts";

const COOKIE = 3600;

/** Short tokens are good in general; here they promise more than they keep. */
export const shortTokenHostedUi: Rule = {
  id: "short-token-hosted-ui",
  summary: "Tokens shorter than the login pages' cookie renew silently",
  why: "After a sign-in on Cognito's login pages the browser holds a cookie for one hour. An application that sends the user there again gets new tokens without asking for a password, so a shorter lifetime does not make users sign in sooner.",
  severity: { recommended: "hint", strict: "info" },
  evidence: "documented",
  source: documentation.guide("cognito-user-pools-managed-login.html"),
  fixable: true,
  *check(spec) {
    if (spec.oauthFlag === "no" || !findItem(spec.flows, "code", "implicit")) return;
    for (const name of ["AccessToken", "IdToken"] as const) {
      const token = given(spec.lifetime(name), { ...boundsOf(name), maximum: COOKIE - 1 });
      if (!token) continue;
      yield {
        span: token.field.node.span,
        path: token.field.path,
        message: `The token lives ${duration(token.seconds)}, but the login pages remember the user for an hour and hand out a new one without asking. A shorter lifetime does not end the session sooner.`,
        data: { seconds: token.seconds },
        fixes: (part) => setLifetime(part, token, COOKIE),
      };
    }
  },
};
