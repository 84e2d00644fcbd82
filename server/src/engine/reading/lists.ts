import type { ItemTest } from "../document/list-memo.ts";
import type { ArrayNode } from "../document/node.ts";
import type { Field, Item, Items } from "./fields.ts";

/** Items of a known list; none when the list is absent or unknown. */
export function itemsOf(field: Field<Items, ArrayNode>): readonly Item[] {
  return field.state === "known" ? field.value.items : [];
}

/** Items of a known list that pass a test; see `Items.where`. */
export function itemsWhere(field: Field<Items, ArrayNode>, test: ItemTest): readonly Item[] {
  return field.state === "known" ? field.value.where(test) : [];
}

/** @returns the first item that is one of the values. */
export function findItem(field: Field<Items, ArrayNode>, ...values: readonly string[]): Item | undefined {
  return itemsOf(field).find((item) => values.includes(item.value));
}

/** Certainly contains none of the values: the list is absent, or fully known and without them. */
export function lacks(field: Field<Items, ArrayNode>, ...values: readonly string[]): boolean {
  if (field.state === "unknown") return false;
  return field.state === "absent" || (field.value.complete && !findItem(field, ...values));
}

/** Certainly absent or `[]`. */
export function isEmptyList(field: Field<Items, ArrayNode>): boolean {
  return field.state === "absent" || (field.state === "known" && field.node.items.length === 0);
}
