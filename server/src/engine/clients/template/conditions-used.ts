import { type SpecNode, stringValue } from "../../document/node.ts";
import { nodesIn, type Piece } from "./piece.ts";
import { conditionOf } from "./view.ts";

/** The conditions that decide what a value is. */
export function conditionsIn(node: SpecNode | undefined): string[] {
  const names: string[] = [];
  for (const each of nodesIn(node)) {
    if (each.kind !== "unknown" || each.call?.name !== "Fn::If" || each.call.args?.kind !== "array") continue;
    const name = stringValue(each.call.args.items[0]);
    if (name !== undefined) names.push(name);
  }
  return names;
}

/** The conditions that decide whether a resource is made, and with what values. */
export function conditionsOf(piece: Piece | undefined): string[] {
  const own = conditionOf(piece);
  return [...(own === undefined ? [] : [own]), ...conditionsIn(piece?.member.value)];
}
