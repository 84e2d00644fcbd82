import { documentation } from "../catalogue/links.ts";
import { tooMany } from "../lint/checks/too-many.ts";
import { modelConstraint } from "../lint/refusals.ts";
import type { Rule } from "../lint/rule.ts";

export const oauthScopesMax: Rule = {
  id: "oauth-scopes-max",
  summary: "AllowedOAuthScopes has at most 50 items",
  why: "50 scopes per app client is a hard quota of Cognito: support cannot raise it.",
  severity: { recommended: "error", strict: "error" },
  evidence: "documented",
  source: documentation.guide("quotas.html"),
  refusals: [modelConstraint("AllowedOAuthScopes", "length")],
  fixable: true,
  *check(spec) {
    yield* tooMany(spec.scopes, 50, "scopes");
  },
};
