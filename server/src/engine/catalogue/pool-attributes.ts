import { isEditable, removeItems, replaceValue } from "../document/edit/edit.ts";
import type { ArrayNode } from "../document/node.ts";
import type { Part } from "../document/part.ts";
import { suggestions } from "../lint/fixes/fixes.ts";
import type { Fix } from "../lint/rule.ts";
import type { PoolAttribute } from "../reading/facts.ts";
import type { Field, Item, Items } from "../reading/fields.ts";
import { findItem } from "../reading/lists.ts";
import { attributePrefixes, readOnlyAttributes, standardAttributes } from "./attributes.ts";
import { nearest, slips } from "./nearest.ts";

/** Attributes that every pool has. */
const everyPools: readonly string[] = [...standardAttributes, ...readOnlyAttributes].map(({ value }) => value);

/** The names of a pool's attributes, the standard ones included. */
export function attributeNames(schema: readonly PoolAttribute[]): ReadonlySet<string> {
  return new Set([...everyPools, ...schema.map(({ name }) => name)]);
}

/** What somebody meant by a name that the pool does not have: the prefix is forgotten most often. */
export function similarAttribute(name: string, names: ReadonlySet<string>): string | undefined {
  const custom = attributePrefixes.custom + name;
  return names.has(custom) ? custom : nearest(name, names, slips(name));
}

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
