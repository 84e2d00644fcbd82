import { documentation } from "../catalogue/links.ts";
import type { Rule } from "../lint/rule.ts";
import { findItem, itemsOf } from "../reading/lists.ts";

/** The OAuth endpoints live under the pool's domain. */
export const domainMissing: Rule = {
  id: "domain-missing",
  summary: "An app client that uses OAuth needs a pool with a domain",
  why: "The login pages and the authorize and token endpoints exist only once the pool has a domain, Cognito's own or yours. The app client can be created before.",
  severity: { recommended: "warning", strict: "warning" },
  evidence: "documented",
  source: documentation.guide("cognito-user-pools-assign-domain.html"),
  fixable: false,
  poolAware: true,
  *check(spec) {
    const facts = spec.pool;
    const flag = spec.boolean("AllowedOAuthFlowsUserPoolClient");
    if (facts?.domain !== null || flag.state !== "known" || !flag.value) return;
    // GetClientToken needs no domain.
    if (itemsOf(spec.flows).length === 0 || findItem(spec.authFlows, "ALLOW_CLIENT_TOKEN_AUTH")) return;
    yield {
      span: flag.member.keySpan,
      path: flag.path,
      message:
        "The pool has no domain, so the OAuth endpoints that this app client is to use do not exist. Give the pool a domain.",
    };
  },
};
