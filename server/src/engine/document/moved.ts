import { keepKnown } from "./list-memo.ts";
import type { ArrayNode, Member, Span, SpecNode } from "./node.ts";
import type { Unit } from "./part.ts";

/** The same thing further on in the text. */
export function moved<T extends { readonly span: Span }>(thing: T, by: number): T {
  return { ...thing, span: { start: thing.span.start + by, end: thing.span.end + by } };
}

/** The same value further on in the text; of a value that no alias leads to. */
export function later(node: SpecNode, by: number): SpecNode {
  const span = { start: node.span.start + by, end: node.span.end + by };
  switch (node.kind) {
    case "scalar":
      return { kind: "scalar", span, value: node.value, style: node.style };
    case "array": {
      const list: ArrayNode = { ...node, span, items: node.items.map((item) => later(item, by)) };
      keepKnown(node, list);
      return list;
    }
    case "object":
      return { ...node, span, members: node.members.map((member) => laterMember(member, by)) };
    case "unknown": {
      const { call } = node;
      if (!call) return { ...node, span };
      const args = call.args && later(call.args, by);
      return { ...node, span, call: { ...call, nameSpan: moved({ span: call.nameSpan }, by).span, args } };
    }
  }
}

/** The same parts further on in the file. */
export function laterUnits(units: readonly Unit[], by: number): readonly Unit[] {
  return by === 0 ? units : units.map(({ part, base }) => ({ part, base: base + by }));
}

/** The same members further on in the text. */
export function laterMembers(members: readonly Member[], by: number): readonly Member[] {
  return by === 0 ? members : members.map((member) => laterMember(member, by));
}

export function laterMember(member: Member, by: number): Member {
  return {
    ...member,
    keySpan: { start: member.keySpan.start + by, end: member.keySpan.end + by },
    span: { start: member.span.start + by, end: member.span.end + by },
    value: member.value && later(member.value, by),
  };
}
