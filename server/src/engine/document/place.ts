import { afterProperties, type Container, colonAfter, type Entry, entriesOf, type Properties } from "./edit/entries.ts";
import { columnOf, lineStart, skipBlanks } from "./lines.ts";
import type { SpecNode } from "./node.ts";
import type { Part } from "./part.ts";

/** Where a value stands: what holds it, and where its text may begin. */
export interface Place {
  readonly kind: "root" | "member" | "item";
  /** `{…}`, `[…]` or JSON around it. */
  readonly flow: boolean;
  /** Offset of the entry's first character: key, dash, or the value itself. */
  readonly entryStart: number;
  /** White space as wide as what stands before the entry. */
  readonly indent: string;
  /** Right after the colon or dash and the anchor and tag. */
  readonly after: number;
  readonly tags: Properties["tags"];
  /** Whether the key has its colon. */
  readonly hasColon: boolean;
}

/** @returns the place of a node written in this part (not of one behind an alias). */
export function placeOf(part: Part, node: SpecNode): Place {
  const found = part.root && part.root !== node ? holderOf(part, part.root, node) : undefined;
  return found ? entryPlace(part, found.container, found.entry) : rootPlace(part, node);
}

function entryPlace(part: Part, { kind, flow }: Container, entry: Entry): Place {
  const around = { flow, entryStart: entry.start, indent: columnOf(part.text, entry.start) };
  if (kind === "array") {
    const { end, tags } = afterProperties(part, flow ? entry.start : entry.start + 1);
    return { ...around, kind: "item", after: end, tags, hasColon: true };
  }
  const keyEnd = entry.member?.keySpan.end ?? entry.end;
  const colon = colonAfter(part, keyEnd);
  const { end, tags } = afterProperties(part, colon === undefined ? keyEnd : colon + 1);
  return { ...around, kind: "member", after: end, tags, hasColon: colon !== undefined };
}

/** The root of a part may be an item of a YAML list, whose dash stands in the same text. */
function rootPlace(part: Part, node: SpecNode): Place {
  const { text, syntax } = part;
  const start = node.span.start;
  const dash = syntax === "yaml" ? /(?:^|\n)[ \t]*-(?:\s+[&!]\S*)*\s+$/.exec(text.slice(0, start)) : null;
  if (dash) {
    const entryStart = skipBlanks(text, dash.index + (dash[0].startsWith("\n") ? 1 : 0));
    const { end, tags } = afterProperties(part, entryStart + 1);
    return {
      kind: "item",
      flow: false,
      entryStart,
      indent: columnOf(text, entryStart),
      after: end,
      tags,
      hasColon: true,
    };
  }
  const { end, tags } = afterProperties(part, documentStart(text, start));
  const indent = lineStart(text, start) === 0 || syntax === "json" ? columnOf(text, start) : "";
  return { kind: "root", flow: syntax === "json", entryStart: start, indent, after: end, tags, hasColon: true };
}

function documentStart(text: string, start: number): number {
  const marker = text.slice(0, start).lastIndexOf("---");
  return marker < 0 ? 0 : marker + 3;
}

function holderOf(part: Part, container: SpecNode, node: SpecNode): { container: Container; entry: Entry } | undefined {
  if (container.kind !== "object" && container.kind !== "array") return undefined;
  const entry = entriesOf(part, container).findLast(({ start }) => start <= node.span.start);
  if (!entry?.node || entry.node.alias) return undefined;
  return entry.node === node ? { container, entry } : holderOf(part, entry.node, node);
}
