import type { ArrayNode, Member, ObjectNode, SpecNode } from "../node.ts";
import type { Part, TextEdit } from "../part.ts";
import { plainOf, sameValue } from "../plain.ts";
import { doubleQuoted, quoted } from "../scalar.ts";
import { insertion, joinTouching, replacement } from "../text-edit.ts";
import { holdsUsedAnchor, withoutNeededAnchors } from "./anchors.ts";
import { insertEntries, type NewEntries } from "./edit-insert.ts";
import { hasBraces, removeEntries } from "./edit-remove.ts";
import { rewrite } from "./edit-replace.ts";
import {
  emitBlock,
  emitBlockMember,
  emitFlow,
  emitFlowMember,
  emitScalar,
  isCollection,
  isList,
  type PlainValue,
} from "./emit.ts";
import { colonAfter, endOf } from "./entries.ts";
import { type Style, styleOf } from "./style.ts";

/** Turns a value into another one, touching only what differs. */
export function update(part: Part, node: SpecNode, value: PlainValue): TextEdit[] {
  if (node.alias || sameValue(plainOf(node), value)) return [];
  const span = { start: node.span.start, end: endOf(part, node) };
  const [isFree] = withoutNeededAnchors(part, [span]);
  if (!isFree) return [];
  if (isCollection(value) && !holdsUsedAnchor(part, span)) {
    if (node.kind === "array" && isList(value) && isEditableContainer(part, node))
      return updateItems(part, node, value);
    if (node.kind === "object" && !isList(value) && isEditableContainer(part, node) && !mergesOthers(node, value))
      return updateMembers(part, node, value as { readonly [key: string]: PlainValue });
  }
  return rewrite(part, node, value);
}

function isEditableContainer(part: Part, node: ObjectNode | ArrayNode): boolean {
  return !node.flow || hasBraces(part, node);
}

/** A merge key brings members that the value must not have. */
function mergesOthers(object: ObjectNode, value: PlainValue): boolean {
  return object.members.some((member) => member.alias && !Object.hasOwn(value as object, member.key));
}

/** Where nothing of the old list is left, its items become the new ones one by one; else what both have stays. */
function updateItems(part: Part, array: ArrayNode, values: readonly PlainValue[]): TextEdit[] {
  const kept = commonItems(array.items, values);
  const edits: TextEdit[] = [];
  const gone = new Set<SpecNode>();
  let [item, value] = [0, 0];
  for (const [keptItem, keptValue] of [...kept, [array.items.length, values.length] as const]) {
    while (item < keptItem && value < keptValue) {
      const node = array.items[item++] as SpecNode;
      edits.push(...substitute(part, node, values[value++] as PlainValue));
    }
    while (item < keptItem) gone.add(array.items[item++] as SpecNode);
    if (value < keptValue)
      edits.push(...insertEntries(part, array, newItems(part, array, values.slice(value, keptValue)), item));
    [item, value] = [keptItem + 1, keptValue + 1];
  }
  edits.push(...removeEntries(part, array, ({ node }) => node !== undefined && gone.has(node)));
  return joinTouching(part.text, edits);
}

function substitute(part: Part, node: SpecNode, value: PlainValue): TextEdit[] {
  if (!node.alias) return update(part, node, value);
  const { start, end } = node.alias;
  return [replacement(start, end, emitFlow(value, part.syntax, styleOf(part), undefined))];
}

/** The longest common subsequence of items and values, as pairs of indices. */
function commonItems(items: readonly SpecNode[], values: readonly PlainValue[]): [number, number][] {
  const plain = items.map(plainOf);
  const pairs: [number, number][] = [];
  let [from, item, value] = [0, plain.length, values.length];
  while (from < item && from < value && sameValue(plain[from], values[from])) pairs.push([from, from++]);
  const end: [number, number][] = [];
  while (item > from && value > from && sameValue(plain[item - 1], values[value - 1])) end.unshift([--item, --value]);
  const rows = item - from;
  const columns = value - from;
  // Long lists that share nothing at their ends are not worth a table of millions of cells.
  if (rows * columns > 250_000) return [...pairs, ...end];
  const lengths = Array.from({ length: rows + 1 }, () => new Array<number>(columns + 1).fill(0));
  const at = (row: number, column: number) => lengths[row]?.[column] ?? 0;
  const same = (row: number, column: number) => sameValue(plain[from + row], values[from + column]);
  for (let row = rows - 1; row >= 0; row--)
    for (let column = columns - 1; column >= 0; column--)
      (lengths[row] as number[])[column] = same(row, column)
        ? at(row + 1, column + 1) + 1
        : Math.max(at(row + 1, column), at(row, column + 1));
  for (let [row, column] = [0, 0]; row < rows && column < columns; ) {
    if (same(row, column)) pairs.push([from + row++, from + column++]);
    else if (at(row + 1, column) >= at(row, column + 1)) row++;
    else column++;
  }
  return [...pairs, ...end];
}

