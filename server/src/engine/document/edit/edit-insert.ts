import { commentsOf } from "../comments.ts";
import { columnOf, commentEnd, indentOf, isLineEnd, lineStart, restOfLine, skipBlanks, startsLine } from "../lines.ts";
import type { Part, TextEdit } from "../part.ts";
import { placeOf } from "../place.ts";
import { insertion, joinTouching, replacement } from "../text-edit.ts";
import { hasBraces, innerSpan } from "./edit-remove.ts";
import { type Container, type Entry, entriesOf } from "./entries.ts";
import { type Style, styleOf } from "./style.ts";

/** How to write the new entries: on one line (`indent` undefined) or several, in flow or block style. */
export interface NewEntries {
  flow(style: Style, indent: string | undefined): string[];
  block(style: Style, indent: string): string[];
}

/** @param index number of the entry before which the new ones go; the number of entries puts them at the end. */
export function insertEntries(part: Part, container: Container, entries: NewEntries, index: number): TextEdit[] {
  const all = entriesOf(part, container);
  if (!container.flow) return insertBlock(part, container, all, entries, index);
  if (!hasBraces(part, container)) return [];
  const previous = all[index - 1];
  const next = all[index];
  const edits = previous
    ? insertAfter(part, container, previous, next, entries)
    : next
      ? insertFirst(part, container, next, entries)
      : insertIntoEmpty(part, container, entries);
  return joinTouching(part.text, edits);
}

function insertAfter(part: Part, container: Container, previous: Entry, next: Entry | undefined, entries: NewEntries) {
  const style = styleOf(part);
  const anchor = previous.comma === undefined ? previous.end : previous.comma + 1;
  const rest = restOfLine(part, anchor);
  const needsComma = previous.comma !== undefined || next !== undefined;
  const edits: TextEdit[] = previous.comma === undefined ? [insertion(previous.end, ",")] : [];
  if (rest.endsLine) {
    const indent = siblingIndent(part, container, previous, next, style);
    const lines = entries.flow(style, indent).map((entry) => style.eol + indent + entry);
    edits.push(insertion(rest.end, lines.join(",") + (needsComma ? "," : "")));
  } else {
    const blank = style.comma.slice(1);
    const texts = entries.flow(style, undefined).map((entry) => blank + entry);
    const at = previous.comma === undefined ? rest.end : anchor;
    edits.push(insertion(at, texts.join(",") + (needsComma ? "," : "")));
  }
  return edits;
}

function siblingIndent(
  part: Part,
  container: Container,
  previous: Entry,
  next: Entry | undefined,
  style: Style,
): string {
  for (const entry of [previous, next])
    if (entry && startsLine(part.text, entry.start)) return indentOf(part.text, entry.start);
  return outerIndent(part, container) + style.unit;
}

/** The indentation of the closing bracket where it has a line of its own, else of the line that opens the container. */
function outerIndent(part: Part, container: Container): string {
  const { end } = innerSpan(part, container);
  return startsLine(part.text, end) && /\n/.test(part.text.slice(container.span.start, end))
    ? indentOf(part.text, end)
    : indentOf(part.text, container.span.start);
}

function insertFirst(part: Part, container: Container, next: Entry, entries: NewEntries): TextEdit[] {
  const { text } = part;
  const style = styleOf(part);
  if (startsLine(text, next.start) && lineStart(text, next.start) > container.span.start) {
    const indent = indentOf(text, next.start);
    const lines = entries.flow(style, indent).map((entry) => `${indent}${entry},${style.eol}`);
    return [insertion(aboveComments(part, next.start, container.span.start), lines.join(""))];
  }
  const texts = entries.flow(style, undefined).map((entry) => `${entry},${style.comma.slice(1) || ""}`);
  return [insertion(next.start, texts.join(""))];
}

/** @returns the start of the first of the comment lines right above `offset`, or of its own line. */
function aboveComments(part: Part, offset: number, from: number): number {
  const { text } = part;
  let start = lineStart(text, offset);
  while (start > 0) {
    const above = lineStart(text, start - 1);
    const comment = skipBlanks(text, above);
    if (above <= from || commentEnd(part, comment) === undefined || !isLineEnd(text, restOfLine(part, comment).end))
      break;
    if ((commentEnd(part, comment) ?? 0) > start) break;
    start = above;
  }
  return start;
}

