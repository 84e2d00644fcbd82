import { isReadOnly } from "../catalogue/attributes.ts";
import { documentation } from "../catalogue/links.ts";
import { appendItems } from "../document/edit/edit.ts";
import { suggestions } from "../lint/fixes/fixes.ts";
import type { Fix, Rule } from "../lint/rule.ts";
import { listed } from "../lint/shown.ts";
import { itemsOf, lacks } from "../reading/lists.ts";

/** At every federated sign-in the app client writes what the provider tells of the user. */
export const idpMappedAttributeNotWritable: Rule = {
  id: "idp-mapped-attribute-not-writable",
  summary: "WriteAttributes, where given, has every attribute that an identity provider fills in",
  why: "At each sign-in through an identity provider Cognito writes the attributes that are mapped from it, with the permissions of the app client. When one is not in WriteAttributes, the sign-in fails; the creation does not.",
  severity: { recommended: "warning", strict: "warning" },
  evidence: "documented",
  source: documentation.createUserPoolClient("WriteAttributes"),
  fixable: true,
  poolAware: true,
  *check(spec) {
    const facts = spec.pool;
    const list = spec.list("WriteAttributes");
    if (!facts?.identityProviders || list.state !== "known" || list.node.items.length === 0) return;
    const required = new Set(facts.attributes?.filter((attribute) => attribute.required).map(({ name }) => name));
    const assigned = itemsOf(spec.list("SupportedIdentityProviders")).map(({ value }) => value);
    const missing = new Map<string, string>();
    for (const { name, attributeMapping } of facts.identityProviders) {
      if (!assigned.includes(name)) continue;
      // required-attribute-not-writable asks for the required ones already.
      for (const attribute of Object.keys(attributeMapping ?? {}))
        if (!isCognitosOwn(attribute) && !required.has(attribute) && lacks(list, attribute) && !missing.has(attribute))
          missing.set(attribute, name);
    }
    if (missing.size === 0) return;
    const names = listed([...missing.keys()]);
    const providers = [...new Set(missing.values())];
    yield {
      span: list.member.keySpan,
      path: list.path,
      message: `${listed(providers)} ${providers.length === 1 ? "fills" : "fill"} in ${names} at each sign-in, and WriteAttributes does not allow it: the sign-in will fail. Add ${names}.`,
      data: { missing: [...missing.keys()].join(",") },
      fixes: (part): Fix[] =>
        suggestions({ title: `Add ${names}`, edits: appendItems(part, list.node, [...missing.keys()]) }),
    };
  },
};

/** Cognito writes these itself, whatever the app client may (`username` is no attribute that a list could have). */
function isCognitosOwn(attribute: string): boolean {
  return attribute === "username" || isReadOnly(attribute);
}
