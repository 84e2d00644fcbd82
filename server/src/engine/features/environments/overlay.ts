import { type AppClient, emptyScope } from "../../clients/app-client.ts";
import type { Member, ObjectNode, Span, SpecNode } from "../../document/node.ts";
import type { Part } from "../../document/part.ts";
import { type Spec, specOf } from "../../reading/spec.ts";

/** What stands in `set`: by itself, and as the request that it makes of the spec. */
export interface Overlay {
  /** Values that come from the spec are marked as those behind an alias are: they stand elsewhere. */
  readonly client: AppClient;
  readonly merged: Spec;
  readonly own: Spec;
}

/**
 * A request of two trees laid over each other (RFC 7396), for features that show or offer what fits into `set`.
 * @param base the request of the spec, where there is one.
 * @param at where `set` stands, in the part.
 */
export function overlayOf(
  { part, base: offset }: { readonly part: Part; readonly base: number },
  base: ObjectNode | undefined,
  set: ObjectNode | undefined,
  at: Span,
): Overlay {
  const none: ObjectNode = { kind: "object", members: [], flow: true, span: at };
  const client = clientOf(part, offset, laidOver(base ?? none, set ?? none, at), at);
  return { client, merged: specOf(client), own: specOf(clientOf(part, offset, set ?? none, at)) };
}

function clientOf(part: Part, base: number, object: ObjectNode, extent: Span): AppClient {
  const content = {
    host: "spec",
    target: "create",
    part,
    within: [],
    root: object,
    shape: { kind: "request", object },
    extent,
    scope: emptyScope,
    reread: () => undefined,
  } as const;
  return { ...content, content, base, path: [] };
}

function laidOver(base: ObjectNode, set: ObjectNode, at: Span): ObjectNode {
  const own = new Map(set.members.map((member) => [member.key, member]));
  const kept = base.members.flatMap((member): Member[] => {
    const over = own.get(member.key);
    if (!over) return [reached(member, at)];
    if (member.value?.kind !== "object" || over.value?.kind !== "object") return [];
    own.delete(member.key);
    return [{ ...over, value: laidOver(member.value, over.value, at) }];
  });
  return { ...set, members: [...kept, ...[...own.values()].filter(({ value }) => !removes(value))] };
}

/** `null` removes; YAML's `Key:` is being typed. */
function removes(value: SpecNode | undefined): boolean {
  return value?.kind === "scalar" && value.value === null;
}

function reached(member: Member, alias: Span): Member {
  return { ...member, alias, value: member.value && elsewhere(member.value, alias) };
}

function elsewhere(node: SpecNode, alias: Span): SpecNode {
  switch (node.kind) {
    case "array":
      return { ...node, alias, items: node.items.map((item) => elsewhere(item, alias)) };
    case "object":
      return { ...node, alias, members: node.members.map((member) => reached(member, alias)) };
    default:
      return { ...node, alias };
  }
}
