import type { PoolFacts } from "../../server/src/engine/index.ts";
import type { Json } from "../json.ts";

/**
 * Whether an attribute list is what the pool gives to an app client that says nothing of it. Without the pool's attributes
 * nobody can tell, and unknown is not different.
 */
export function isPoolDefault({ attributes }: PoolFacts): (name: string, list: Json) => boolean {
  return (name, list) => {
    if (!attributes || !Array.isArray(list)) return true;
    const usual = attributes.filter(({ mutable }) => name === "ReadAttributes" || mutable !== false);
    const has = new Set(list.map(String));
    return usual.every((attribute) => has.has(attribute.name) || /_verified$|^sub$/.test(attribute.name));
  };
}
