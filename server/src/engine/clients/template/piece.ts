import type { Member, ObjectNode, SpecNode } from "../../document/node.ts";
import { findMember } from "../../document/node.ts";
import type { Part } from "../../document/part.ts";

export type Path = readonly (string | number)[];

/** A named block of a template (a resource, or a section): its own tree, and where that stands in the file. */
export interface Piece {
  readonly id: string;
  /** From the file's root, the block's own name last. */
  readonly path: Path;
  readonly part: Part;
  /** Offset of the part's first character in the file. */
  readonly base: number;
  /** The block's name and value; offsets in the part. */
  readonly member: Member;
}

/** A resource of a template; its tree is read when somebody asks. */
export interface Resource {
  readonly id: string;
  /** `undefined` where it has none, or none that can be read. */
  readonly type: string | undefined;
  /** `undefined` where the block cannot be read at all. */
  piece(): Piece | undefined;
  /** Whether a word stands anywhere in it, without reading it. */
  mentions(word: string): boolean;
}

/** @returns the resource's Properties, where they are written out. */
export function propertiesOf(piece: Piece | undefined): ObjectNode | undefined {
  const value = findMember(piece?.member.value, "Properties")?.value;
  return value?.kind === "object" ? value : undefined;
}

export function attributeOf(piece: Piece | undefined, name: string): SpecNode | undefined {
  return findMember(piece?.member.value, name)?.value;
}

/** @returns each node below, the node itself first; behind calls too. */
export function* nodesIn(node: SpecNode | undefined): Generator<SpecNode> {
  if (!node) return;
  yield node;
  if (node.kind === "object") for (const { value } of node.members) yield* nodesIn(value);
  else if (node.kind === "array") for (const item of node.items) yield* nodesIn(item);
  else if (node.kind === "unknown" && node.call) yield* nodesIn(node.call.args);
}

/** @returns each node below with its path, functions by their long names; the node itself first. */
export function* placesIn(
  node: SpecNode | undefined,
  path: Path,
): Generator<{ readonly node: SpecNode; readonly path: Path }> {
  if (!node) return;
  yield { node, path };
  if (node.kind === "object") for (const { key, value } of node.members) yield* placesIn(value, [...path, key]);
  else if (node.kind === "array")
    for (const [index, item] of node.items.entries()) yield* placesIn(item, [...path, index]);
  else if (node.kind === "unknown" && node.call) yield* placesIn(node.call.args, [...path, node.call.name]);
}
