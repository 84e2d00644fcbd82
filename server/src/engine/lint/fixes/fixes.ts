import { properties } from "../../catalogue/properties.ts";
import { insertMembers, isEditable, type PlainValue, removeMembers, setMember } from "../../document/edit/edit.ts";
import type { Part, TextEdit } from "../../document/part.ts";
import type { Spec } from "../../reading/spec.ts";
import type { Fix } from "../rule.ts";

/** Suggestions in the given order, without those that have nothing to edit (for instance behind a YAML alias). */
export function suggestions(...candidates: readonly (Omit<Fix, "safe"> | undefined)[]): Fix[] {
  return candidates
    .filter((candidate) => candidate !== undefined)
    .filter(({ edits }) => edits.length > 0)
    .map(({ title, edits }) => ({ title, safe: false, edits }));
}

/** Takes a top-level member out. */
export function removal(part: Part, spec: Spec, name: string): Omit<Fix, "safe"> | undefined {
  const entry = spec.entry(name);
  if (!spec.node || !entry) return undefined;
  return { title: `Remove ${name}`, edits: removeMembers(part, spec.node, [entry.member]) };
}

/**
 * Gives top-level members values: those that are there get theirs in place, the others are added together, where the
 * catalogue's order wants the first of them.
 */
export function setMembers(part: Part, spec: Spec, values: readonly (readonly [string, PlainValue])[]): TextEdit[] {
  const object = spec.node;
  if (!object) return [];
  const isOwn = (name: string) => object.members.some((member) => member.key === name && isEditable(member));
  const present = values.filter(([name]) => isOwn(name));
  const added = values.filter(([name]) => !isOwn(name));
  const edits = present.flatMap(([name, value]) => setMember(part, object, name, value));
  return added[0] ? [...edits, ...insertMembers(part, object, added, placeFor(spec, added[0][0]))] : edits;
}

/** After the last member that the catalogue has before this one, else before the first. */
function placeFor(spec: Spec, name: string): Parameters<typeof insertMembers>[3] {
  const order = properties.map((property) => property.name);
  const index = order.indexOf(name);
  for (const before of order.slice(0, index).reverse()) {
    const member = spec.entry(before)?.member;
    if (member && isEditable(member)) return { after: member };
  }
  const first = spec.node?.members.find(isEditable);
  return first ? { before: first } : {};
}
