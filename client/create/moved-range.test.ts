import fc from "fast-check";
import { expect, test } from "vitest";
import { type Extent, movedRange, type Place } from "./moved-range.ts";

/** Offset ↔ place in a text with `\n` line ends. */
const placeAt = (text: string, offset: number): Place => {
  const head = text.slice(0, offset).split("\n");
  return { line: head.length - 1, character: head.at(-1)?.length ?? 0 };
};
const extent = (text: string, start: number, end: number): Extent => ({
  start: placeAt(text, start),
  end: placeAt(text, end),
});

const texts = fc.string({ unit: fc.constantFrom("a", "b", "\n"), maxLength: 30 });

test("an edit elsewhere moves the range with its text; an edit that touches it ends it", () => {
  fc.assert(
    fc.property(texts, texts, fc.nat(), fc.nat(), fc.nat(), fc.nat(), (text, inserted, a, b, c, d) => {
      const [start, end] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y) as [number, number];
      const [from, to] = [c % (text.length + 1), d % (text.length + 1)].sort((x, y) => x - y) as [number, number];
      const edit = { range: extent(text, from, to), text: inserted };
      const after = text.slice(0, from) + inserted + text.slice(to);
      const moved = movedRange(extent(text, start, end), edit);
      if (end < from) expect(moved).toEqual(extent(after, start, end));
      else if (to < start) {
        const by = inserted.length - (to - from);
        expect(moved).toEqual(extent(after, start + by, end + by));
      } else expect(moved).toBeUndefined();
    }),
  );
});

test("typing right behind a value touches it", () => {
  const value = { start: { line: 2, character: 5 }, end: { line: 2, character: 9 } };
  const at = { line: 2, character: 9 };
  expect(movedRange(value, { range: { start: at, end: at }, text: "x" })).toBeUndefined();
});
