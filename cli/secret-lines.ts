import type { SpecDocument } from "../server/src/engine/document/part.ts";
import { shift } from "../server/src/engine/lint/finding.ts";
import { secretSpans } from "../server/src/engine/lint/quotable.ts";
import type { Positions } from "./positions.ts";

/**
 * Lines (from 1) that may hold a secret, however the member is spelt and whatever is wrong with the syntax: no excerpt shows
 * them, since what lint prints ends up in logs. Rather one line too many than one too few.
 */
export function secretLines(document: SpecDocument, positions: Positions): ReadonlySet<number> {
  const lines = new Set<number>();
  for (const { part, base } of document.units) {
    for (const span of secretSpans(part)) {
      const { start, end } = shift(span, base);
      for (let line = positions.at(start).line; line <= positions.at(end).line; line++) lines.add(line);
    }
  }
  return lines;
}
