import { limits } from "./limits.ts";
import { laterUnits } from "./moved.ts";
import { ownText } from "./own-text.ts";
import type { Part, SpecDocument, Unit } from "./part.ts";
import { smallestEdit } from "./text-edit.ts";
import { splitStream } from "./yaml-stream.ts";

/**
 * Reads a YAML stream again by reading only the documents that an edit touched; the rest keep their parts.
 *
 * What a `---` at the start of a line begins does not depend on what stands before it, as long as it does begin a document. So what is
 * read again begins at one that the edit has left alone, and ends before another that still begins one.
 * @param read reads one document, with what may be the same before the edit.
 * @returns `undefined` where that could differ from reading the whole file: where a document of the stream is left out, being empty.
 */
export function readChangedDocuments(
  text: string,
  previous: SpecDocument | undefined,
  read: (text: string, previous: Part | undefined) => Part,
): readonly Unit[] | undefined {
  if (previous?.container !== "stream" || !isTiled(previous)) return undefined;
  const { units } = previous;
  const { start, end } = smallestEdit(previous.text, text).span;
  const delta = text.length - previous.text.length;
  let first = units.length - 1;
  while (first > 0 && !(isMarked(units[first]) && (units[first] as Unit).base + MARKER <= start)) first--;
  let next = first + 1;
  // The line break before the marker has to be there still.
  while (next < units.length && !(isMarked(units[next]) && (units[next] as Unit).base > end)) next++;
  const follower = units[next];
  const until = follower && follower.base + delta;
  const seen = until === undefined ? text : text.slice(0, until + MARKER);
  const chunks = splitStream(seen, (units[first] as Unit).base);
  if (until !== undefined && chunks.pop()?.base !== until) return undefined;
  if (first + chunks.length + units.length - next > limits.appClients) return undefined;
  const known = units.slice(first, next);
  const changed = chunks.map(({ base, end }, index) => {
    const chunk = text.slice(base, end);
    const same = known.find(({ part }) => part.text === chunk);
    return { base, part: same?.part ?? read(ownText(text, base, end), known[index]?.part) };
  });
  if (changed.some(({ part }) => isEmpty(part))) return undefined;
  const now = [...units.slice(0, first), ...changed, ...laterUnits(units.slice(next), delta)];
  return now.length > 1 ? now : undefined;
}

/** With what tells it from a longer word. */
const MARKER = "--- ".length;

const isMarked = (unit: Unit | undefined) => unit?.part.text.startsWith("---") === true;

export const isEmpty = ({ root, problems }: Part): boolean => root === undefined && problems.length === 0;

function isTiled({ units, text, hasBom }: SpecDocument): boolean {
  let at = hasBom ? 1 : 0;
  for (const { base, part } of units) {
    if (base !== at) return false;
    at += part.text.length;
  }
  return at === text.length;
}