function updateMembers(part: Part, object: ObjectNode, value: { readonly [key: string]: PlainValue }): TextEdit[] {
  const own = object.members.filter((member) => !member.alias);
  const effective = new Map(own.map((member) => [member.key, member]));
  const edits: TextEdit[] = [];
  const gone: Member[] = [];
  for (const member of own) {
    if (effective.get(member.key) !== member || !Object.hasOwn(value, member.key)) gone.push(member);
    else edits.push(...setValue(part, member, value[member.key] as PlainValue));
  }
  const added = Object.keys(value).filter((key) => !effective.has(key) && !isMerged(object, key, value[key]));
  // A member that goes makes room for one that comes, so that their commas do not get in each other's way.
  while (gone.length > 0 && added.length > 0) {
    const member = gone.pop() as Member;
    const key = added.pop() as string;
    edits.push(...rename(part, member, key), ...setValue(part, member, value[key] as PlainValue));
  }
  if (added.length > 0) {
    const members = added.map((key) => [key, value[key] as PlainValue] as const);
    edits.push(...insertEntries(part, object, newMembers(part, members), own.length));
  }
  const removed = new Set(gone);
  edits.push(...removeEntries(part, object, ({ member }) => member !== undefined && removed.has(member)));
  return joinTouching(part.text, edits);
}

function isMerged(object: ObjectNode, key: string, value: PlainValue | undefined): boolean {
  return object.members.some((member) => member.alias && member.key === key && sameValue(plainOf(member.value), value));
}

/** Replaces a member's value, also one that is an alias or not yet there. */
export function setValue(part: Part, member: Member, value: PlainValue): TextEdit[] {
  const node = member.value;
  if (!node) {
    const colon = colonAfter(part, member.keySpan.end);
    const at = colon === undefined ? member.keySpan.end : colon + 1;
    const text = emitFlow(value, part.syntax, styleOf(part), undefined);
    return [insertion(at, `${colon === undefined ? ":" : ""} ${text}`)];
  }
  if (sameValue(plainOf(node), value)) return [];
  return substitute(part, node, value);
}

export function rename(part: Part, { keySpan, key: old }: Member, key: string): TextEdit[] {
  if (old === key) return [];
  const { start, end } = keySpan;
  const mark = part.text[start];
  const quote = mark === "'" || mark === '"' ? mark : undefined;
  const newText =
    part.syntax === "json"
      ? doubleQuoted(key)
      : quote
        ? quoted(key, quote)
        : emitScalar(key, "yaml", true, styleOf(part));
  return [replacement(start, end, newText)];
}

export function newMembers(part: Part, members: readonly (readonly [string, PlainValue])[]): NewEntries {
  return {
    flow: (style, indent) => members.map(([key, value]) => emitFlowMember(key, value, part.syntax, style, indent)),
    block: (style, indent) => members.map(([key, value]) => emitBlockMember(key, value, style, indent)),
  };
}

/** New items are quoted as their neighbours are. */
export function newItems(part: Part, array: ArrayNode, values: readonly PlainValue[]): NewEntries {
  const quote = part.syntax === "yaml" ? sharedQuote(array) : undefined;
  const write = (value: PlainValue, style: Style, otherwise: (style: Style) => string) =>
    quote && typeof value === "string" ? quoted(value, quote) : otherwise(style);
  return {
    flow: (style, indent) => values.map((v) => write(v, style, (s) => emitFlow(v, part.syntax, s, indent))),
    block: (style, indent) => values.map((v) => `- ${write(v, style, (s) => emitBlock(v, s, `${indent}  `))}`),
  };
}

function sharedQuote(array: ArrayNode): '"' | "'" | undefined {
  const styles = new Set(array.items.map((item) => (item.kind === "scalar" && !item.alias ? item.style : "plain")));
  const [only] = styles;
  if (styles.size !== 1) return undefined;
  return only === "single" ? "'" : only === "double" ? '"' : undefined;
}
