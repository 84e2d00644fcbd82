import { documentation } from "../catalogue/links.ts";
import { appendItems } from "../document/edit/edit.ts";
import { suggestions } from "../lint/fixes/fixes.ts";
import type { Rule } from "../lint/rule.ts";
import { findItem, lacks } from "../reading/lists.ts";

/** AWS's console enforces it; that the API refuses it has not been seen. */
export const openidScopeMissing: Rule = {
  id: "openid-scope-missing",
  summary: "email, phone and profile come with openid",
  why: "The scopes email, phone and profile can be requested only together with openid. An app client that may not request openid cannot use them.",
  severity: { recommended: "warning", strict: "warning" },
  evidence: "documented",
  source: documentation.guide("cognito-user-pools-app-idp-settings.html"),
  fixable: true,
  *check(spec) {
    const list = spec.scopes;
    const scope = findItem(list, "email", "phone", "profile");
    if (!scope || list.state !== "known" || !lacks(list, "openid")) return;
    if (!findItem(spec.flows, "code", "implicit") || findItem(spec.flows, "client_credentials")) return;
    yield {
      span: scope.node.span,
      path: scope.path,
      message: `${scope.value} can be requested only together with openid, which AllowedOAuthScopes lacks. Add openid.`,
      data: { scope: scope.value },
      fixes: (part) =>
        suggestions({ title: "Add openid", edits: appendItems(part, list.node, ["openid"], { before: scope.node }) }),
    };
  },
};
