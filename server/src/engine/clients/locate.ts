import { type Member, type ObjectNode, type Path, type SpecNode, touches } from "../document/node.ts";
import type { SpecDocument } from "../document/part.ts";
import type { AppClient } from "./app-client.ts";
import { clientAt } from "./clients-in.ts";

/** What stands at an offset, from an app client's root down to the innermost. */
export interface Location {
  readonly client: AppClient;
  /** In the part. */
  readonly offset: number;
  /** From the app client's root to `node`. */
  readonly path: Path;
  /** The member whose key or value is at the offset, and the object that has it. */
  readonly member?: Member;
  readonly object?: ObjectNode;
  readonly on: "key" | "value" | "nothing";
  /** The innermost node that touches the offset. */
  readonly node?: SpecNode;
}

/** @param offset in the file. @returns `undefined` where no app client stands. */
export function locate(document: SpecDocument, offset: number): Location | undefined {
  const client = clientAt(document, offset);
  return client && locateIn(client, offset - client.base);
}

/** @param at offset in the app client's part. */
export function locateIn(client: AppClient, at: number): Location {
  const { root } = client;
  const shared = { client, offset: at };
  let found: Location = { ...shared, path: [], on: "nothing", ...(root && touches(root.span, at) && { node: root }) };
  let node = root;
  let path: Path = [];
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
    } else {
      const branch = branchAt(node, at);
      if (!branch) return found;
      found = { ...found, node: branch };
      node = branch;
    }
  }
  return found;
}

/** What stands in a branch of `Fn::If` stands where the property's value does: its path is the property's. */
function branchAt(node: SpecNode, at: number): SpecNode | undefined {
  if (node.kind !== "unknown" || node.call?.name !== "Fn::If" || node.call.args?.kind !== "array") return undefined;
  return node.call.args.items.slice(1).find(({ alias, span }) => touches(alias ?? span, at));
}
