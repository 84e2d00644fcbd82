/**
 * Cuts a YAML stream into the texts of its documents, so that only an edited one is parsed again.
 * `---` and `...` at the start of a line mark documents wherever they stand (YAML 1.2.2, 9.1.2: "forbidden content"),
 * even inside a block scalar, so looking at line starts is enough.
 */
export interface Chunk {
  readonly base: number;
  readonly end: number;
}

/** @returns spans that tile the text from an offset on; each holds one document, with the comments and directives before its `---`. */
export function splitStream(text: string, from = 0): Chunk[] {
  const chunks: Chunk[] = [];
  let base = from;
  let marked = false;
  let afterEnd = false;
  for (let line = from; line >= 0 && line < text.length; line = nextLine(text, line)) {
    const first = text.charCodeAt(line);
    if (first === DASH && isMarker(text, line, "---")) {
      if (line > base && (marked || hasContent(text, base, line))) {
        chunks.push({ base, end: line });
        base = line;
      }
      marked = true;
      afterEnd = false;
    } else if (first === DOT && isMarker(text, line, "...")) {
      const end = nextLine(text, line);
      if (end < 0) break;
      chunks.push({ base, end });
      base = end;
      marked = false;
      afterEnd = true;
    }
  }
  const rest = base < text.length && (marked || !afterEnd || hasContent(text, base, text.length));
  if (rest || chunks.length === 0) chunks.push({ base, end: text.length });
  else chunks[chunks.length - 1] = { base: chunks.at(-1)?.base ?? 0, end: text.length };
  return chunks;
}

const DASH = 45;
const DOT = 46;

function nextLine(text: string, from: number): number {
  const newline = text.indexOf("\n", from);
  return newline < 0 ? -1 : newline + 1;
}

function isMarker(text: string, at: number, marker: string): boolean {
  if (!text.startsWith(marker, at)) return false;
  const next = text.charCodeAt(at + 3);
  return Number.isNaN(next) || next === 10 || next === 13 || next === 32 || next === 9;
}

/** Whether anything but white space, comments and directives stands in the range. */
function hasContent(text: string, from: number, to: number): boolean {
  return text
    .slice(from, to)
    .split("\n")
    .some((line) => /^\uFEFF?[ \t]*[^\s#%\uFEFF]/.test(line));
}
