import { patchBetween } from "../../config/environments/patch.ts";
import { notInSet } from "../../config/environments/read-specs.ts";
import { insertMembers, type PlainValue, removeMembers, setMember } from "../../document/edit/edit.ts";
import { findMember, type ObjectNode } from "../../document/node.ts";
import type { Part, TextEdit } from "../../document/part.ts";
import type { PlainObject } from "./merged.ts";
import type { Mend } from "./merged-findings.ts";

/**
 * The edits (offsets of the part) that make a link's `set` say what a mended request needs; comments and order stay.
 * @param link the object with `id` and `set`.
 * @param request what the spec itself says: what only `set` says is taken out of it, the rest is removed by `null`.
 * @returns `undefined` where `set` is no place for it, or one object would have to lose and gain members at once.
 */
export function overlayEdits(
  part: Part,
  link: ObjectNode,
  request: PlainObject,
  { before, after }: Pick<Mend, "before" | "after">,
): readonly TextEdit[] | undefined {
  const patch = patchBetween(before, after);
  if ([...notInSet.keys()].some((name) => Object.hasOwn(patch, name)) || Object.keys(patch).length === 0)
    return undefined;
  const set = findMember(link, "set")?.value;
  return set?.kind === "object" ? patchEdits(part, set, patch, request) : setMember(part, link, "set", patch);
}

function patchEdits(part: Part, set: ObjectNode, patch: PlainObject, base: PlainObject): TextEdit[] | undefined {
  const edits: TextEdit[] = [];
  const added: [string, PlainValue][] = [];
  const removed: NonNullable<ReturnType<typeof findMember>>[] = [];
  for (const [key, value] of Object.entries(patch)) {
    const member = findMember(set, key);
    const own = Object.hasOwn(base, key) ? base[key] : undefined;
    if (!member) added.push([key, value]);
    else if (value === null && own === undefined) removed.push(member);
    else if (isObject(value) && member.value?.kind === "object") {
      const inner = patchEdits(part, member.value, value, isObject(own) ? own : {});
      if (!inner) return undefined;
      edits.push(...inner);
    } else edits.push(...setMember(part, set, key, value));
  }
  // The two would not know of each other's commas.
  if (added.length > 0 && removed.length > 0) return undefined;
  return [...edits, ...insertMembers(part, set, added), ...removeMembers(part, set, removed)];
}

function isObject(value: PlainValue | undefined): value is PlainObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
