import { formatAt } from "../catalogue/format.ts";
import { documentation } from "../catalogue/links.ts";
import { nearest, slips } from "../catalogue/nearest.ts";
import { isEditable, removeItems, replaceValue } from "../document/edit/edit.ts";
import { suggestions } from "../lint/fixes/fixes.ts";
import type { Fix, Rule } from "../lint/rule.ts";
import { findItem, itemsOf } from "../reading/lists.ts";

/** Even Google is a provider only of the pools on which somebody set it up. */
export const idpNotFound: Rule = {
  id: "idp-not-found",
  summary: "Every supported identity provider exists on the pool",
  why: "`COGNITO` is always there. Every other provider, the social ones included, must have been created on this pool first, and its name is compared letter by letter.",
  severity: { recommended: "error", strict: "error" },
  evidence: "observed",
  source: documentation.createUserPoolClient("SupportedIdentityProviders"),
  refusals: [
    {
      exception: "InvalidParameterException",
      message: "The provider … does not exist for User Pool ….",
      blames: ["SupportedIdentityProviders"],
    },
  ],
  fixable: true,
  poolAware: true,
  *check(spec) {
    const facts = spec.pool;
    if (!facts?.identityProviders) return;
    const known = ["COGNITO", ...facts.identityProviders.map(({ name }) => name)];
    const isOpen = facts.identityProviders.some(({ isSymbolic }) => isSymbolic);
    const list = spec.list("SupportedIdentityProviders");
    for (const { value, node, path } of itemsOf(list)) {
      if (known.includes(value) || misfit(value)) continue;
      // What a template leaves to the deploy may turn out to be this one.
      if (isOpen && !/^cognito/i.test(value)) continue;
      // COGNITO_USER_POOLS is what API Gateway calls an authorizer of this kind.
      const similar = value.toUpperCase().startsWith("COGNITO") ? "COGNITO" : nearest(value, known, slips(value));
      yield {
        span: node.span,
        path,
        message:
          `The pool has no identity provider ${value}.` +
          (similar === undefined
            ? " Create it on the pool first, or remove it here."
            : ` Did you mean ${similar}? If not, create it on the pool first.`),
        data: { provider: value, ...(similar !== undefined && { similar }) },
        fixes: (part): Fix[] => {
          if (list.state !== "known") return [];
          const isFree = similar !== undefined && !findItem(list, similar) && isEditable(node);
          return suggestions(
            isFree ? { title: `Use ${similar}`, edits: replaceValue(part, node, similar) } : undefined,
            { title: `Remove ${value}`, edits: removeItems(part, list.node, [node]) },
          );
        },
      };
    }
  },
};

const misfit = formatAt("SupportedIdentityProviders");
