import { lineStart } from "./lines.ts";
import { hasTags } from "./mask.ts";
import { laterMember } from "./moved.ts";
import type { Member, ObjectNode, Span } from "./node.ts";
import type { Part } from "./part.ts";
import { smallestEdit } from "./text-edit.ts";
import { readYaml } from "./yaml.ts";

/**
 * Reads a YAML document of one app client again by reading only the members that an edit touched: the others are kept, and what
 * stands behind the edit is moved.
 *
 * Where a line begins a member of the outermost map in block style, a parser is always in the same state, so what stands between two
 * such lines can be read by itself. @returns `undefined` where it cannot, or where that is not certain: with any problem before or
 * after the edit, where an anchor, a merge key or a directive reaches from one member to another, and where markers may have come in.
 */
export function readChangedMembers(text: string, previous: Part): Part | undefined {
  const { root, problems } = previous;
  if (root?.kind !== "object" || root.flow || problems.length > 0) return undefined;
  if (hasFarReaching(text) || hasFarReaching(previous.text)) return undefined;
  const edit = smallestEdit(previous.text, text);
  const by = text.length - previous.text.length;
  const place = placeOf(previous.text, root, edit.span);
  const piece = place && text.slice(place.from, place.until + by);
  if (!piece || hasMarkers(piece)) return undefined;
  const read = readYaml(piece);
  if (read.root?.kind !== "object" || read.root.flow || read.problems.length > 0) return undefined;
  if (columnOf(piece, read.root) !== columnOf(previous.text, root)) return undefined;
  // A name behind `? `, or one of no width: where that stands depends on what comes before it.
  if (read.root.members[0]?.keySpan.start !== read.root.span.start || read.root.members.some(isUnnamed))
    return undefined;
  const members = [
    ...root.members.slice(0, place.first),
    ...read.root.members.map((member) => laterMember(member, place.from)),
    ...(by === 0
      ? root.members.slice(place.next)
      : root.members.slice(place.next).map((each) => laterMember(each, by))),
  ];
  if (new Set(members.map(({ key }) => key)).size < members.length) return undefined;
  const start = members[0]?.keySpan.start ?? root.span.start;
  const end = Math.max(start, ...members.map(({ span }) => span.end));
  return { syntax: "yaml", text, root: { ...root, span: { start, end }, members }, problems: [] };
}

/** Anchors, aliases, merge keys, directives, and what is covered for the parser: they count far from where they stand. */
export function hasFarReaching(text: string): boolean {
  return FAR_REACHING.test(text) || hasTags(text);
}
const FAR_REACHING = /(?:^|[\s[{,:])[&*]|<<|^%|\uFEFF/m;

/** Whether there may be the border of a document, or what would be a directive in a text of its own. */
export function hasMarkers(text: string): boolean {
  return MARKER.test(text);
}
const MARKER = /^(?:---|\.\.\.|%)/m;

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

const isUnnamed = ({ keySpan }: Member) => keySpan.start === keySpan.end;

/** Where the line of a member begins; `undefined` where more than its name stands there. */
function startOf(text: string, { keySpan }: Member): number | undefined {
  const start = lineStart(text, keySpan.start);
  return /^ *$/.test(text.slice(start, keySpan.start)) ? start : undefined;
}

function columnOf(text: string, { span }: ObjectNode): number {
  return span.start - lineStart(text, span.start);
}
