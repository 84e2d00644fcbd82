import { documentation } from "../catalogue/links.ts";
import type { Rule } from "../lint/rule.ts";
import { findItem, itemsOf } from "../reading/lists.ts";

const covered = ["ALLOW_USER_SRP_AUTH", "ALLOW_USER_PASSWORD_AUTH"];

/** Not unnecessary for sure: an application that starts the older flows by name still needs them. */
export const userAuthCoversOthers: Rule = {
  id: "user-auth-covers-others",
  summary: "ALLOW_USER_AUTH covers password and SRP sign-in",
  why: "Choice-based sign-in lets the application use the password and SRP by itself. The older flows are needed only by applications that start them by name. Custom challenges are not covered.",
  severity: { recommended: "hint", strict: "info" },
  evidence: "documented",
  source: documentation.guide("authentication-flows-selection-sdk.html#authentication-flows-selection-choice"),
  fixable: false,
  tag: "unnecessary",
  *check(spec) {
    const choice = findItem(spec.authFlows, "ALLOW_USER_AUTH");
    if (!choice) return;
    for (const item of itemsOf(spec.authFlows)) {
      if (!covered.includes(item.value)) continue;
      yield {
        span: item.node.span,
        path: item.path,
        message: `ALLOW_USER_AUTH already covers ${item.value}. Remove this one, unless some version of the application still starts it by name.`,
        data: { value: item.value },
        related: [{ span: choice.node.span, message: "covers passwords and SRP" }],
      };
    }
  },
};
