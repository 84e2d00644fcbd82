import { documentation } from "../catalogue/links.ts";
import { appendItems } from "../document/edit/edit.ts";
import { suggestions } from "../lint/fixes/fixes.ts";
import { attributesRefused } from "../lint/refusals.ts";
import type { Fix, Rule } from "../lint/rule.ts";
import { listed } from "../lint/shown.ts";
import { lacks } from "../reading/lists.ts";

/** Users could not sign up through an app client that may not write what the pool demands of them. */
export const requiredAttributeNotWritable: Rule = {
  id: "required-attribute-not-writable",
  summary: "WriteAttributes, where given, has every attribute that the pool requires",
  why: "A user must bring every required attribute at sign-up, so an app client that lists what may be written has to list those. Leaving WriteAttributes out allows all standard attributes.",
  severity: { recommended: "error", strict: "error" },
  evidence: "observed",
  source: documentation.guide("user-pool-settings-attributes.html#user-pool-settings-attribute-permissions-and-scopes"),
  refusals: attributesRefused("write"),
  fixable: true,
  poolAware: true,
  *check(spec) {
    const facts = spec.pool;
    const list = spec.list("WriteAttributes");
    if (!facts?.attributes || list.state !== "known" || list.node.items.length === 0) return;
    const missing = facts.attributes
      .filter(({ name, required }) => required === true && name !== "sub" && lacks(list, name))
      .map(({ name }) => name);
    if (missing.length === 0) return;
    const names = listed(missing);
    yield {
      span: list.member.keySpan,
      path: list.path,
      message: `The pool requires ${names} of every user, so WriteAttributes must have ${missing.length === 1 ? "it" : "them"}. Add ${names}, or leave WriteAttributes out.`,
      data: { missing: missing.join(",") },
      fixes: (part): Fix[] => suggestions({ title: `Add ${names}`, edits: appendItems(part, list.node, missing) }),
    };
  },
};
