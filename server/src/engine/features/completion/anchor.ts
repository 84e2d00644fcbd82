import type { ArrayNode, Member, SpecNode } from "../../document/node.ts";
import type { Part } from "../../document/part.ts";
import type { Frame } from "./cursor.ts";

/** A place before the cursor from which reading tells the same as reading from the start would. */
export interface Anchor {
  readonly from: number;
  /** The brackets that are open there. */
  readonly frames: Frame[];
}

/**
 * The nearest entry at or before the cursor of a JSON text, found through the tree, so that a long document is not read
 * again for each letter. The tree is trusted up to the first syntax error only.
 * @returns `undefined` where there is none: then the text is read from its start.
 */
export function anchorIn({ root, problems }: Part, offset: number): Anchor | undefined {
  // Behind the end of an app client only its list, of which the tree knows nothing, goes on.
  if (!root || offset >= root.span.end || problems.some(({ code }) => code === "document-limit")) return undefined;
  const sound = Math.min(
    Number.MAX_SAFE_INTEGER,
    ...problems.filter(({ code }) => code === "syntax-error").map(({ span }) => span.start),
  );
  const frames: Frame[] = [];
  let anchor: Anchor | undefined;
  let node: SpecNode | undefined = root;
  while ((node?.kind === "object" || node?.kind === "array") && node.span.start < offset) {
    const entries: readonly (Member | SpecNode)[] = node.kind === "object" ? node.members : node.items;
    const index = lastBefore(entries, Math.min(offset, sound));
    const entry = entries[index];
    if (!entry || (node.kind === "array" && (entry as SpecNode).kind !== "scalar")) return anchor;
    const value: SpecNode | undefined = node.kind === "object" ? (entry as Member).value : (entry as SpecNode);
    const key = node.kind === "object" ? (entry as Member).key : textOf(entry as SpecNode);
    const frame = { kind: node.kind, key, index } as const;
    const isBracket = value?.kind === "object" || value?.kind === "array";
    if (value && entry.span.end <= sound && (isBracket ? entry.span.end <= offset : entry.span.end < offset)) {
      return {
        from: entry.span.end,
        frames: [...frames, { ...frame, expects: "comma", entryEnd: entry.span.end }],
      };
    }
    anchor = {
      from: entry.span.start,
      frames: [
        ...frames.map((outer) => ({ ...outer })),
        { ...frame, expects: node.kind === "object" ? "key" : "value", entryEnd: entry.span.start },
      ],
    };
    frames.push({ ...frame, expects: "value", entryEnd: entry.span.start });
    node = value && value.span.start < sound ? value : undefined;
  }
  return anchor;
}

/** @returns the index of the last one that begins before the offset, or -1. In JSON they stand in the order of the text. */
export function lastBefore(entries: readonly { readonly span: ArrayNode["span"] }[], offset: number): number {
  let [low, high] = [0, entries.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((entries[middle]?.span.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function textOf(node: SpecNode): string {
  return node.kind === "scalar" ? String(node.value) : "";
}
