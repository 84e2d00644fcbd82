import { type Member, type ObjectNode, type SpecNode, touches } from "./node.ts";
import type { SpecDocument, Unit } from "./part.ts";

/** What stands at an offset, from the root down to the innermost. */
export interface Location {
  readonly unit: Unit;
  /** Of the unit in the document. */
  readonly index: number;
  /** In the part. */
  readonly offset: number;
  /** Names and indexes that lead from the part's root to `node`. */
  readonly path: readonly (string | number)[];
  /** The member whose key or value is at the offset, and the object that has it. */
  readonly member?: Member;
  readonly object?: ObjectNode;
  readonly on: "key" | "value" | "nothing";
  /** The innermost node that touches the offset. */
  readonly node?: SpecNode;
}

/** @returns the unit that an offset of the file belongs to: the last one that begins at or before it. */
export function unitAt(document: SpecDocument, offset: number): { unit: Unit; index: number } {
  let found = 0;
  document.units.forEach((unit, index) => {
    if (unit.base > offset) return;
    // The items of a YAML list share one text: the item decides.
    const begins =
      unit.base + (document.container === "list" && document.syntax === "yaml" ? (unit.part.root?.span.start ?? 0) : 0);
    if (index === 0 || begins <= offset) found = index;
  });
  return { unit: document.units[found] as Unit, index: found };
}

/** @param offset in the file. */
export function locate(document: SpecDocument, offset: number): Location {
  const { unit, index } = unitAt(document, offset);
  const at = offset - unit.base;
  const shared = { unit, index, offset: at };
  let found: Location = {
    ...shared,
    path: [],
    on: "nothing",
    ...(unit.part.root && touches(unit.part.root.span, at) && { node: unit.part.root }),
  };
  let node = unit.part.root;
  let path: readonly (string | number)[] = [];
  while (node && !node.alias) {
    if (node.kind === "object") {
      const object: ObjectNode = node;
      const member: Member | undefined = object.members.find((each) => !each.alias && touches(each.span, at));
      if (!member) return found;
      path = [...path, member.key];
      if (touches(member.keySpan, at)) return { ...shared, path, member, object, on: "key" };
      if (!member.value) return { ...shared, path, member, object, on: "value" };
      found = { ...shared, path, member, object, on: "value", node: member.value };
      node = member.value;
    } else if (node.kind === "array") {
      const itemIndex: number = node.items.findIndex((item) => touches(item.alias ?? item.span, at));
      const item: SpecNode | undefined = node.items[itemIndex];
      if (!item) return found;
      path = [...path, itemIndex];
      found = { ...found, path, node: item };
      node = item;
    } else return found;
  }
  return found;
}
