import { documentation } from "../catalogue/links.ts";
import { suggestions } from "../lint/fixes/fixes.ts";
import { withoutAuthFlow } from "../lint/fixes/without-auth-flow.ts";
import type { Rule } from "../lint/rule.ts";
import { listed } from "../lint/shown.ts";
import { itemsOf } from "../reading/lists.ts";

const needed = ["DefineAuthChallenge", "CreateAuthChallenge", "VerifyAuthChallengeResponse"];

/** The challenges of custom authentication are the pool's Lambda functions. */
export const customAuthWithoutTriggers: Rule = {
  id: "custom-auth-without-triggers",
  summary: "Custom authentication needs three Lambda triggers on the pool",
  why: "With ALLOW_CUSTOM_AUTH three Lambda functions define, create and verify the challenges. Cognito creates the app client without them, and the first sign-in fails.",
  severity: { recommended: "info", strict: "info" },
  evidence: "inferred",
  source: documentation.guide("user-pool-lambda-challenge.html"),
  fixable: true,
  poolAware: true,
  *check(spec) {
    const facts = spec.pool;
    const missing = facts?.triggers && needed.filter((trigger) => !facts.triggers?.includes(trigger));
    if (!missing || missing.length === 0) return;
    for (const item of itemsOf(spec.authFlows)) {
      if (item.value !== "ALLOW_CUSTOM_AUTH" && item.value !== "CUSTOM_AUTH_FLOW_ONLY") continue;
      yield {
        span: item.node.span,
        path: item.path,
        message: `${item.value} works through Lambda triggers, and the pool has no ${listed(missing, "and no")}. Sign-in will fail until they are there; remove the flow if nothing uses it.`,
        data: { missing: missing.join(",") },
        fixes: (part) => suggestions(withoutAuthFlow(part, spec, [item])),
      };
    }
  },
};
