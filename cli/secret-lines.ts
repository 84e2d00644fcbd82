import { namesClientSecret } from "../server/src/engine/catalogue/secret-name.ts";
import type { SpecNode } from "../server/src/engine/document/node.ts";
import type { SpecDocument } from "../server/src/engine/document/part.ts";
import { shift } from "../server/src/engine/lint/check.ts";
import type { Positions } from "./positions.ts";

const NAME_ONLY = /client[\s_-]*secret["']?\s*[:=]?\s*(?:[|>]\S*)?\s*$/i;

/**
 * Lines (from 1) that may hold a client secret, however the member is spelt and whatever is wrong with the syntax: no excerpt shows
 * them, since what lint prints ends up in logs. Rather one line too many than one too few.
 */
export function secretLines(document: SpecDocument, positions: Positions): ReadonlySet<number> {
  const lines = new Set<number>();
  if (!namesClientSecret(document.text)) return lines;
  document.text.split("\n").forEach((text, index) => {
    if (!namesClientSecret(text)) return;
    lines.add(index + 1);
    // The value may stand below its key.
    if (NAME_ONLY.test(text)) lines.add(index + 2);
  });
  for (const { part, base } of document.units) {
    for (const span of secretValues(part.root)) {
      const { start, end } = shift(span, base);
      for (let line = positions.at(start).line; line <= positions.at(end).line; line++) lines.add(line);
    }
  }
  return lines;
}

function* secretValues(node: SpecNode | undefined): Generator<SpecNode["span"]> {
  if (node?.kind === "array") for (const item of node.items) yield* secretValues(item);
  if (node?.kind !== "object") return;
  for (const { key, value } of node.members) {
    if (value && namesClientSecret(key)) yield value.span;
    else yield* secretValues(value);
  }
}
