import type { Part } from "./part.ts";

/** @returns the offset of each line's first character. Computed once per part. */
export function lineStarts(part: Part): readonly number[] {
  let starts = known.get(part);
  if (!starts) {
    const found = [0];
    for (let at = part.text.indexOf("\n"); at >= 0; at = part.text.indexOf("\n", at + 1)) found.push(at + 1);
    known.set(part, found);
    starts = found;
  }
  return starts;
}
const known = new WeakMap<Part, readonly number[]>();

/** @returns the zero-based line of an offset; behind the last line break, the last line. */
export function lineOf(part: Part, offset: number): number {
  const starts = lineStarts(part);
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] as number) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
