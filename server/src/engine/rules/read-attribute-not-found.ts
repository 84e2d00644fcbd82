import { formatAt } from "../catalogue/format.ts";
import { documentation } from "../catalogue/links.ts";
import {
  attributeNames,
  impossibleAttribute,
  likelyAttribute,
  similarAttribute,
} from "../catalogue/pool-attributes.ts";
import { attributeNotFound } from "../lint/checks/attribute-not-found.ts";
import { attributesRefused } from "../lint/refusals.ts";
import type { Rule } from "../lint/rule.ts";
import { itemsOf } from "../reading/lists.ts";

/** What users may read has to be in the pool's schema. */
export const readAttributeNotFound: Rule = {
  id: "read-attribute-not-found",
  summary: "Every item of ReadAttributes is an attribute of the pool",
  why: "Besides the standard attributes a pool has those that were added to it, and their names carry the prefix `custom:` here. Without knowing the pool, only names that no pool can have are reported.",
  severity: { recommended: "error", strict: "error" },
  evidence: "observed",
  source: documentation.guide("user-pool-settings-attributes.html"),
  refusals: attributesRefused("read", ["ReadAttributes"]),
  fixable: true,
  *check(spec) {
    const facts = spec.pool;
    const names = facts?.attributes && attributeNames(facts.attributes);
    const list = spec.list("ReadAttributes");
    for (const item of itemsOf(list)) {
      if (names?.has(item.value) || misfit(item.value)) continue;
      const impossible = impossibleAttribute(item.value);
      if (!names && impossible === undefined) continue;
      const similar = names ? similarAttribute(item.value, names) : likelyAttribute(item.value);
      yield attributeNotFound(list, item, { isPoolKnown: names !== undefined, impossible, similar });
    }
  },
};

const misfit = formatAt("ReadAttributes");
