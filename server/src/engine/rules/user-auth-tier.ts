import { documentation } from "../catalogue/links.ts";
import { isEditable, removeItems, replaceValue } from "../document/edit/edit.ts";
import { suggestions } from "../lint/fixes/fixes.ts";
import type { Fix, Rule } from "../lint/rule.ts";
import { findItem } from "../reading/lists.ts";

/** Choice-based sign-in is not part of the smallest plan. */
export const userAuthTier: Rule = {
  id: "user-auth-tier",
  summary: "ALLOW_USER_AUTH needs a pool on the Essentials or Plus plan",
  why: "Choice-based sign-in, with passkeys and one-time codes, came with the Essentials feature plan. A pool on the Lite plan does not have it.",
  severity: { recommended: "error", strict: "error" },
  evidence: "documented",
  source: documentation.guide("cognito-sign-in-feature-plans.html"),
  fixable: true,
  poolAware: true,
  *check(spec) {
    const facts = spec.pool;
    const item = findItem(spec.authFlows, "ALLOW_USER_AUTH");
    if (!item || facts?.tier !== "LITE") return;
    yield {
      span: item.node.span,
      path: item.path,
      message:
        "ALLOW_USER_AUTH needs the Essentials or Plus feature plan, and this pool is on Lite. Raise the pool's plan, or use ALLOW_USER_SRP_AUTH.",
      data: { tier: "LITE" },
      fixes: (part): Fix[] => {
        const { authFlows } = spec;
        if (authFlows.state !== "known") return [];
        return findItem(authFlows, "ALLOW_USER_SRP_AUTH")
          ? suggestions({ title: "Remove ALLOW_USER_AUTH", edits: removeItems(part, authFlows.node, [item.node]) })
          : suggestions(
              isEditable(item.node)
                ? { title: "Use ALLOW_USER_SRP_AUTH", edits: replaceValue(part, item.node, "ALLOW_USER_SRP_AUTH") }
                : undefined,
            );
      },
    };
  },
};
