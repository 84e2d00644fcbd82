import { readJson } from "./json.ts";
import { keepKnown } from "./list-memo.ts";
import { hasTags } from "./mask.ts";
import { later, laterMembers, moved } from "./moved.ts";
import type { ArrayNode, Member, ObjectNode, Span, SpecNode } from "./node.ts";
import type { Part, SpecDocument, SyntaxProblem } from "./part.ts";
import { distinctProblems, isBroken } from "./problems.ts";
import { smallestEdit } from "./text-edit.ts";

/**
 * Reads a JSON file of one app client again by reading only the items of a list, or the one value, that an edit touched: the rest of
 * the tree is kept, and what stands behind the edit is moved.
 *
 * Between two items of a list a parser is always in the same state, so what stands there can be read by itself, as long as it begins
 * and ends in that state. @returns `undefined` where it does not, or where that is not certain: with a syntax error before or after
 * the edit, where a template engine's tags are covered, and where anything but plain values came in.
 */
export function readChangedValues(
  text: string,
  previous: SpecDocument | undefined,
  comments: boolean,
): Part | undefined {
  const [unit] = previous?.units ?? [];
  if (!unit || previous?.container !== "single" || unit.base !== 0) return undefined;
  return readChangedPart(text, unit.part, comments);
}

/** The same for one part of a file: what stands around its value is read in the same state as before. */
export function readChangedPart(text: string, previous: Part, comments: boolean): Part | undefined {
  const { root, problems } = previous;
  if (!root || problems.length > MOST_PROBLEMS || isBroken(previous)) return undefined;
  const { span, newText } = smallestEdit(previous.text, text);
  const changed = previous.text.slice(Math.max(0, span.start - 1), span.end + 1);
  if (hasTags(text) || hasTags(changed)) return undefined;
  const edit = { ...span, by: newText.length - (span.end - span.start) };
  const place = placeOf(root, edit);
  const read = place && readBetween(text, place, edit.by, comments);
  if (!place || !read) return undefined;
  const now: SyntaxProblem[] = [
    ...problems.filter((problem) => problem.span.end <= place.from),
    ...read.problems,
    ...problems.filter((problem) => problem.span.start >= place.until).map((problem) => moved(problem, edit.by)),
  ];
  const tree = rebuilt(root, place, read.items, edit);
  return tree && { syntax: "json", text, root: tree, problems: distinctProblems(now, text) };
}

/** Far from the number at which a part begins to leave some out. */
const MOST_PROBLEMS = 10;

interface Edit extends Span {
  /** How much longer the text has become. */
  readonly by: number;
}

/** What has to be read again: values of `owner` from the index `first` on, `count` of them, in the old text from `from` to `until`. */
interface Place extends Reread {
  readonly owner: ArrayNode | ObjectNode;
  readonly first: number;
  readonly count: number;
}

interface Reread {
  readonly from: number;
  readonly until: number;
  /** Stand for what is before and after, so that the text is a list. */
  readonly head: "[" | "[0";
  readonly tail: "]" | "0]";
}

const isWithin = (edit: Span, { start, end }: Span) => start < edit.start && edit.end < end;

/** The innermost list or member's plain value that holds the edit. */
function placeOf(root: SpecNode, edit: Span): Place | undefined {
  let place: Place | undefined;
  let node: SpecNode | undefined = root;
  while (node && isWithin(edit, node.span)) {
    if (node.kind === "array") {
      const list: ArrayNode = node;
      place = placeIn(list, edit);
      node = list.items[place.first];
      if (place.count !== 1) break;
    } else if (node.kind === "object") {
      const object: ObjectNode = node;
      const index = object.members.findIndex(({ value }) => value !== undefined && isWithin(edit, value.span));
      node = object.members[index]?.value;
      if (node?.kind === "scalar" || (node?.kind === "unknown" && node.reason === "template")) {
        const { start, end } = node.span;
        place = { owner: object, first: index, count: 1, from: start, until: end, head: "[", tail: "]" };
      } else place = undefined;
    } else break;
  }
  return place;
}

