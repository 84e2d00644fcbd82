import { lineEnd, lineStart, skipBlanks, skipBlanksBack, skipTrivia } from "../lines.ts";
import type { ArrayNode, Member, ObjectNode, Span, SpecNode } from "../node.ts";
import type { Part } from "../part.ts";

export type Container = ObjectNode | ArrayNode;

/** The text of one member or item as it stands in its container: with its dash, anchor and tag, without its comma. */
export interface Entry {
  readonly start: number;
  readonly end: number;
  /** Offset of the comma after it. */
  readonly comma: number | undefined;
  readonly member?: Member;
  readonly node: SpecNode | undefined;
}

/** @returns the members or items written in the container itself (not those that a merge key brings), in the order of the text. */
export function entriesOf(part: Part, container: Container): readonly Entry[] {
  // A container belongs to one part, unless a fix hands over a text without a tree; many fixes ask of the same one.
  const before = known.get(container);
  if (before?.part === part) return before.entries;
  const entries = container.kind === "array" ? items(part, container) : membersOf(part, container);
  known.set(container, { part, entries });
  return entries;
}
const known = new WeakMap<Container, { readonly part: Part; readonly entries: readonly Entry[] }>();

function membersOf(part: Part, container: ObjectNode): Entry[] {
  return container.members
    .filter((member) => !member.alias)
    .map((member) => {
      const end = memberEnd(part, member);
      const from = container.flow ? container.span.start : lineStart(part.text, member.keySpan.start);
      const start = part.syntax === "json" ? member.keySpan.start : keyStart(part.text, member.keySpan.start, from);
      return { start, end, comma: container.flow ? commaAfter(part, end) : undefined, member, node: member.value };
    });
}

function items(part: Part, array: ArrayNode): Entry[] {
  let at = array.span.start + (array.flow ? 1 : 0);
  return array.items.map((node) => {
    const start = skipTrivia(part, at, part.text.length);
    const isEmpty = node.kind === "scalar" && node.style === "empty" && !node.alias;
    const afterDash = array.flow ? start : start + 1;
    const end = isEmpty ? afterProperties(part, afterDash).end : Math.max(afterDash, endOf(part, node));
    const comma = array.flow ? commaAfter(part, end) : undefined;
    at = comma === undefined ? end : comma + 1;
    return { start, end, comma, node };
  });
}

function commaAfter(part: Part, end: number): number | undefined {
  const at = skipTrivia(part, end, part.text.length);
  return part.text[at] === "," ? at : undefined;
}

/** Back over `? `, `&anchor ` and `!tag ` that stand before a key on its line. */
function keyStart(text: string, key: number, from: number): number {
  let start = key;
  for (;;) {
    const blank = skipBlanksBack(text, start, from);
    const word = lastProperty(text, Math.max(from, blank - 1024), blank);
    if (blank === start || !word) return start;
    start = blank - word.length;
  }
}

/** `?`, or an anchor or tag, that ends at an offset and begins behind a separator. */
function lastProperty(text: string, from: number, end: number): string | undefined {
  let start = end;
  while (start > from && !/[\s,[\]{}]/.test(text.charAt(start - 1))) start--;
  return /(?:^|-)(\?$|[&!].*)/.exec(text.slice(start, end))?.[1];
}

function memberEnd(part: Part, { span, keySpan, value }: Member): number {
  if (!value) return span.end;
  if (value.kind !== "scalar" || value.style !== "empty" || value.alias) return endOf(part, value);
  const colon = colonAfter(part, keySpan.end);
  return colon === undefined ? keySpan.end : afterProperties(part, colon + 1).end;
}

/** @returns offset of the colon that follows a key, or `undefined`. */
export function colonAfter(part: Part, keyEnd: number): number | undefined {
  const at = skipTrivia(part, keyEnd, part.text.length);
  return part.text[at] === ":" ? at : undefined;
}

/** Where a value's text ends. A block scalar that keeps its trailing empty lines (`|+`) owns them. */
export function endOf(part: Part, node: SpecNode): number {
  if (node.alias) return node.alias.end;
  if (node.kind === "scalar" && node.style === "block") return blockScalarEnd(part.text, node.span);
  if ((node.kind !== "object" && node.kind !== "array") || node.flow) return node.span.end;
  const ends = entriesOf(part, node).map((entry) => entry.end);
  const merged = node.kind === "object" ? node.members.flatMap((member) => member.alias?.end ?? []) : [];
  const lastMerge = merged.reduce((last, end) => Math.max(last, mergeEnd(part.text, end)), 0);
  return Math.max(lastMerge, ends.length > 0 ? 0 : node.span.end, ...ends.slice(-1));
}

function blockScalarEnd(text: string, span: Span): number {
  if (!/^[|>]\d?\+/.test(text.slice(span.start, span.start + 3))) return span.end;
  let end = lineEnd(text, span.end);
  for (;;) {
    const next = text.indexOf("\n", end) + 1;
    if (next === 0 || next === text.length) return end;
    const blank = skipBlanks(text, next);
    if (blank !== lineEnd(text, next)) return end;
    end = blank;
  }
}

/** `<<: [*a, *b]`: the bracket after the last alias. */
function mergeEnd(text: string, aliasEnd: number): number {
  return aliasEnd + (/^[ \t]*\]/.exec(text.slice(aliasEnd, lineEnd(text, aliasEnd)))?.[0].length ?? 0);
}

export interface Properties {
  /** Right after the last anchor or tag, or where the search began. */
  readonly end: number;
  readonly tags: readonly Span[];
}

/** Reads the anchor and the tag that may stand between a colon or dash and the value. */
export function afterProperties(part: Part, from: number): Properties {
  if (part.syntax === "json") return { end: from, tags: [] };
  let end = from;
  const tags: Span[] = [];
  for (;;) {
    const at = skipTrivia(part, end, part.text.length);
    const word = /^[&!][^\s,[\]{}]*/.exec(part.text.slice(at, at + 1024))?.[0];
    if (!word) return { end, tags };
    if (word.startsWith("!")) tags.push({ start: at, end: at + word.length });
    end = at + word.length;
  }
}
