import { properties } from "../../catalogue/properties.ts";
import { type Entry, entriesOf } from "../../document/edit/entries.ts";
import { lineEnd, lineStart } from "../../document/lines.ts";
import type { ObjectNode } from "../../document/node.ts";
import type { Part, TextEdit } from "../../document/part.ts";
import type { At, Refactoring } from "./refactoring.ts";

const order: ReadonlyMap<string, number> = new Map(properties.map(({ name }, index) => [name, index]));

/** Members in the catalogue's order, each with the comments above it and behind it; unknown names stay last, as they are. */
export function sortMembers({ part, spec, path }: At): Refactoring[] {
  if (path.length > 0 || !spec.node || spec.node.members.some((member) => member.alias)) return [];
  const entries = entriesOf(part, spec.node);
  const wanted = [...entries].sort((a, b) => rank(a) - rank(b));
  if (entries.length < 2 || wanted.every((entry, index) => entry === entries[index])) return [];
  const edits = isOnOneLine(part, spec.node)
    ? swapTexts(part, entries, wanted)
    : moveBlocks(part, spec.node, entries, wanted);
  return edits.length === 0 ? [] : [{ title: "Sort members in the recommended order", edits, keepsValue: true }];
}

function rank({ member }: Entry): number {
  return order.get(member?.key ?? "") ?? order.size;
}

function isOnOneLine({ text }: Part, { span }: ObjectNode): boolean {
  return !text.slice(span.start, span.end).includes("\n");
}

/** `{ "b": 1, "a": 2 }`: the texts change places, the commas stay. */
function swapTexts({ text }: Part, entries: readonly Entry[], wanted: readonly Entry[]): TextEdit[] {
  return entries.map(({ start, end }, index) => {
    const other = wanted[index] as Entry;
    return { span: { start, end }, newText: text.slice(other.start, other.end) };
  });
}

/** A member's block: from behind the line of the one before it to the end of its own last line. Two members on one line cannot move. */
function moveBlocks(part: Part, object: ObjectNode, entries: readonly Entry[], wanted: readonly Entry[]): TextEdit[] {
  const { text } = part;
  const blocks = new Map<Entry, { start: number; end: number }>();
  let from = object.flow
    ? lineEnd(text, object.span.start)
    : breakBefore(text, lineStart(text, entries[0]?.start ?? 0));
  for (const entry of entries) {
    const end = lineEnd(text, Math.max(entry.end, (entry.comma ?? entry.end - 1) + 1));
    if (end <= from || lineStart(text, entry.start) <= from - 1) return [];
    blocks.set(entry, { start: from, end });
    from = end;
  }
  const last = entries.at(-1);
  // The closing bracket must not stand on the last member's line.
  if (object.flow && (blocks.get(last as Entry)?.end ?? 0) >= object.span.end) return [];
  const hadComma = last?.comma !== undefined;
  return entries.map((entry, index) => {
    const span = blocks.get(entry) as { start: number; end: number };
    const other = wanted[index] as Entry;
    const needsComma = object.flow && (index < entries.length - 1 || hadComma);
    let newText = withComma(text, other, blocks.get(other) as { start: number; end: number }, needsComma);
    // Block style begins at the file's first character, where no line break stands before it.
    if (span.start < 0) newText = newText.replace(/^\r?\n/, "");
    else if ((blocks.get(other)?.start ?? 0) < 0) newText = `${text.includes("\r\n") ? "\r\n" : "\n"}${newText}`;
    return { span: { start: Math.max(0, span.start), end: span.end }, newText };
  });
}

/** Offset of the line break before a line; -1 before the first. */
function breakBefore(text: string, line: number): number {
  return line > 1 && text[line - 2] === "\r" ? line - 2 : line - 1;
}

function withComma(
  text: string,
  { end, comma }: Entry,
  block: { start: number; end: number },
  wanted: boolean,
): string {
  const head = text.slice(Math.max(0, block.start), end);
  const rest =
    comma === undefined ? text.slice(end, block.end) : text.slice(end, comma) + text.slice(comma + 1, block.end);
  return `${head}${wanted ? "," : ""}${rest}`;
}
