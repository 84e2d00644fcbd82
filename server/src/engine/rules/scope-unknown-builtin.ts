import { formatAt } from "../catalogue/format.ts";
import { documentation } from "../catalogue/links.ts";
import { nearest, slips } from "../catalogue/nearest.ts";
import { userScopes } from "../catalogue/scopes.ts";
import { isEditable, replaceValue } from "../document/edit/edit.ts";
import type { Part } from "../document/part.ts";
import { suggestions } from "../lint/fixes/fixes.ts";
import { removeListed } from "../lint/fixes/remove-listed.ts";
import { splitFix } from "../lint/fixes/split-item.ts";
import type { Fix, Report, Rule } from "../lint/rule.ts";
import { shown } from "../lint/shown.ts";
import type { Item } from "../reading/fields.ts";
import { findItem, itemsOf } from "../reading/lists.ts";
import type { Spec } from "../reading/spec.ts";

/** A scope of one's own always has a slash, so a word without one is built in, or nothing. */
export const scopeUnknownBuiltin: Rule = {
  id: "scope-unknown-builtin",
  summary: "A scope is one of the five built-in ones, or names a resource server and a scope of it",
  why: "A custom scope is written `resource-server/scope`. Without a slash there are only openid, email, phone, profile and aws.cognito.signin.user.admin, in lower case. Others that are common elsewhere, such as `offline_access` or `groups`, do not exist in Cognito. Neither half of a custom scope can be empty.",
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
      if (isBuiltIn(value) || misfit(value)) continue;
      const half = emptyHalf(value);
      if (half !== undefined) {
        yield halfScope(spec, item, half);
        continue;
      }
      const several = value.split(",").filter((piece) => piece.trim() !== "");
      if (several.length > 1 && several.every((piece) => isBuiltIn(piece) || piece.includes("/"))) {
        yield severalScopes(spec, item, several);
        continue;
      }
      if (value.includes("/")) continue;
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
        ...unsure(spec),
        fixes: (part): Fix[] =>
          suggestions(
            similar === undefined ? undefined : correction(part, spec, item, similar),
            removeListed(part, spec, spec.scopes, [item], substituteFor(spec, value)),
          ),
      };
    }
  },
};

/** Each refusal that was seen was of an app client with the flag; in 2018 an update without it went through. */
function unsure(spec: Spec): Pick<Report, "severity"> {
  return spec.oauthFlag === "yes" ? {} : { severity: "warning" };
}

/** AWS lets neither a resource server's identifier nor a scope's name be empty. */
function emptyHalf(scope: string): "server" | "name" | undefined {
  if (scope.endsWith("/")) return "name";
  // An identifier may begin with a slash itself: `/api/read` is whole.
  return scope.lastIndexOf("/") === 0 ? "server" : undefined;
}

function halfScope(spec: Spec, item: Item, half: "server" | "name"): Report {
  const { value, node, path } = item;
  const what = half === "name" ? "has no name behind its last slash" : "has no resource server in front of its slash";
  return {
    span: node.span,
    path,
    message: `${shown(value)} ${what}, and no resource server can have such a scope. Write the whole of it, as in my-api/read.`,
    data: { scope: value },
    fixes: (part) => suggestions(removeListed(part, spec, spec.scopes, [item], substituteFor(spec, "read"))),
  };
}

function severalScopes(spec: Spec, { value, node, path }: Item, pieces: readonly string[]): Report {
  return {
    span: node.span,
    path,
    message: `${shown(value)} holds ${pieces.length} scopes, and Cognito looks it up as one. Make each an item of its own.`,
    data: { scope: value },
    ...unsure(spec),
    fixes: (part) =>
      spec.scopes.state === "known" ? splitFix(part, spec.scopes.node, node, pieces, misfit, false) : [],
  };
}

function substituteFor(spec: Spec, scope: string): string {
  return findItem(spec.flows, "client_credentials") ? placeholderFor(scope) : "openid";
}

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
