import { documentation } from "../catalogue/links.ts";
import { removeItems } from "../document/edit/edit.ts";
import { suggestions } from "../lint/fixes/fixes.ts";
import type { Rule } from "../lint/rule.ts";
import { findItem } from "../reading/lists.ts";

const SCOPE = "aws.cognito.signin.user.admin";

/** Needed by applications that let users edit their own profile; in many it came from a sample. */
export const userAdminScope: Rule = {
  id: "user-admin-scope",
  summary: `${SCOPE} lets tokens change the user's account`,
  why: "Whoever holds an access token with this scope may change the user's attributes, password, devices and second factor, or delete the account. An application that does not do that is safer without it.",
  severity: { recommended: "hint", strict: "info" },
  evidence: "documented",
  source: documentation.guide("cognito-user-pools-define-resource-servers.html"),
  fixable: true,
  *check(spec) {
    const list = spec.scopes;
    const item = findItem(list, SCOPE);
    if (!item || list.state !== "known" || findItem(spec.flows, "client_credentials")) return;
    yield {
      span: item.node.span,
      path: item.path,
      message: `With ${SCOPE} an access token may change the user's attributes, password and second factor, or delete the account. Keep it only if the application does that.`,
      fixes: (part) =>
        suggestions(
          // An empty list of scopes would be refused.
          list.node.items.length > 1
            ? { title: "Remove this scope", edits: removeItems(part, list.node, [item.node]) }
            : undefined,
        ),
    };
  },
};
