import type { ArrayNode } from "../../document/node.ts";
import type { Field, Item, Items } from "../../reading/fields.ts";
import { attributeFixes } from "../fixes/attribute-fixes.ts";
import type { Report } from "../rule.ts";
import { shown } from "../shown.ts";

/** Reports an item of ReadAttributes or WriteAttributes that its pool does not have, or, where that is not known, no pool can have. */
export function attributeNotFound(
  list: Field<Items, ArrayNode>,
  item: Item,
  told: {
    /** Whether the pool's own attributes are known. */
    readonly isPoolKnown: boolean;
    /** Why no pool can have it. */
    readonly impossible: string | undefined;
    readonly similar: string | undefined;
  },
): Report {
  const { isPoolKnown, impossible, similar } = told;
  const fault = isPoolKnown ? `The pool has no attribute ${item.value}.` : `${shown(item.value)} ${impossible}.`;
  const remedy = isPoolKnown ? "Add it to the pool first, or remove it here." : "Correct or remove it.";
  return {
    span: item.node.span,
    path: item.path,
    message: `${fault} ${similar === undefined ? remedy : `Did you mean ${similar}?`}`,
    ...(impossible !== undefined && { isOfAnyPool: true as const }),
    data: { attribute: item.value, ...(similar !== undefined && { similar }) },
    fixes: (part) => attributeFixes(part, list, item, similar),
  };
}
