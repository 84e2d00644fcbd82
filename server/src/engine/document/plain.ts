import type { PlainValue } from "./edit/emit.ts";
import type { SpecNode } from "./node.ts";

/** @returns what the node says, aliases and merge keys followed; `undefined` where something in it cannot be known. */
export function plainOf(node: SpecNode | undefined): PlainValue | undefined {
  if (!node || node.kind === "unknown") return undefined;
  if (node.kind === "scalar") return node.value;
  if (node.kind === "array") {
    const items: PlainValue[] = [];
    for (const item of node.items) {
      const value = plainOf(item);
      if (value === undefined) return undefined;
      items.push(value);
    }
    return items;
  }
  const members = new Map<string, PlainValue>();
  for (const member of node.members) {
    const value = plainOf(member.value);
    if (value === undefined) return undefined;
    // A merged member never wins over one of the map itself; of two alike the later one takes effect.
    if (!member.alias || !members.has(member.key)) members.set(member.key, value);
  }
  return Object.fromEntries(members);
}

/** Whether two values are the same, the order of keys aside. */
export function sameValue(a: PlainValue | undefined, b: PlainValue | undefined): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  const [left, right] = [a as Record<string, PlainValue>, b as Record<string, PlainValue>];
  return keys.every((key) => Object.hasOwn(right, key) && sameValue(left[key], right[key]));
}
