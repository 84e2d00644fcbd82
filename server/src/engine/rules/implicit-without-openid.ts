import { documentation } from "../catalogue/links.ts";
import { appendItems } from "../document/edit/edit.ts";
import { suggestions } from "../lint/fixes/fixes.ts";
import type { Rule } from "../lint/rule.ts";
import { findItem, lacks } from "../reading/lists.ts";

/** Where email, phone or profile stands there, openid-scope-missing tells more. */
export const implicitWithoutOpenid: Rule = {
  id: "implicit-without-openid",
  summary: "Without openid the implicit grant gives no ID token",
  why: "An ID token is issued only when the scope openid is requested. An application that may not request it learns nothing about the user from the implicit grant.",
  severity: { recommended: "hint", strict: "info" },
  evidence: "documented",
  source: documentation.guide("cognito-user-pools-define-resource-servers.html"),
  fixable: true,
  *check(spec) {
    const list = spec.scopes;
    const item = findItem(spec.flows, "implicit");
    if (!item || list.state !== "known" || list.node.items.length === 0) return;
    if (!lacks(list, "openid", "email", "phone", "profile") || findItem(spec.flows, "client_credentials")) return;
    yield {
      span: item.node.span,
      path: item.path,
      message:
        "AllowedOAuthScopes lacks openid, so the implicit grant gives an access token but no ID token. Add openid if the application wants to know who the user is.",
      fixes: (part) => suggestions({ title: "Add openid", edits: appendItems(part, list.node, ["openid"]) }),
    };
  },
};
