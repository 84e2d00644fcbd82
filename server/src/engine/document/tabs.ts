import { CST, Lexer } from "yaml";
import { coverTags } from "./mask.ts";
import type { Span } from "./node.ts";
import type { Part } from "./part.ts";

/** A run of tabs. */
export interface Tabs {
  readonly span: Span;
}

/**
 * Tabs between the tokens of YAML's block style: behind a colon or hyphen, before a comment, on a blank line, at a line's end.
 * YAML 1.2 takes them for white space (6.2), and so does our parser; ruamel, which the AWS CLI reads with, refuses them there.
 * Within brackets, quotes, comments and block text it takes them, too.
 * @returns them in the order of the text. Computed once per part, and only when somebody asks.
 */
export function tabsOf(part: Part): readonly Tabs[] {
  let tabs = known.get(part);
  if (!tabs) {
    tabs = part.syntax === "yaml" && part.text.includes("\t") ? find(coverTags(part.text, "yaml")) : [];
    known.set(part, tabs);
  }
  return tabs;
}
const known = new WeakMap<Part, readonly Tabs[]>();

function find(text: string): Tabs[] {
  const tabs: Tabs[] = [];
  let offset = 0;
  let depth = 0;
  let inScalar = false;
  for (const token of new Lexer().lex(text)) {
    const type: string | null = inScalar ? "scalar" : CST.tokenType(token);
    // The lexer announces scalars and documents by tokens that are not in the text.
    if (!inScalar && (type === "scalar" || type === "doc-mode" || type === "flow-error-end")) {
      inScalar = type === "scalar";
      continue;
    }
    inScalar = false;
    if (type === "flow-map-start" || type === "flow-seq-start") depth++;
    else if (type === "flow-map-end" || type === "flow-seq-end") depth--;
    else if (type === "space" && depth === 0) {
      for (const { index, 0: run } of token.matchAll(/\t+/g))
        tabs.push({ span: { start: offset + index, end: offset + index + run.length } });
    }
    offset += token.length;
  }
  return tabs;
}
