import { counted, duration } from "../catalogue/duration.ts";
import { nearestCount } from "../catalogue/lifetime.ts";
import { documentation } from "../catalogue/links.ts";
import { suggestions } from "../lint/fixes/fixes.ts";
import { setCount } from "../lint/fixes/lifetime-fixes.ts";
import type { Fix, Rule } from "../lint/rule.ts";
import { boundsBeside, mayKeepOldUnit, standing } from "../reading/token-bounds.ts";

/** What is renewed cannot outlive what renews it. */
export const tokenValidityExceedsRefresh: Rule = {
  id: "token-validity-exceeds-refresh",
  summary: "Access and ID tokens do not outlive the refresh token",
  why: "The refresh token is there to get new access and ID tokens, so Cognito refuses lifetimes that outlast it. The same lifetime is allowed.",
  severity: { recommended: "error", strict: "error" },
  evidence: "observed",
  source: documentation.createUserPoolClient("RefreshTokenValidity"),
  refusals: [
    {
      exception: "InvalidParameterException",
      message: "Access and Id Token expiration times must be less than or equal to refresh token expiration times.",
      blames: ["AccessTokenValidity", "IdTokenValidity"],
    },
  ],
  fixable: true,
  *check(spec) {
    const refresh = spec.lifetime("RefreshToken");
    // While a lifetime is out of its own range, AWS speaks of that, and so does token-validity-range.
    if (standing(refresh) !== "within" || refresh.value.state !== "known" || refresh.seconds === undefined) return;
    const { unit, value: refreshValue, seconds: limit } = refresh;
    for (const token of ["AccessToken", "IdToken"] as const) {
      const lifetime = spec.lifetime(token);
      const { value, seconds } = lifetime;
      if (standing(lifetime) !== "within" || value.state !== "known" || seconds === undefined) continue;
      if (seconds <= limit) continue;
      yield {
        span: value.node.span,
        path: value.path,
        message: `${token}Validity is ${duration(seconds)}, longer than the refresh token's ${duration(limit)}, which Cognito refuses. Shorten it, or raise RefreshTokenValidity.`,
        data: { seconds, refreshSeconds: limit },
        ...((mayKeepOldUnit(spec, lifetime) || mayKeepOldUnit(spec, refresh)) && { severity: "warning" as const }),
        related: [{ span: refreshValue.node.span, message: `The refresh token lives ${duration(limit)}` }],
        fixes: (part): Fix[] => {
          const lower = lifetime.unit && nearestCount(limit, lifetime.unit, boundsBeside(spec, token));
          const raised = unit && nearestCount(limit, unit, boundsBeside(spec, "RefreshToken"));
          return suggestions(
            lifetime.unit && lower !== undefined
              ? {
                  title: `Shorten ${token}Validity to ${counted(lower, lifetime.unit)}`,
                  edits: setCount(part, lifetime, lower),
                }
              : undefined,
            unit && raised !== undefined
              ? {
                  title: `Raise RefreshTokenValidity to ${counted(raised, unit)}`,
                  edits: setCount(part, refresh, raised),
                }
              : undefined,
          );
        },
      };
    }
  },
};