function insertIntoEmpty(part: Part, container: Container, entries: NewEntries): TextEdit[] {
  const { text } = part;
  const style = styleOf(part);
  const inner = innerSpan(part, container);
  const content = text.slice(inner.start, inner.end);
  const isOverLines = part.syntax === "json" ? text.trim().includes("\n") : content.includes("\n");
  const comments = commentsOf(part).filter(({ span }) => span.start >= inner.start && span.end <= inner.end);
  const lastComment = comments.at(-1);
  if (lastComment === undefined && content.trim() !== "") {
    // Something that is no entry, such as a merge key.
    return [insertion(inner.start, `${entries.flow(style, undefined).join(style.comma)}${style.comma}`)];
  }
  const outer = outerIndent(part, container);
  if (lastComment) {
    const { start, end } = lastComment.span;
    if (!isLineEnd(text, skipBlanks(text, end))) {
      const texts = entries.flow(style, undefined).join(style.comma);
      return [insertion(end, ` ${texts}`)];
    }
    const indent = startsLine(text, start) ? indentOf(text, start) : outer + style.unit;
    return [
      insertion(
        end,
        entries
          .flow(style, indent)
          .map((entry) => style.eol + indent + entry)
          .join(","),
      ),
    ];
  }
  const block = part.syntax === "yaml" && !isOverLines ? asBlock(part, container, entries, style) : undefined;
  if (block) return block;
  if (!isOverLines) {
    const padding = container.kind === "object" ? style.padding : "";
    const newText = padding + entries.flow(style, undefined).join(style.comma) + padding;
    return [replacement(inner.start, inner.end, newText)];
  }
  const indent = outer + style.unit;
  const lines = entries.flow(style, indent).map((entry) => style.eol + indent + entry);
  return [replacement(inner.start, inner.end, `${lines.join(",")}${style.eol}${outer}`)];
}

/** `Key: {}` and `Key: []` are the only ways to write an empty value in YAML: filled, it is written as the rest is. */
function asBlock(part: Part, container: Container, entries: NewEntries, style: Style): TextEdit[] | undefined {
  const { text } = part;
  const place = placeOf(part, container);
  if (place.flow || (container.kind === "array" && style.inlineLists)) return undefined;
  const { start, end } = container.span;
  if (place.kind === "member") {
    const rest = restOfLine(part, end);
    if (!rest.endsLine) return undefined;
    const indent = place.indent + (container.kind === "array" ? style.listIndent : style.unit);
    const lines = entries.block(style, indent).map((entry) => style.eol + indent + entry);
    return [
      replacement(place.after, start, ""),
      replacement(start, rest.end, text.slice(end, rest.end) + lines.join("")),
    ];
  }
  const indent = columnOf(text, start);
  // On the line of an anchor, a tag or `---` no block may begin.
  const from = Math.max(lineStart(text, start), place.kind === "item" ? place.entryStart + 1 : 0);
  if (text.slice(from, start).trim() !== "") return undefined;
  return [replacement(start, end, entries.block(style, indent).join(style.eol + indent))];
}

function insertBlock(part: Part, container: Container, all: readonly Entry[], entries: NewEntries, index: number) {
  const { text } = part;
  const style = styleOf(part);
  const previous = all[index - 1];
  const next = all[index];
  const indent = columnOf(text, all[0]?.start ?? container.span.start);
  const texts = entries.block(style, indent);
  if (previous) {
    const { end } = restOfLine(part, previous.end);
    return [insertion(end, texts.map((entry) => style.eol + indent + entry).join(""))];
  }
  const start = next?.start ?? container.span.start;
  const isHeader =
    aboveComments(part, start, -1) === 0 || text.slice(0, aboveComments(part, start, -1)).trim() === "---";
  if (!startsLine(text, start) || isHeader)
    return [insertion(start, texts.map((entry) => entry + style.eol + indent).join(""))];
  const at = aboveComments(part, start, -1);
  return [insertion(at, texts.map((entry) => indent + entry + style.eol).join(""))];
}
