import type { PlainValue } from "../../document/edit/emit.ts";
import { sameValue } from "../../document/plain.ts";

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

/** @returns the patch that makes `after` of `before` (RFC 7396): members that differ, `null` for those that are gone. */
export function patchBetween(before: PlainObject, after: PlainObject): PlainObject {
  const patch = new Map<string, PlainValue>();
  for (const key of Object.keys(before)) if (!Object.hasOwn(after, key)) patch.set(key, null);
  for (const [key, value] of Object.entries(after)) {
    const was = Object.hasOwn(before, key) ? before[key] : undefined;
    if (isObject(was) && isObject(value)) {
      const inner = patchBetween(was, value);
      if (Object.keys(inner).length > 0) patch.set(key, inner);
    } else if (was === undefined || !sameValue(was, value)) patch.set(key, value);
  }
  return Object.fromEntries(patch);
}

type PlainObject = { readonly [key: string]: PlainValue };

function isObject(value: PlainValue | undefined): value is { readonly [key: string]: PlainValue } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
