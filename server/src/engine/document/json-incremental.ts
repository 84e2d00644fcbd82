import { type JsonFile, readJson } from "./json.ts";
import { readChangedPart } from "./json-splice.ts";
import { limits } from "./limits.ts";
import { laterUnits } from "./moved.ts";
import { ownText } from "./own-text.ts";
import type { SpecDocument, Unit } from "./part.ts";
import { isBroken } from "./problems.ts";
import { smallestEdit } from "./text-edit.ts";

/**
 * Reads a JSON list of app clients again by reading only the items that an edit touched; the rest keep their parts.
 * @returns `undefined` where that could differ from reading the whole file: with a syntax error before or after the edit,
 *   or when the edit reaches the list's own brackets.
 */
export function readChangedItems(
  text: string,
  previous: SpecDocument | undefined,
  comments: boolean,
): readonly Unit[] | undefined {
  if (previous?.container !== "list" || previous.units.length < 4 || previous.units.some(({ part }) => isBroken(part)))
    return undefined;
  const { start: from, end: until } = smallestEdit(previous.text, text).span;
  const units = previous.units;
  const first = units.findIndex(({ base, part }) => base + part.text.length >= from);
  let last = units.length - 1;
  while (last > first && (units[last] as Unit).base > until) last--;
  const [before, after] = [units[first], units[last + 1]];
  if (first < 1 || !before || !after) return undefined;
  const delta = text.length - previous.text.length;
  const changed = ownText(text, before.base, after.base + delta);
  const only = first === last ? readChangedPart(changed, before.part, comments) : undefined;
  // Numbers take the places of what stands before and after, so that the items keep their commas.
  const middle = only
    ? [{ part: only, base: before.base }]
    : itemsOf(readJson(`${HEAD}${changed}0]`, comments), before.base - HEAD.length);
  if (!middle || first + middle.length + units.length - last - 1 > limits.appClients) return undefined;
  return [...units.slice(0, first), ...middle, ...laterUnits(units.slice(last + 1), delta)];
}

const HEAD = "[0,";

function itemsOf({ isList, segments }: JsonFile, shift: number): Unit[] | undefined {
  const [head, ...items] = segments;
  const tail = items.pop();
  if (!isList || head?.part.text !== HEAD || tail?.part.text !== "0]") return undefined;
  if (items.some(({ part }) => isBroken(part) || part.root === undefined)) return undefined;
  return items.map(({ part, base }) => ({ part, base: base + shift }));
}
