import { commentsOf } from "../comments.ts";
import {
  columnOf,
  isLineEnd,
  lineEnd,
  lineStart,
  nextLine,
  restOfLine,
  skipBlanks,
  skipBlanksBack,
  skipTrivia,
  startsLine,
} from "../lines.ts";
import type { Part, TextEdit } from "../part.ts";
import { placeOf } from "../place.ts";
import { insertion, joinTouching, replacement } from "../text-edit.ts";
import { withoutNeededAnchors } from "./anchors.ts";
import { type Container, type Entry, entriesOf } from "./entries.ts";
import { styleOf } from "./style.ts";

/**
 * Removes entries with their lines and commas. No comment is lost: one on a line of its own stays, one beside or inside
 * a removed entry stays as a line of its own at the entry's indentation.
 * Entries that hold an anchor which is used elsewhere stay, for without them the document would not parse.
 */
export function removeEntries(part: Part, container: Container, chosen: (entry: Entry) => boolean): TextEdit[] {
  const all = entriesOf(part, container);
  const gone = new Set(withoutNeededAnchors(part, all.filter(chosen)));
  if (gone.size === 0) return [];
  if (!container.flow) return removeBlock(part, container, all, gone);
  return hasBraces(part, container) ? removeFlow(part, container, all, gone) : [];
}

/** YAML's `[a: 1]` has a map without braces. */
export function hasBraces({ text }: Part, { span, kind }: Container): boolean {
  return text[span.start] === (kind === "array" ? "[" : "{");
}

/** @returns the span between the brackets; to the end of what is there when the closing one is missing. */
export function innerSpan({ text }: Part, { span, kind }: Container): { start: number; end: number } {
  const isClosed = span.end - span.start > 1 && text[span.end - 1] === (kind === "array" ? "]" : "}");
  return { start: span.start + 1, end: isClosed ? span.end - 1 : span.end };
}

function removeFlow(part: Part, container: Container, all: readonly Entry[], gone: ReadonlySet<Entry>): TextEdit[] {
  const inner = innerSpan(part, container);
  const edits: TextEdit[] = [];
  const last = all.at(-1);
  const tail = all.findLastIndex((entry) => !gone.has(entry)) + 1;
  const lastIsGone = last !== undefined && gone.has(last);
  // Without a comma after it, the last entry takes the comma before its group along.
  if (lastIsGone && last.comma === undefined)
    edits.push(...removeComma(part, all[tail - 1]?.comma, all[tail], inner.start));
  const somethingFollows =
    last?.comma !== undefined && skipTrivia(part, last.comma + 1, inner.end) < inner.end ? all.length : tail;
  all.forEach((entry, index) => {
    if (gone.has(entry)) edits.push(removeFlowEntry(part, entry, index < somethingFollows, inner.start));
  });
  const joined = joinTouching(
    part.text,
    joinTouching(part.text, edits).map((edit) => withEmptyLine(part.text, edit)),
  );
  if (tail > 0) return joined;
  const rest = remainder(part.text, inner, joined);
  return rest.trim() === "" ? [replacement(inner.start, inner.end, "")] : joined;
}

/** Takes the line along when nothing is left on it, as with commas at the start of lines. */
function withEmptyLine(text: string, edit: TextEdit): TextEdit {
  const { start, end } = edit.span;
  if (edit.newText !== "" || start === end || !startsLine(text, start) || !isLineEnd(text, end)) return edit;
  return replacement(lineStart(text, start), nextLine(text, end), "");
}

/** What the edits leave of a span. */
function remainder(text: string, span: { start: number; end: number }, edits: readonly TextEdit[]): string {
  let rest = "";
  let at = span.start;
  for (const edit of edits) {
    rest += text.slice(at, edit.span.start) + edit.newText;
    at = edit.span.end;
  }
  return rest + text.slice(at, span.end);
}

function removeComma(part: Part, known: number | undefined, first: Entry | undefined, from: number): TextEdit[] {
  const { text } = part;
  let comma = known;
  if (comma === undefined && first) {
    // Before it stands something that is no entry, such as a merge key.
    let at = first.start;
    while (at > from && /\s/.test(text.charAt(at - 1))) at--;
    if (text[at - 1] === ",") comma = at - 1;
  }
  return comma === undefined ? [] : [replacement(comma, comma + 1, "")];
}

