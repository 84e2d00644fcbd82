import { entriesOf } from "../document/edit/entries.ts";
import { lineEnd, lineStart, nextLine, skipBlanks } from "../document/lines.ts";
import type { ArrayNode, Span } from "../document/node.ts";
import type { Part } from "../document/part.ts";

/**
 * What belongs to each item of a YAML list: comments above its dash, and below its text what is indented deeper than the dash.
 * The extents tile the part: the first begins with it, the last ends with it.
 */
export function extentsOf(part: Part, list: ArrayNode): Span[] {
  const entries = entriesOf(part, list);
  let start = 0;
  return entries.map((entry, index) => {
    const next = entries[index + 1];
    const end = next ? border(part, list, entry, next.start) : part.text.length;
    const extent = { start, end };
    start = end;
    return extent;
  });
}

function border(
  part: Part,
  { flow }: ArrayNode,
  { end, comma }: { end: number; comma: number | undefined },
  next: number,
): number {
  if (flow) return comma === undefined ? next : comma + 1;
  const { text } = part;
  const column = next - lineStart(text, next);
  let line = Math.min(nextLine(text, end), lineStart(text, next));
  // A scalar or comment further left belongs to what follows, as a reader would have it.
  while (line < lineStart(text, next)) {
    const first = skipBlanks(text, line);
    if (first < lineEnd(text, line) && first - line <= column) break;
    line = nextLine(text, line);
  }
  return line;
}
