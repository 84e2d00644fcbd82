import {
  isEditable,
  type PlainValue,
  removeItems,
  removeMembers,
  renameKey,
  replaceValue,
} from "../../document/edit/edit.ts";
import type { ArrayNode, Member, ObjectNode, SpecNode } from "../../document/node.ts";
import type { Part, TextEdit } from "../../document/part.ts";
import type { Fix } from "../rule.ts";
import { shown } from "../shown.ts";

interface Options {
  readonly safe?: boolean;
  readonly title?: string;
}

/** The fix as a list of one; of none when it would change nothing, as behind an alias. */
export function fixOf(title: string, safe: boolean, edits: readonly TextEdit[]): Fix[] {
  return edits.length === 0 ? [] : [{ title, safe, edits }];
}

/** Writes another value in a value's place. */
export function use(part: Part, node: SpecNode, value: PlainValue, { safe = false, title }: Options = {}): Fix[] {
  if (!isEditable(node)) return [];
  const named = typeof value === "object" ? JSON.stringify(value) : shown(value).replace(/^"(.+)"$/, "$1");
  return fixOf(title ?? `Use ${named}`, safe, replaceValue(part, node, value));
}

/** Takes an item out of its list. */
export function dropItem(part: Part, list: ArrayNode, item: SpecNode, { safe = false, title }: Options = {}): Fix[] {
  if (!isEditable(list) || !isEditable(item)) return [];
  return fixOf(title ?? "Remove this item", safe, removeItems(part, list, [item]));
}

/** Takes a member out of its object. */
export function dropMember(
  part: Part,
  object: ObjectNode | undefined,
  member: Member,
  { safe = false, title }: Options = {},
): Fix[] {
  if (!object || !isEditable(object) || !isEditable(member)) return [];
  return fixOf(title ?? `Remove ${member.key}`, safe, removeMembers(part, object, [member]));
}

/** Gives a member another key. */
export function rename(part: Part, member: Member, key: string, { safe = false, title }: Options = {}): Fix[] {
  if (!isEditable(member)) return [];
  return fixOf(title ?? `Rename to ${key}`, safe, renameKey(part, member, key));
}
