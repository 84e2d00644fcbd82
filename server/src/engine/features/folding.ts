import { clientsIn } from "../clients/clients-in.ts";
import { isTemplate } from "../clients/template/document.ts";
import type { Span, SpecNode } from "../document/node.ts";
import type { SpecDocument } from "../document/part.ts";
import { shift } from "../lint/finding.ts";

/** What can be folded: app clients of a stream or list, and every object and list that spans lines. Spans in the file. */
export function foldingSpans(document: SpecDocument): Span[] {
  // A template has an owner of its own for this.
  if (isTemplate(document)) return [];
  const spans: Span[] = [];
  for (const { root, base, path } of clientsIn(document)) {
    if (root && !root.alias && path.length > 0) spans.push(shift(root.span, base));
    collect(root, base, spans);
  }
  return spans;
}

function collect(node: SpecNode | undefined, base: number, spans: Span[]): void {
  if (!node || node.alias) return;
  if (node.kind === "object") {
    if (node.flow) spans.push(shift(node.span, base));
    for (const member of node.members) {
      if (member.alias || !member.value || member.value.alias) continue;
      if (member.value.kind === "array" || member.value.kind === "object")
        spans.push(shift({ start: member.keySpan.start, end: member.value.span.end }, base));
      collect(member.value, base, spans);
    }
  } else if (node.kind === "array") {
    for (const item of node.items) collect(item, base, spans);
  }
}
