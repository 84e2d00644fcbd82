import { isEditable, removeItems, replaceValue } from "../../document/edit/edit.ts";
import type { ArrayNode } from "../../document/node.ts";
import type { Part } from "../../document/part.ts";
import type { Field, Item, Items } from "../../reading/fields.ts";
import { findItem } from "../../reading/lists.ts";
import type { Fix } from "../rule.ts";
import { suggestions } from "./fixes.ts";

/** Corrects an item of a list of attributes, or takes it out. */
export function attributeFixes(
  part: Part,
  list: Field<Items, ArrayNode>,
  { value, node }: Item,
  similar: string | undefined,
): Fix[] {
  if (list.state !== "known") return [];
  const isFree = similar !== undefined && !findItem(list, similar) && isEditable(node);
  return suggestions(isFree ? { title: `Use ${similar}`, edits: replaceValue(part, node, similar) } : undefined, {
    title: `Remove ${value}`,
    edits: removeItems(part, list.node, [node]),
  });
}