function removeFlowEntry(part: Part, entry: Entry, hasNext: boolean, innerStart: number): TextEdit {
  const { text, syntax } = part;
  const until = entry.comma === undefined ? entry.end : entry.comma + 1;
  const rest = restOfLine(part, until);
  const indent = columnOf(text, entry.start);
  const { eol } = styleOf(part);
  if (startsLine(text, entry.start) && rest.endsLine && lineStart(text, entry.start) >= innerStart) {
    const kept = commentsIn(part, entry.start, rest.end).map((comment) => indent + comment + eol);
    return replacement(lineStart(text, entry.start), nextLine(text, rest.end), kept.join(""));
  }
  const kept = commentsIn(part, entry.start, until);
  const before = skipBlanksBack(text, entry.start, innerStart);
  const after = skipBlanks(text, until);
  const lead = syntax === "yaml" || !hasNext ? " " : "";
  const saved = kept.map((comment) => lead + comment + (comment.startsWith("/*") ? " " : eol + indent)).join("");
  if (!hasNext) return replacement(before, until, saved);
  if (syntax === "yaml" && text[after] === "#") return replacement(entry.start, until, saved);
  if (!isLineEnd(text, after)) return replacement(entry.start, after, saved);
  if (before > innerStart || saved) return replacement(before, until, saved);
  return replacement(entry.start, after + (/^\s*/.exec(text.slice(after))?.[0].length ?? 0), "");
}

function removeBlock(part: Part, container: Container, all: readonly Entry[], gone: ReadonlySet<Entry>): TextEdit[] {
  const { text } = part;
  const first = all[0] as Entry;
  const last = all.at(-1) as Entry;
  const { eol } = styleOf(part);
  const indent = columnOf(text, first.start);
  const isEmptied = gone.size === all.length && !isMergedInto(container);
  const empty = container.kind === "array" ? "[]" : "{}";
  const edits: TextEdit[] = [];
  let index = 0;
  if (!startsLine(text, first.start)) {
    // The first entry shares its line with a dash: what follows moves up.
    if (isEmptied) {
      const { end } = restOfLine(part, last.end);
      const kept = commentsIn(part, first.start, end).map((comment, i) => (i === 0 ? " " : eol + indent) + comment);
      return [replacement(first.start, end, empty + kept.join(""))];
    }
    let end = first.start;
    while (index < all.length && gone.has(all[index] as Entry)) end = (all[index++] as Entry).end;
    if (index > 0) edits.push(moveUp(part, first.start, end, indent));
  }
  const place = isEmptied ? placeOf(part, container) : undefined;
  for (const entry of all.slice(index))
    if (gone.has(entry)) edits.push(removeLines(part, entry, place?.kind === "root" && entry === first ? [empty] : []));
  if (place && place.kind !== "root") edits.push(insertion(place.after, ` ${empty}`));
  return joinTouching(text, edits).map((edit) => withoutFirstLineEnd(text, edit));
}

function isMergedInto(container: Container): boolean {
  return container.kind === "object" && container.members.some((member) => member.alias);
}

function moveUp(part: Part, start: number, end: number, indent: string): TextEdit {
  const next = skipTrivia(part, end, part.text.length);
  const { eol } = styleOf(part);
  const comments = commentsIn(part, start, next).map((comment) => comment + eol + indent);
  return replacement(start, next, comments.join(""));
}

/** With the line end before them, so that an insertion at the end of the last line keeps its place. */
function removeLines(part: Part, entry: Entry, instead: readonly string[]): TextEdit {
  const { text } = part;
  const { end } = restOfLine(part, entry.end);
  const indent = columnOf(text, entry.start);
  const { eol } = styleOf(part);
  const kept = [...instead, ...commentsIn(part, entry.start, end)].map((line) => eol + indent + line);
  return replacement(previousLineEnd(text, entry.start), lineEnd(text, end), kept.join(""));
}

function previousLineEnd(text: string, offset: number): number {
  const start = lineStart(text, offset);
  return start === 0 ? 0 : text[start - 2] === "\r" ? start - 2 : start - 1;
}

/** The first line of the text has no line end before it: the one after it goes instead. */
function withoutFirstLineEnd(text: string, { span, newText }: TextEdit): TextEdit {
  if (span.start > 0 || span.end === 0) return { span, newText };
  return newText === ""
    ? replacement(0, nextLine(text, span.end), "")
    : { span, newText: newText.replace(/^\r?\n/, "") };
}

/** @returns the texts of the comments that begin in the range. */
export function commentsIn(part: Part, start: number, end: number): string[] {
  if (!part.text.slice(start, end).includes(part.syntax === "yaml" ? "#" : "/")) return [];
  return commentsOf(part)
    .filter(({ span }) => span.start >= start && span.start < end)
    .map(({ span }) => part.text.slice(span.start, span.end));
}
