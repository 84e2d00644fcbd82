import { findMember, type Member, type ObjectNode, type SpecNode } from "../document/node.ts";
import { type Foreign, foreignOf } from "./foreign.ts";

/**
 * What kind of document people opened: a request; the answer of describe-user-pool-client (wrapped or not);
 * a request wrapped in `UserPoolClient`; a template's resource, wrapped in `Properties`; cognito-local's data file;
 * another tool's document; or no object at all.
 */
export type Shape =
  | { readonly kind: "request" | "describe"; readonly object: ObjectNode; readonly wrapper?: Member }
  | { readonly kind: "wrapped"; readonly object: ObjectNode; readonly wrapper: Member }
  | { readonly kind: "resource"; readonly object: ObjectNode; readonly wrapper: Member }
  | { readonly kind: "client-store"; readonly object: ObjectNode; readonly wrapper: Member }
  | { readonly kind: "foreign"; readonly foreign: Foreign }
  | { readonly kind: "empty" }
  | { readonly kind: "other"; readonly node: SpecNode };

/** Members that only answers have; ClientId is not among them, because an update input has it too. */
export const readOnlyMembers: ReadonlySet<string> = new Set(["CreationDate", "LastModifiedDate", "ClientType"]);

/** @returns the shape of one app client's document. */
export function shapeOf(root: SpecNode | undefined): Shape {
  if (root === undefined) return { kind: "empty" };
  if (root.kind !== "object") return { kind: "other", node: root };
  const wrapper = findMember(root, "UserPoolClient");
  if (wrapper?.value?.kind === "object") {
    const object = wrapper.value;
    const isAnswer =
      isDescribe(object) ||
      findMember(root, "$metadata") !== undefined ||
      findMember(root, "ResponseMetadata") !== undefined;
    return { kind: isAnswer ? "describe" : "wrapped", object, wrapper };
  }
  const store = findMember(root, "Clients");
  if (store?.value?.kind === "object" && !findMember(root, "ClientName"))
    return { kind: "client-store", object: root, wrapper: store };
  const foreign = foreignOf(root);
  if (foreign) return { kind: "foreign", foreign };
  return { kind: isDescribe(root) ? "describe" : "request", object: root };
}

/** An answer has ClientId and at least one read-only member, or two read-only members: one alone is a slip. */
function isDescribe(object: ObjectNode): boolean {
  const count = object.members.filter((member) => readOnlyMembers.has(member.key)).length;
  return count >= 2 || (count === 1 && findMember(object, "ClientId") !== undefined);
}
