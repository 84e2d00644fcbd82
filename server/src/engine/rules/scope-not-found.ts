import { formatAt } from "../catalogue/format.ts";
import { documentation } from "../catalogue/links.ts";
import { nearest, slips } from "../catalogue/nearest.ts";
import type { PoolFacts, ResourceServer } from "../clients/pool-facts.ts";
import { scopeParts } from "../clients/template/expression.ts";
import { isEditable, replaceValue } from "../document/edit/edit.ts";
import { suggestions } from "../lint/fixes/fixes.ts";
import { removeListed } from "../lint/fixes/remove-listed.ts";
import { spanWithTag } from "../lint/fixes/template-edits.ts";
import type { Fix, Report, Rule } from "../lint/rule.ts";
import { findItem, itemsOf } from "../reading/lists.ts";
import type { Spec } from "../reading/spec.ts";

/** A custom scope belongs to a resource server of the same pool, which has to be there first. */
export const scopeNotFound: Rule = {
  id: "scope-not-found",
  summary: "A custom scope exists on a resource server of the pool",
  why: "A custom scope is written `resource-server/scope` and must have been created on this very pool before the app client that uses it.",
  severity: { recommended: "error", strict: "error" },
  evidence: "observed",
  source: documentation.guide("cognito-user-pools-define-resource-servers.html"),
  refusals: [
    { exception: "ScopeDoesNotExistException", message: "Invalid scope requested: …", blames: ["AllowedOAuthScopes"] },
  ],
  fixable: true,
  poolAware: true,
  *check(spec) {
    const facts = spec.pool;
    const servers = facts?.resourceServers;
    if (!servers) return;
    const known = scopesOf(servers.filter(({ isSymbolic }) => !isSymbolic));
    yield* symbolic(spec, servers);
    for (const item of itemsOf(spec.scopes)) {
      const { value, node, path } = item;
      if (!value.includes("/") || known.includes(value) || isCognitos(value) || misfit(value)) continue;
      const slash = value.lastIndexOf("/");
      // scope-unknown-builtin speaks of an empty half.
      if (slash === 0 || slash === value.length - 1) continue;
      const server = servers.find(({ identifier }) => identifier === value.slice(0, slash));
      // What a template leaves to the deploy may turn out to be this one.
      if (!server && servers.some(({ isSymbolic }) => isSymbolic)) continue;
      const similar = nearest(value, known, slips(value));
      yield {
        span: node.span,
        path,
        message:
          (server
            ? `The resource server ${server.identifier} has no scope ${value.slice(slash + 1)}.`
            : `The pool has no resource server ${value.slice(0, slash)}.`) +
          (similar === undefined
            ? " Create it on the pool first, or remove the scope."
            : ` Did you mean ${similar}? If not, create it on the pool first.`),
        data: { scope: value, ...(similar !== undefined && { similar }) },
        fixes: (part): Fix[] => {
          const isMachine = findItem(spec.flows, "client_credentials") !== undefined;
          const isFree = similar !== undefined && !findItem(spec.scopes, similar) && isEditable(node);
          return suggestions(
            isFree ? { title: `Use ${similar}`, edits: replaceValue(part, node, similar) } : undefined,
            removeListed(part, spec, spec.scopes, [item], isMachine ? (similar ?? known[0]) : "openid"),
          );
        },
      };
    }
  },
};

const misfit = formatAt("AllowedOAuthScopes");

/** Of a scope that the deploy completes it is known whose it is when the resource server's identifier is written alike. */
function* symbolic({ scopes }: Spec, servers: readonly ResourceServer[]): Generator<Report> {
  for (const { text, node, path } of scopes.state === "known" ? (scopes.value.symbols ?? []) : []) {
    const slash = scopeParts(text);
    const server = slash && servers.find(({ identifier }) => identifier === slash.server);
    if (!server || slash.scope.includes("${") || server.scopes.some(({ name }) => name === slash.scope)) continue;
    yield {
      span: spanWithTag(node),
      path,
      message: `The resource server ${server.identifier} has no scope ${slash.scope}. Add it there, or remove it here.`,
      data: { scope: text },
    };
  }
}

function scopesOf(servers: NonNullable<PoolFacts["resourceServers"]>): string[] {
  return servers.flatMap(({ identifier, scopes }) => scopes.map(({ name }) => `${identifier}/${name}`));
}

/** AWS keeps `aws.cognito/…` for itself, and may have more of it than this version knows. */
function isCognitos(scope: string): boolean {
  return scope.startsWith("aws.cognito/");
}
