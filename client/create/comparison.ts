import type { Difference, Json, JsonObject } from "../../deploy/index.ts";

/**
 * Both sides of *Compare with AWS*: what was asked for and what AWS has, so written that only what really differs is marked.
 * What AWS merely writes down in another way (the order of a list, a default, a unit) is shown as asked on both sides.
 */
export function comparison(
  asked: JsonObject,
  found: JsonObject,
  differences: readonly Difference[],
): { asked: string; found: string } {
  const differs = new Set(differences.map(({ path }) => path[0]));
  const left: Record<string, Json> = {};
  const right: Record<string, Json> = {};
  for (const [name, value] of Object.entries(asked)) {
    left[name] = value;
    const other = differs.has(name) ? found[name] : value;
    if (other !== undefined) right[name] = other;
  }
  for (const [name, value] of Object.entries(found)) {
    if (name in asked) continue;
    right[name] = value;
    if (!differs.has(name)) left[name] = value;
  }
  return { asked: `${JSON.stringify(left, null, 2)}\n`, found: `${JSON.stringify(right, null, 2)}\n` };
}
