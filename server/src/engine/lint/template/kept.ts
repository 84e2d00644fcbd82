import { nodesIn } from "../../clients/template/piece.ts";
import type { Reading } from "../../clients/template/site.ts";
import type { Span } from "../../document/node.ts";
import type { Judged } from "../finding.ts";
import { spanWithTag } from "../fixes/template-edits.ts";

/**
 * Findings of a reading with those of their fixes that leave functions alone: a rule that knows nothing of templates sees only what a
 * function gives in one scenario, and what it gives in the others must not be lost.
 */
export function keepingFunctions(found: readonly Judged[], { site, root }: Reading): Judged[] {
  const names = new Set(root.members.map(({ key }) => key));
  // A property that AWS::NoValue takes away here stands there all the same: it must not be added once more.
  const isReduced = site.properties?.members.some(({ key }) => !names.has(key));
  return found.map((judged) => {
    const { fixes, rule } = judged;
    if (!fixes || rule.hosts?.includes("template")) return judged;
    if (isReduced) return { ...judged, fixes: () => [] };
    return {
      ...judged,
      fixes: (part) => {
        const functions = functionsIn(site);
        return fixes(part).filter(
          ({ edits }) => !edits.some(({ span }) => functions.some((other) => overlap(span, other))),
        );
      },
    };
  });
}

function functionsIn({ properties }: Reading["site"]): Span[] {
  return [...nodesIn(properties)].flatMap((node) => (node.kind === "unknown" && node.call ? [spanWithTag(node)] : []));
}

function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && a.end > b.start;
}
