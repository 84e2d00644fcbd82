import { clientsIn, type SpecDocument, secretSpans, shift } from "../server/src/engine/index.ts";
import type { Positions } from "./positions.ts";

/**
 * Lines (from 1) that may hold a secret, however the member is spelt and whatever is wrong with the syntax: no excerpt shows
 * them, since what lint prints ends up in logs. Rather one line too many than one too few.
 */
export function secretLines(document: SpecDocument, positions: Positions): ReadonlySet<number> {
  const lines = new Set<number>();
  // Of a template only blocks are read; what stands in the others may be a secret as well.
  const whole = { base: 0, part: { syntax: document.syntax, text: document.text, root: undefined, problems: [] } };
  const parts = document.units.length > 0 ? document.units : [whole, ...clientsIn(document)];
  for (const { part, base } of parts) {
    for (const span of secretSpans(part)) {
      const { start, end } = shift(span, base);
      for (let line = positions.at(start).line; line <= positions.at(end).line; line++) lines.add(line);
    }
  }
  return lines;
}
