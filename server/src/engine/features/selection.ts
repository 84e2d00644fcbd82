import { clientAt, clientsIn } from "../clients/clients-in.ts";
import { isTemplate } from "../clients/template/document.ts";
import { type Span, type SpecNode, touches } from "../document/node.ts";
import type { SpecDocument } from "../document/part.ts";
import { shift } from "../lint/finding.ts";

/** Spans around an offset of the file, innermost first, each within the next: text of a string, value, member, object, app client, file. */
export function selectionSpans(document: SpecDocument, offset: number): Span[] {
  // A template has an owner of its own for this.
  if (isTemplate(document)) return [];
  const client = clientAt(document, offset);
  const outer: Span[] = [{ start: 0, end: document.text.length }];
  if (!client) return outer;
  const own = shift(client.extent, client.base);
  // Not around a byte order mark, which stands before every app client.
  if (clientsIn(document).length > 1 && touches(own, offset)) outer.push(own);
  descend(client.root, offset - client.base, client.base, outer);
  const nested = outer.filter((span, index) => {
    const before = outer[index - 1];
    return (
      !before ||
      (span.start >= before.start && span.end <= before.end && span.end - span.start < before.end - before.start)
    );
  });
  return nested.reverse();
}

function descend(node: SpecNode | undefined, at: number, base: number, outer: Span[]): void {
  if (!node || node.alias || !touches(node.span, at)) return;
  outer.push(shift(node.span, base));
  if (node.kind === "object") {
    for (const member of node.members) {
      if (member.alias || !touches(member.span, at)) continue;
      outer.push(shift(member.span, base));
      if (touches(member.keySpan, at)) outer.push(shift(member.keySpan, base));
      else descend(member.value, at, base, outer);
      return;
    }
  } else if (node.kind === "array") {
    const item = node.items.find((each) => touches(each.span, at));
    if (item) descend(item, at, base, outer);
  } else if (node.kind === "scalar" && (node.style === "double" || node.style === "single")) {
    const inner = { start: node.span.start + 1, end: node.span.end - 1 };
    // LSP: a selection range holds the place that was asked about, so not from outside the quotes.
    if (inner.end > inner.start && touches(inner, at)) outer.push(shift(inner, base));
  }
}
