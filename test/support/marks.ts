import type { Span } from "../../server/src/engine/document/node.ts";

/** Takes the marks out of a document: `‹…›` are spans, `|` (only in `cursorAt`) is the cursor. */
export function marked(source: string): { text: string; spans: Span[] } {
  const spans: Span[] = [];
  const open: number[] = [];
  let text = "";
  for (const character of source) {
    if (character === "‹") open.push(text.length);
    else if (character === "›") spans.push({ start: open.pop() ?? 0, end: text.length });
    else text += character;
  }
  return { text, spans: spans.sort((a, b) => a.start - b.start) };
}

/** @returns the text without its first `|`, and the offset where that stood. */
export function cursorAt(source: string): { text: string; offset: number } {
  const offset = source.indexOf("|");
  if (offset < 0) throw new Error("the document has no cursor: put | where it is");
  return { text: source.slice(0, offset) + source.slice(offset + 1), offset };
}
