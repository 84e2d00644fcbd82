import { documentation } from "../catalogue/links.ts";
import { nearest, slips } from "../catalogue/nearest.ts";
import { userScopes } from "../catalogue/scopes.ts";
import { isEditable, replaceValue } from "../document/edit/edit.ts";
import type { Part } from "../document/part.ts";
import { formatAt } from "../lint/checks/format.ts";
import { suggestions } from "../lint/fixes/fixes.ts";
import { removeListed } from "../lint/fixes/remove-listed.ts";
import type { Fix, Rule } from "../lint/rule.ts";
import type { Item } from "../reading/fields.ts";
import { findItem, itemsOf } from "../reading/lists.ts";
import type { Spec } from "../reading/spec.ts";

/** A scope of one's own always has a slash, so a word without one is built in, or nothing. */
export const scopeUnknownBuiltin: Rule = {
  id: "scope-unknown-builtin",
  summary: "A scope without a slash is one of the five built-in ones",
  why: "A custom scope is written `resource-server/scope`. Without a slash there are only openid, email, phone, profile and aws.cognito.signin.user.admin, in lower case. Others that are common elsewhere, such as `offline_access` or `groups`, do not exist in Cognito.",
  severity: { recommended: "error", strict: "error" },
  evidence: "observed",
  source: documentation.guide("cognito-user-pools-define-resource-servers.html"),
  refusals: [
    { exception: "ScopeDoesNotExistException", message: "Invalid scope requested: …", blames: ["AllowedOAuthScopes"] },
  ],
  fixable: true,
  *check(spec) {
    for (const item of itemsOf(spec.scopes)) {
      const { value, node, path } = item;
      if (value.includes("/") || isBuiltIn(value) || misfit(value)) continue;
      const similar = similarTo(value);
      const advice = similar
        ? `Did you mean ${similar}?`
        : value.toLowerCase() === "offline_access"
          ? "Cognito issues refresh tokens without it: remove it."
          : "Use a built-in one, or write a custom scope as resource-server/scope.";
      yield {
        span: node.span,
        path,
        message: `Cognito has no built-in scope ${value}, and a custom scope has the form resource-server/scope. ${advice}`,
        data: { scope: value, ...(similar && { similar }) },
        fixes: (part): Fix[] =>
          suggestions(
            similar === undefined ? undefined : correction(part, spec, item, similar),
            removeListed(
              part,
              spec,
              spec.scopes,
              [item],
              findItem(spec.flows, "client_credentials") ? placeholderFor(value) : "openid",
            ),
          ),
      };
    }
  },
};

function isBuiltIn(scope: string): boolean {
  return (userScopes as readonly string[]).includes(scope);
}

const misfit = formatAt("AllowedOAuthScopes");

/** Names that other texts use for the built-in scopes. */
const otherNames: Readonly<Record<string, string>> = {
  cognito: "aws.cognito.signin.user.admin",
  admin: "aws.cognito.signin.user.admin",
  phone_number: "phone",
};

function similarTo(scope: string): string | undefined {
  const word = scope.toLowerCase();
  const otherwise = Object.hasOwn(otherNames, word) ? otherNames[word] : undefined;
  return otherwise ?? nearest(word, userScopes, slips(word));
}

/** A built-in scope is no way out for a machine, and no scope need stand there twice. */
function correction(part: Part, spec: Spec, item: Item, similar: string): Omit<Fix, "safe"> | undefined {
  if (findItem(spec.flows, "client_credentials") || findItem(spec.scopes, similar) || !isEditable(item.node))
    return undefined;
  return { title: `Use ${similar}`, edits: replaceValue(part, item.node, similar) };
}

function placeholderFor(scope: string): string {
  return `my-api/${scope}`;
}
