import { type ArrayNode, type SpecNode, stringValue } from "./node.ts";

/** Says something of an item by its value alone, never by where it stands. One constant for each question, since answers are kept by it. */
export type ItemTest = (item: SpecNode) => boolean;

/** Indexes of the items that pass a test, in order. Each item of a list is asked once, also when the list's text is edited elsewhere. */
export function indexesWhere(list: ArrayNode, test: ItemTest): readonly number[] {
  let known = memo.get(list);
  if (!known) {
    known = new Map();
    memo.set(list, known);
  }
  let indexes = known.get(test);
  if (!indexes) {
    indexes = passing(list, test, 0, list.items.length);
    known.set(test, indexes);
  }
  return indexes;
}
const memo = new WeakMap<ArrayNode, Map<ItemTest, readonly number[]>>();

/**
 * Tells that `now` has the values of `before` but for those from `start` on: `removed` of them are gone, `added` stand in their place.
 * What is known of the others is kept.
 */
export function keepKnown(before: ArrayNode, now: ArrayNode, start = 0, removed = 0, added = 0): void {
  if (distinct.get(before) && added <= FEW && isNewAmong(now, start, start + added)) distinct.set(now, true);
  const known = memo.get(before);
  if (!known) return;
  const kept = new Map<ItemTest, readonly number[]>();
  for (const [test, indexes] of known) {
    const end = start + removed;
    kept.set(
      test,
      removed === 0 && added === 0
        ? indexes
        : [
            ...indexes.filter((index) => index < start),
            ...passing(now, test, start, start + added),
            ...indexes.filter((index) => index >= end).map((index) => index - removed + added),
          ],
    );
  }
  memo.set(now, kept);
}

/** Whether no text stands twice among a list's items; items that are no texts do not count. */
export function isDistinct(list: ArrayNode): boolean {
  let is = distinct.get(list);
  if (is === undefined) {
    const texts = list.items.flatMap((item) => stringValue(item) ?? []);
    is = new Set(texts).size === texts.length;
    distinct.set(list, is);
  }
  return is;
}
const distinct = new WeakMap<ArrayNode, boolean>();

/** Whether the texts from one index to another stand nowhere else. */
function isNewAmong({ items }: ArrayNode, from: number, until: number): boolean {
  for (let index = from; index < until; index++) {
    const text = stringValue(items[index]);
    if (text === undefined) continue;
    for (let other = 0; other < items.length; other++)
      if (other !== index && stringValue(items[other]) === text) return false;
  }
  return true;
}
/** So many are compared with all others, one by one. */
const FEW = 4;

function passing({ items }: ArrayNode, test: ItemTest, from: number, until: number): number[] {
  const indexes: number[] = [];
  for (let index = from; index < until; index++) if (test(items[index] as SpecNode)) indexes.push(index);
  return indexes;
}
