import { lineStart } from "./lines.ts";
import { hasTags } from "./mask.ts";
import { laterMember, laterMembers } from "./moved.ts";
import type { Member, ObjectNode, Span } from "./node.ts";
import type { Part } from "./part.ts";
import { smallestEdit } from "./text-edit.ts";
import { readYaml } from "./yaml.ts";

/**
 * Reads a YAML document of one app client again by reading only the members that an edit touched: the others are kept, and what
 * stands behind the edit is moved.
 *
 * Where a member of the outermost map begins in the first column, a parser is always in the same state, so what stands between two
 * such lines can be read by itself. (In a map further in, a comment to the left of it may change what the parser takes its lines for.)
 * @returns `undefined` where it cannot, or where that is not certain: with any problem before or after the edit, where an anchor, a
 * merge key or a directive reaches from one member to another, and where markers may have come in.
 */
export function readChangedMembers(text: string, previous: Part): Part | undefined {
  const { root, problems } = previous;
  if (root?.kind !== "object" || root.flow || problems.length > 0) return undefined;
  if (hasFarReaching(text) || hasFarReaching(previous.text)) return undefined;
  const edit = smallestEdit(previous.text, text);
  const by = text.length - previous.text.length;
  const place = placeOf(previous.text, root, edit.span);
  if (!place || isUnusual(previous.text.slice(place.from, place.until))) return undefined;
  const read = readBetween(text.slice(place.from, place.until + by), place, root.members.length);
  if (!read) return undefined;
  const members = [
    ...root.members.slice(0, place.first),
    ...read.map((member) => laterMember(member, place.from)),
    ...laterMembers(root.members.slice(place.next), by),
  ];
  if (new Set(members.map(({ key }) => key)).size < members.length) return undefined;
  const start = members[0]?.keySpan.start ?? root.span.start;
  const end = Math.max(start, ...members.map(({ span }) => span.end));
  return { syntax: "yaml", text, root: { ...root, span: { start, end }, members }, problems: [] };
}

/**
 * Members of their own stand for those before and after, so that the parser comes and goes as it does in the whole: it may read on in
 * the next line where one would not expect it, as behind a comment above a plain value.
 */
function readBetween(piece: string, { first, next }: Place, count: number): readonly Member[] | undefined {
  const [head, tail] = [first === 0 ? "" : "HEAD: 0\n", next === count ? "" : "TAIL: 0\n"];
  if (hasMarkers(piece) || isUnusual(piece)) return undefined;
  const { root, problems } = readYaml(head + piece + tail);
  if (root?.kind !== "object" || root.flow || problems.length > 0) return undefined;
  const members = root.members.map((member) => laterMember(member, -head.length));
  const before = head === "" ? undefined : members.shift();
  const after = tail === "" ? undefined : members.pop();
  if (before && before.span.end !== -1) return undefined;
  if (after && after.keySpan.start !== piece.length) return undefined;
  const [start] = members;
  return start && startOf(piece, start) !== undefined && !members.some(isUnnamed) ? members : undefined;
}

/** Anchors, aliases, merge keys, directives, and what is covered for the parser: they count far from where they stand. */
export function hasFarReaching(text: string): boolean {
  return FAR_REACHING.test(text) || hasTags(text);
}
const FAR_REACHING = /(?:^|[\s[{,:])[&*]|<<|^%|\uFEFF/m;

/**
 * Whether a parser's state may depend on the lines in ways of their own: those of long names and of names of no width, block scalars,
 * tabs, and what stands further in below a comment.
 */
function isUnusual(text: string): boolean {
  let isBelowComment = false;
  return text.split("\n").some((line) => {
    const content = line.trimStart();
    if (content === "") return false;
    const wasBelow = isBelowComment;
    isBelowComment = content.startsWith("#");
    return UNUSUAL.test(content) || line.includes("\t") || (wasBelow && !isBelowComment && line.startsWith(" "));
  });
}
const UNUSUAL = /^[?:](?:\s|$)|[|>][-+\d]*\s*(?:#.*)?$/;

/** Whether there may be the border of a document, or what would be a directive in a text of its own. */
export function hasMarkers(text: string): boolean {
  return MARKER.test(text);
}
const MARKER = /^(?:---|\.\.\.|[%?])/m;

/** What has to be read again: lines of the old text, and the members from `first` up to `next` in them. */
interface Place {
  readonly from: number;
  readonly until: number;
  readonly first: number;
  readonly next: number;
}

function placeOf(text: string, { members }: ObjectNode, edit: Span): Place | undefined {
  const starts = members.map((member) => startOf(text, member));
  let first = -1;
  // What comes to the very beginning of a line may belong to the member above it.
  while (first + 1 < members.length && (starts[first + 1] ?? edit.start) < edit.start) first++;
  let next = first + 1;
  // The line break before the next member stays.
  while (next < members.length && (starts[next] ?? -1) <= edit.end) next++;
  const from = starts[first];
  const until = next < members.length ? starts[next] : text.length;
  return from === undefined || until === undefined ? undefined : { from, until, first, next };
}

/** Where a name of no width stands depends on what comes before it. */
const isUnnamed = ({ keySpan }: Member) => keySpan.start === keySpan.end;

/** Where a member begins; `undefined` where that is not the first column, or there is nothing to begin with. */
function startOf(text: string, member: Member): number | undefined {
  const { keySpan } = member;
  return !isUnnamed(member) && lineStart(text, keySpan.start) === keySpan.start ? keySpan.start : undefined;
}
