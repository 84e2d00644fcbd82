import { documentation } from "../catalogue/links.ts";
import type { Rule } from "../lint/rule.ts";
import { listed } from "../lint/shown.ts";
import { itemsOf } from "../reading/lists.ts";

/** With the pool's providers at hand, idp-mapped-attribute-not-writable names the attributes. */
export const idpMappedAttributes: Rule = {
  id: "idp-mapped-attributes",
  summary: "WriteAttributes covers what identity providers fill in",
  why: "At each sign-in Cognito writes the attributes that are mapped from the identity provider. When WriteAttributes is given and lacks one of them, the sign-in fails, not the creation.",
  severity: { recommended: "info", strict: "info" },
  evidence: "documented",
  source: documentation.createUserPoolClient("WriteAttributes"),
  fixable: false,
  *check(spec) {
    const facts = spec.pool;
    const attributes = spec.list("WriteAttributes");
    if (attributes.state !== "known" || attributes.node.items.length === 0 || facts?.identityProviders) return;
    const external = itemsOf(spec.list("SupportedIdentityProviders"))
      .map(({ value }) => value)
      .filter((name) => name !== "COGNITO");
    if (external.length === 0) return;
    yield {
      span: attributes.member.keySpan,
      path: attributes.path,
      message: `WriteAttributes must contain every attribute that is mapped from ${listed(external)}; users cannot sign in otherwise. Compare it with the pool's attribute mapping.`,
      data: { providers: external.join(", ") },
    };
  },
};
