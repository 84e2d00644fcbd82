import { documentation } from "../catalogue/links.ts";
import { userScopes } from "../catalogue/scopes.ts";
import { suggestions } from "../lint/fixes/fixes.ts";
import { removeListed } from "../lint/fixes/remove-listed.ts";
import type { Rule } from "../lint/rule.ts";
import { findItem, itemsOf } from "../reading/lists.ts";
import { placeholderScope } from "../reading/placeholders.ts";

/** Built-in scopes open a user's data, and a machine's token has no user. */
export const clientCredentialsStandardScope: Rule = {
  id: "client-credentials-standard-scope",
  summary: "client_credentials takes custom scopes only",
  why: "openid, email, phone, profile and aws.cognito.signin.user.admin say what may be done with a user's data. A client_credentials token has no user, so Cognito takes only custom scopes, written `resource-server/scope`, with it.",
  severity: { recommended: "error", strict: "error" },
  evidence: "observed",
  source: documentation.guide("cognito-user-pools-define-resource-servers.html"),
  refusals: [
    {
      exception: "InvalidOAuthFlowException",
      message: "… is not supported with client_credentials flow",
      blames: ["AllowedOAuthScopes"],
    },
  ],
  fixable: true,
  *check(spec) {
    const machine = findItem(spec.flows, "client_credentials");
    if (!machine) return;
    const refused = itemsOf(spec.scopes).filter(({ value }) => isUserScope(value));
    for (const scope of refused) {
      yield {
        span: scope.node.span,
        path: scope.path,
        message: `${scope.value} is about a user, and client_credentials tokens have none: Cognito refuses the combination. Use custom scopes of a resource server, such as ${placeholderScope}.`,
        data: { scope: scope.value },
        related: [{ span: machine.node.span, message: "This grant takes custom scopes only" }],
        fixes: (part) =>
          suggestions(
            removeListed(part, spec, spec.scopes, [scope], placeholderScope),
            refused.length > 1 ? removeListed(part, spec, spec.scopes, refused, placeholderScope) : undefined,
          ),
      };
    }
  },
};

function isUserScope(scope: string): boolean {
  return (userScopes as readonly string[]).includes(scope);
}
