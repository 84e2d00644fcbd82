import type { AppClient } from "../clients/app-client.ts";
import { locate } from "../clients/locate.ts";
import { isTemplate } from "../clients/template/document.ts";
import { childrenOf, type Span, type SpecNode, stringValue, touches } from "../document/node.ts";
import type { SpecDocument } from "../document/part.ts";
import { shift } from "../lint/finding.ts";
import { itemsOf } from "../reading/lists.ts";
import { specOf } from "../reading/spec.ts";

export interface Occurrence {
  /** In the file: the value as written, or the name of an anchor or alias without its sigil. */
  readonly span: Span;
  readonly role: "definition" | "use";
}

/**
 * All places that stand for the same thing as what is at the offset: a callback URL and DefaultRedirectURI,
 * or a YAML anchor and its aliases. Definitions first; empty when there is nothing of the kind.
 */
export function occurrences(document: SpecDocument, offset: number): Occurrence[] {
  // A template has an owner of its own for this.
  if (isTemplate(document)) return [];
  const place = locate(document, offset);
  if (!place) return [];
  const { client, node, path } = place;
  const anchored = anchorOccurrences(client, offset - client.base);
  if (anchored.length > 0) return anchored;
  const value = stringValue(node);
  if (
    value === undefined ||
    !node ||
    !["CallbackURLs", "DefaultRedirectURI"].includes(String(path.at(typeof path.at(-1) === "number" ? -2 : -1)))
  )
    return [];
  const spec = specOf(client);
  const found: Occurrence[] = itemsOf(spec.callbacks)
    .filter((item) => item.value === value)
    .map((item) => ({ span: shift(item.node.span, client.base), role: "definition" }));
  const redirect = spec.string("DefaultRedirectURI");
  if (redirect.state === "known" && redirect.value === value)
    found.push({ span: shift(redirect.node.span, client.base), role: "use" });
  // What is reached through an alias stands where its anchor is, and may have been counted there.
  return found.filter(({ span }, index) => found.findIndex((other) => other.span.start === span.start) === index);
}

/** Anchors and aliases in YAML are told apart by name; the text around a node says where the name stands. */
function anchorOccurrences({ part, base }: AppClient, at: number): Occurrence[] {
  if (part.syntax !== "yaml" || !part.root) return [];
  const uses = new Map<number, { target: SpecNode; span: Span }>();
  const anchors: { node: SpecNode; span: Span }[] = [];
  visit(part.root, (node) => {
    if (node.alias)
      uses.set(node.alias.start, { target: node, span: { start: node.alias.start + 1, end: node.alias.end } });
    else if (node.anchor) anchors.push({ node, span: anchorSpan(part.text, node, node.anchor) });
  });
  const here = [...uses.values()].find((use) => touches(use.span, at));
  const name = here
    ? part.text.slice(here.span.start, here.span.end)
    : anchors.find(({ span }) => touches(span, at))?.node.anchor;
  if (name === undefined) return [];
  const definitions = anchors
    .filter(({ node }) => node.anchor === name)
    .map(({ span }) => ({ span: shift(span, base), role: "definition" as const }));
  const named = [...uses.values()].filter(({ span }) => part.text.slice(span.start, span.end) === name);
  return [...definitions, ...named.map(({ span }) => ({ span: shift(span, base), role: "use" as const }))];
}

function anchorSpan(text: string, node: SpecNode, anchor: string): Span {
  const start = text.lastIndexOf(`&${anchor}`, node.span.start) + 1;
  return { start, end: start + anchor.length };
}

function visit(node: SpecNode, each: (node: SpecNode) => void): void {
  each(node);
  if (node.alias) return;
  if (node.kind !== "object") {
    for (const child of childrenOf(node)) visit(child, each);
    return;
  }
  const merges = new Set<number>();
  for (const member of node.members) {
    if (member.alias) {
      // All members that one merge key brought share its span.
      if (member.value && !merges.has(member.alias.start)) each(member.value);
      merges.add(member.alias.start);
    } else if (member.value) visit(member.value, each);
  }
}

/** The edits that give a callback URL or an anchor another name; `undefined` when there is nothing to rename. */
export function renameSpans(
  document: SpecDocument,
  offset: number,
): { readonly at: Span; readonly all: readonly Span[] } | undefined {
  const all = occurrences(document, offset).map(({ span }) => span);
  const at = all.find((span) => touches(span, offset));
  return at && { at: inner(document.text, at), all: all.map((span) => inner(document.text, span)) };
}

/** Without the quotes. */
function inner(text: string, span: Span): Span {
  const quoted = /^["']/.test(text.slice(span.start, span.start + 1)) && span.end - span.start >= 2;
  return quoted ? { start: span.start + 1, end: span.end - 1 } : span;
}
