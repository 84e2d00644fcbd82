import { columnOf, indentOf, lineStart, restOfLine, startsLine } from "../lines.ts";
import type { ScalarNode, SpecNode } from "../node.ts";
import type { Part, TextEdit } from "../part.ts";
import { type Place, placeOf } from "../place.ts";
import { isPlain, quoted } from "../scalar.ts";
import { insertion, joinTouching, replacement } from "../text-edit.ts";
import { commentsIn, hasBraces } from "./edit-remove.ts";
import { emitAfterKey, emitBlock, emitFlow, isCollection, isEmpty, isInline, isList, type PlainValue } from "./emit.ts";
import { type Container, endOf } from "./entries.ts";
import { type Style, styleOf } from "./style.ts";

/** Writes another value in a node's place: in its quotes where both are strings, in its style where both are collections. */
export function rewrite(part: Part, node: SpecNode, value: PlainValue): TextEdit[] {
  const place = placeOf(part, node);
  const target = { part, node, place, style: styleOf(part), ...extent(part, node, place, value) };
  const edits = isBlock(target, value) ? asBlock(target, value) : inPlace(target, value);
  return joinTouching(part.text, edits);
}

interface Target {
  readonly part: Part;
  readonly node: SpecNode;
  readonly place: Place;
  readonly style: Style;
  readonly start: number;
  readonly end: number;
}

/** The text to replace: without the anchor, and with a tag only where the new value is of another type. */
function extent(part: Part, node: SpecNode, place: Place, value: PlainValue): { start: number; end: number } {
  const isEmptyScalar = node.kind === "scalar" && node.style === "empty";
  const start = isEmptyScalar ? place.after : node.span.start;
  const keepsTag = node.kind === "scalar" && typeof node.value === typeof value;
  const tag = keepsTag ? undefined : place.tags.at(-1);
  const end = isEmptyScalar ? place.after : endOf(part, node);
  return { start: tag && /^\s*$/.test(part.text.slice(tag.end, start)) ? tag.start : start, end };
}

function isBlock({ part, node, place, style }: Target, value: PlainValue): boolean {
  if (part.syntax === "json" || place.flow || !isCollection(value) || isEmpty(value)) return false;
  if (place.kind === "member" && isInline(value, style)) return false;
  const isFlow = (node.kind === "array" || node.kind === "object") && node.flow && hasBraces(part, node);
  return !isFlow || isEmptyContainer(node);
}

function isEmptyContainer(node: Container): boolean {
  return node.kind === "array" ? node.items.length === 0 : node.members.length === 0;
}

function inPlace({ part, node, place, style, start, end }: Target, value: PlainValue): TextEdit[] {
  const { text, syntax } = part;
  const isOldBlock = (node.kind === "array" || node.kind === "object") && !node.flow;
  const newText = isCollection(value)
    ? collection(part, node, place, value, style)
    : scalar(part, node, place, value, style);
  if (isOldBlock && place.kind === "member") {
    const rest = restOfLine(part, end);
    const indent = place.indent + style.unit;
    const kept = commentsIn(part, place.after, rest.end).map((c, i) => (i === 0 ? " " : style.eol + indent) + c);
    return [replacement(place.after, rest.end, ` ${newText}${kept.join("")}`)];
  }
  const comments = commentsIn(part, start, end);
  if (start === end) {
    const colon = place.hasColon ? "" : ":";
    return [insertion(place.after, place.kind === "root" && place.after === 0 ? newText : `${colon} ${newText}`)];
  }
  if (comments.length === 0) return [replacement(start, end, newText)];
  if (isOldBlock) {
    const indent = columnOf(text, start);
    const rest = restOfLine(part, end);
    const kept = commentsIn(part, start, rest.end).map((c, i) => (i === 0 ? " " : style.eol + indent) + c);
    return [replacement(start, rest.end, newText + kept.join(""))];
  }
  const indent = indentOf(text, place.entryStart);
  if (startsLine(text, place.entryStart)) {
    const lines = comments.map((comment) => comment + style.eol + indent);
    return [insertion(place.entryStart, lines.join("")), replacement(start, end, newText)];
  }
  const lead = syntax === "yaml" ? `${indent} ` : indent;
  const kept = comments.map((comment) => ` ${comment}${comment.startsWith("/*") ? "" : style.eol + lead}`);
  return [replacement(start, end, newText + kept.join(""))];
}

function scalar(
  part: Part,
  node: SpecNode,
  place: Place,
  value: string | number | boolean | null,
  style: Style,
): string {
  if (typeof value !== "string") return String(value);
  if (part.syntax === "json") return quoted(value, '"');
  const old = (node as ScalarNode).style;
  if (node.kind === "scalar" && typeof node.value === "string" && (old === "single" || old === "double"))
    return quoted(value, old === "single" ? "'" : '"');
  return isPlain(value, place.flow) ? value : quoted(value, style.quote);
}

function collection(part: Part, node: SpecNode, place: Place, value: PlainValue, style: Style): string {
  const { text, syntax } = part;
  const isOldFlow = (node.kind === "array" || node.kind === "object") && node.flow && !isEmptyContainer(node);
  const isOverLines = isOldFlow
    ? text.slice(node.span.start, node.span.end).includes("\n")
    : syntax === "json" && text.trim().includes("\n");
  // YAML wants a closing bracket to stand deeper than the key, as the old one does.
  const closing = syntax === "yaml" ? node.span.end - 1 : place.entryStart;
  const canBreak = isOverLines && (syntax === "json" || startsLine(text, closing));
  return emitFlow(value, syntax, style, canBreak ? indentOf(text, closing) : undefined);
}

/** A list or map in YAML's block style. */
function asBlock({ part, node, place, style, start, end }: Target, value: PlainValue): TextEdit[] {
  const { text } = part;
  const isOldBlock = (node.kind === "array" || node.kind === "object") && !node.flow;
  if (place.kind !== "member") {
    const hasProperties = /(?:^|\s)[&!]\S*\s*$/.test(text.slice(lineStart(text, place.after), place.after));
    if (hasProperties && lineStart(text, start) === lineStart(text, place.after)) {
      // On the anchor's line a block would give the anchor to its first key, or not parse.
      const indent = `${place.indent}${place.kind === "item" ? "  " : ""}`;
      const rest = restOfLine(part, end);
      const kept = commentsIn(part, start, rest.end).map((comment) => style.eol + indent + comment);
      return [replacement(place.after, rest.end, kept.join("") + style.eol + indent + emitBlock(value, style, indent))];
    }
    const indent = start === end ? `${place.indent}  ` : columnOf(text, start);
    const kept = commentsIn(part, start, end).map((comment) => comment + style.eol + indent);
    const lead = start === end && place.after > 0 ? " " : "";
    return [replacement(start, end, lead + kept.join("") + emitBlock(value, style, indent))];
  }
  const after = emitAfterKey(value, style, place.indent);
  const rest = restOfLine(part, end);
  const colon = place.hasColon ? "" : ":";
  const indent = place.indent + (isList(value) ? style.listIndent : style.unit);
  if (!isOldBlock && commentsIn(part, start, end).length === 0) {
    const cut = Math.min(start, place.after);
    return [replacement(cut, rest.end, colon + text.slice(cut, place.after) + text.slice(end, rest.end) + after)];
  }
  const header = restOfLine(part, place.after);
  const from = header.endsLine && header.end <= start ? header.end : place.after;
  const kept = commentsIn(part, from, rest.end).map((comment) => style.eol + indent + comment);
  return [replacement(from, rest.end, colon + kept.join("") + after)];
}
