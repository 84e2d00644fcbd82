import type { ArrayNode, ScalarNode, SpecNode } from "../../document/node.ts";
import { touches } from "../../document/node.ts";
import type { Field, Items } from "../../reading/spec.ts";

/** The strings that a list has beside the one at the cursor: what is still being typed is no evidence against its neighbours. */
export interface Beside {
  readonly size: number;
  has(...values: readonly string[]): boolean;
  some(is: (value: string) => boolean): boolean;
}

/** @param at offset of the cursor in the part. */
export function besideCursor(list: Field<Items, ArrayNode>, at: number): Beside {
  if (list.state !== "known") return nothing;
  const counts = countsOf(list.node, list.value);
  const own = itemAt(list.node, at);
  const isOwn = (value: string) => value === own && counts.get(value) === 1;
  return {
    size: counts.size - (own !== undefined && counts.get(own) === 1 ? 1 : 0),
    has: (...values) => values.some((value) => counts.has(value) && !isOwn(value)),
    some: (is) => {
      for (const value of counts.keys()) if (is(value) && !isOwn(value)) return true;
      return false;
    },
  };
}

const nothing: Beside = { size: 0, has: () => false, some: () => false };

/** How often each string occurs: counted once per list, however long it is and however often it is asked about. */
function countsOf(node: ArrayNode, { items }: Items): ReadonlyMap<string, number> {
  let counts = counted.get(node);
  if (!counts) {
    counts = new Map();
    for (const { value } of items) counts.set(value, (counts.get(value) ?? 0) + 1);
    counted.set(node, counts);
  }
  return counts;
}
const counted = new WeakMap<ArrayNode, Map<string, number>>();

/** The string under the cursor. Items stand in the order of the text, apart from aliases, which are no words being typed. */
function itemAt({ items }: ArrayNode, at: number): string | undefined {
  let [low, high] = [0, items.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item && (item.alias ?? item.span).end < at) low = middle + 1;
    else high = middle;
  }
  // Two items may touch at one offset (`"a""b"`): the later one is under the cursor as well.
  for (const item of [items[low], items[low + 1]]) if (isString(item) && touches(item.span, at)) return item.value;
  return undefined;
}

function isString(node: SpecNode | undefined): node is ScalarNode & { readonly value: string } {
  return node?.kind === "scalar" && !node.alias && typeof node.value === "string";
}
