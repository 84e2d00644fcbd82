import { isNeverWritable, standardAttributes } from "../catalogue/attributes.ts";
import { formatAt } from "../catalogue/format.ts";
import { documentation } from "../catalogue/links.ts";
import {
  attributeNames,
  impossibleAttribute,
  likelyAttribute,
  similarAttribute,
} from "../catalogue/pool-attributes.ts";
import { attributeNotFound } from "../lint/checks/attribute-not-found.ts";
import { attributeFixes } from "../lint/fixes/attribute-fixes.ts";
import { attributesRefused } from "../lint/refusals.ts";
import type { Rule } from "../lint/rule.ts";
import { itemsOf } from "../reading/lists.ts";

/** What users may write has to be in the pool's schema; what never changes is of little use there. */
export const writeAttributeNotFound: Rule = {
  id: "write-attribute-not-found",
  summary: "Every item of WriteAttributes is an attribute of the pool that can change",
  why: "Besides the standard attributes a pool has those that were added to it, and their names carry the prefix `custom:` here. An immutable one can be written when the user signs up, and never again; whether Cognito minds it here is not known. Without knowing the pool, only names that no pool can have are reported.",
  severity: { recommended: "error", strict: "error" },
  evidence: "observed",
  source: documentation.guide("user-pool-settings-attributes.html#user-pool-settings-attribute-permissions-and-scopes"),
  refusals: attributesRefused("write", ["WriteAttributes"]),
  fixable: true,
  *check(spec) {
    const facts = spec.pool;
    const schema = facts?.attributes;
    const names = schema && attributeNames(schema);
    const list = spec.list("WriteAttributes");
    for (const item of itemsOf(list)) {
      const { value } = item;
      // write-attribute-never-writable speaks of these.
      if (isNeverWritable(value) || misfit(value)) continue;
      const impossible = impossibleAttribute(value);
      if (!names && impossible === undefined) continue;
      if (!names?.has(value)) {
        const similar = names ? similarAttribute(value, writable(names)) : likelyAttribute(value, writableEverywhere);
        yield attributeNotFound(list, item, { isPoolKnown: names !== undefined, impossible, similar });
      } else if (schema?.some(({ name, mutable, required }) => name === value && mutable === false && !required)) {
        yield {
          span: item.node.span,
          path: item.path,
          message: `${value} is immutable in this pool: it can be written when the user signs up, and never again. Keep it only if your application sets it at sign-up.`,
          data: { attribute: value },
          severity: { recommended: "info", strict: "warning" },
          fixes: (part) => attributeFixes(part, list, item, undefined),
        };
      }
    }
  },
};

const misfit = formatAt("WriteAttributes");

const writableEverywhere = standardAttributes.map(({ value }) => value);

function writable(names: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...names].filter((name) => !isNeverWritable(name)));
}