/** From the end of the last item that the edit does not touch to the beginning of the next one. */
function placeIn(list: ArrayNode, edit: Span): Place {
  const { items } = list;
  const first = firstWhere(items, ({ span }) => span.end >= edit.start);
  const next = firstWhere(items, ({ span }) => span.start > edit.end);
  const [before, after] = [items[first - 1], items[next]];
  return {
    owner: list,
    first,
    count: Math.max(0, next - first),
    from: before ? before.span.end : list.span.start + 1,
    until: after ? after.span.start : list.span.end - 1,
    head: before ? "[0" : "[",
    tail: after ? "0]" : "]",
  };
}

/** Items are in the order of the text. */
function firstWhere(items: readonly SpecNode[], test: (item: SpecNode) => boolean): number {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (test(items[middle] as SpecNode)) high = middle;
    else low = middle + 1;
  }
  return low;
}

interface Read {
  readonly items: readonly SpecNode[];
  readonly problems: readonly SyntaxProblem[];
}

function readBetween(text: string, { owner, from, until, head, tail }: Place, by: number, comments: boolean) {
  const between = text.slice(from, until + by);
  const { isList, segments } = readJson(head + between + tail, comments);
  if (!isList) return undefined;
  const shift = from - head.length;
  const items: SpecNode[] = [];
  const problems: SyntaxProblem[] = [];
  for (const { base, part } of segments) {
    if (isBroken(part)) return undefined;
    problems.push(...part.problems.map((problem) => moved(problem, base + shift)));
    if (part.root) items.push(moved(part.root, base + shift));
  }
  if (tail === "0]" && items.pop()?.span.start !== until + by) return undefined;
  if (head === "[0" && items.shift()?.span.end !== from) return undefined;
  if (!items.every(isPlain)) return undefined;
  const [only] = items;
  // A member has one value, and nothing else may have come beside it.
  if (owner.kind === "object" && (items.length !== 1 || only?.span.start !== from || only.span.end !== until + by))
    return undefined;
  return { items, problems } satisfies Read;
}

/** Whatever it is nested in, such a value is read the same. */
const isPlain = (node: SpecNode) => node.kind === "scalar" || (node.kind === "unknown" && node.reason === "template");

/** The tree with other values at the place. `undefined` where a name's value was lost on the way. */
function rebuilt(node: SpecNode, place: Place, items: readonly SpecNode[], edit: Edit): SpecNode | undefined {
  const { owner, first, count } = place;
  const span = { start: node.span.start, end: node.span.end + edit.by };
  if (node.kind === "array") {
    const at = node === owner ? first : firstWhere(node.items, (item) => item.span.end > edit.start);
    const replaced = node === owner ? count : 1;
    const inner = node === owner ? items : childrenAt(node.items[at], place, items, edit);
    if (!inner) return undefined;
    const rest = node.items.slice(at + replaced);
    const list: ArrayNode = {
      ...node,
      span,
      items: node.items.slice(0, at).concat(inner, edit.by === 0 ? rest : rest.map((item) => later(item, edit.by))),
    };
    if (node === owner) keepKnown(node, list, first, count, items.length);
    return list;
  }
  if (node.kind !== "object") return undefined;
  const at =
    node === owner ? first : node.members.findIndex(({ value }) => value !== undefined && isWithin(edit, value.span));
  const member = node.members[at];
  const value = node === owner ? items[0] : member?.value && rebuilt(member.value, place, items, edit);
  if (!member || !value) return undefined;
  const now: Member = { ...member, span: { start: member.span.start, end: member.span.end + edit.by }, value };
  const rest = node.members.slice(at + 1);
  return {
    ...node,
    span,
    members: [...node.members.slice(0, at), now, ...laterMembers(rest, edit.by)],
  };
}

function childrenAt(item: SpecNode | undefined, place: Place, items: readonly SpecNode[], edit: Edit) {
  const now = item && rebuilt(item, place, items, edit);
  return now && [now];
}
