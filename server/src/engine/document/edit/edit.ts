/**
 * Structural edits: each returns text edits in the part's offsets that keep comments, key order, quotes, indentation,
 * anchors, EOL and what stands around. Nothing here knows Cognito.
 *
 * The edits of one call never overlap. Those of several calls on one part may be combined when they touch different members;
 * two calls on the members of one object may not (they share commas): name all members in one call.
 * What is not written in this part but reached through an alias (see `isEditable`) yields no edits.
 */

import { type ArrayNode, findMember, type Member, type ObjectNode, type SpecNode } from "../node.ts";
import type { Part, TextEdit } from "../part.ts";
import { insertEntries } from "./edit-insert.ts";
import { removeEntries } from "./edit-remove.ts";
import { newItems, newMembers, rename, setValue, update } from "./edit-update.ts";
import type { PlainValue } from "./emit.ts";
import { entriesOf } from "./entries.ts";

export { plainOf, sameValue } from "../plain.ts";
export { applyEdits } from "../text-edit.ts";
export { emit, type PlainValue } from "./emit.ts";
export { type Style, styleOf } from "./style.ts";

/** @returns whether the node or member is written here; `false` behind a YAML alias or merge key. */
export function isEditable(target: SpecNode | Member): boolean {
  return target.alias === undefined;
}

/**
 * Turns a value into another. Strings keep their quotes as long as they stay strings; items and members that both values have
 * stay as they are, with their comments; a list or object in another one's place takes its flow or block style.
 */
export function replaceValue(part: Part, node: SpecNode, value: PlainValue): TextEdit[] {
  return update(part, node, value);
}

/** Gives a member another key, in the old one's quotes. */
export function renameKey(part: Part, member: Member, key: string): TextEdit[] {
  return isEditable(member) ? rename(part, member, key) : [];
}

/**
 * Removes members with their lines and commas; when none is left, `{}` remains.
 * No comment is lost: one on a line of its own stays where it is, one beside or inside a removed member becomes a line of its own.
 * A member whose anchor is used elsewhere stays.
 */
export function removeMembers(part: Part, object: ObjectNode, members: readonly Member[]): TextEdit[] {
  if (!isEditable(object)) return [];
  const chosen = new Set(members);
  return removeEntries(part, object, ({ member }) => member !== undefined && chosen.has(member));
}

/** As removeMembers, for a list; when no item is left, `[]` remains. */
export function removeItems(part: Part, array: ArrayNode, items: readonly SpecNode[]): TextEdit[] {
  if (!isEditable(array)) return [];
  const chosen = new Set(items);
  return removeEntries(part, array, ({ node }) => node !== undefined && chosen.has(node));
}

/**
 * Adds a member, at the end unless told otherwise. Comments above the next member stay with that one,
 * a comment beside the previous member with the previous one.
 */
export function insertMember(
  part: Part,
  object: ObjectNode,
  key: string,
  value: PlainValue,
  options: { readonly after?: Member; readonly before?: Member } = {},
): TextEdit[] {
  return insertMembers(part, object, [[key, value]], options);
}

/** Adds several members in one place: separate calls would not know of each other. */
export function insertMembers(
  part: Part,
  object: ObjectNode,
  members: readonly (readonly [key: string, value: PlainValue])[],
  options: { readonly after?: Member; readonly before?: Member } = {},
): TextEdit[] {
  if (!isEditable(object) || members.length === 0) return [];
  const entries = entriesOf(part, object);
  const after = entries.findIndex(({ member }) => member === options.after);
  const before = entries.findIndex(({ member }) => member === options.before);
  const index = options.after && after >= 0 ? after + 1 : options.before && before >= 0 ? before : entries.length;
  return insertEntries(part, object, newMembers(part, members), index);
}

/** Adds items to a list, at its end unless told otherwise, quoted as their neighbours are. */
export function appendItems(
  part: Part,
  array: ArrayNode,
  values: readonly PlainValue[],
  options: { readonly before?: SpecNode } = {},
): TextEdit[] {
  if (!isEditable(array) || values.length === 0) return [];
  const entries = entriesOf(part, array);
  const before = entries.findIndex(({ node }) => node === options.before);
  const index = options.before && before >= 0 ? before : entries.length;
  return insertEntries(part, array, newItems(part, array, values), index);
}

/** Replaces the value of the member that takes effect (also where that is an alias, or not yet there), or adds the member. */
export function setMember(part: Part, object: ObjectNode, key: string, value: PlainValue): TextEdit[] {
  if (!isEditable(object)) return [];
  const member = findMember({ ...object, members: object.members.filter(isEditable) }, key);
  return member ? setValue(part, member, value) : insertMember(part, object, key, value);
}
