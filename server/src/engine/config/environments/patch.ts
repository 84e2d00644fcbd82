import type { PlainValue } from "../../document/edit/emit.ts";

/**
 * RFC 7396 §2: objects merge, everything else is replaced, `null` removes. Own keys only, so that a key `__proto__` is a key.
 *
 * @param target what is patched; not changed.
 */
export function mergePatch(target: PlainValue | undefined, patch: PlainValue): PlainValue {
  if (!isObject(patch)) return patch;
  const merged = new Map(isObject(target) ? Object.entries(target) : []);
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) merged.delete(key);
    else merged.set(key, mergePatch(merged.get(key), value));
  }
  return Object.fromEntries(merged);
}

function isObject(value: PlainValue | undefined): value is { readonly [key: string]: PlainValue } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
