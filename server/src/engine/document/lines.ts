import type { Part } from "./part.ts";

/** @returns offset of the first character of the line that holds `offset`. */
export function lineStart(text: string, offset: number): number {
  return offset === 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;
}

/** @returns offset of the line's end, before its `\n` or `\r\n`; at the end of the text its length. */
export function lineEnd(text: string, offset: number): number {
  const newline = text.indexOf("\n", offset);
  if (newline < 0) return text.length;
  return newline > offset && text[newline - 1] === "\r" ? newline - 1 : newline;
}

/** @returns offset of the first character of the next line, or the text's length. */
export function nextLine(text: string, offset: number): number {
  const newline = text.indexOf("\n", offset);
  return newline < 0 ? text.length : newline + 1;
}

/** @returns the white space that the line of `offset` begins with. */
export function indentOf(text: string, offset: number): string {
  const start = lineStart(text, offset);
  return text.slice(start, skipBlanks(text, start));
}

/** @returns white space as wide as what stands before `offset` on its line: `"- "` counts as two spaces. */
export function columnOf(text: string, offset: number): string {
  return text.slice(lineStart(text, offset), offset).replace(/[^\t]/g, " ");
}

/** @returns whether only white space stands before `offset` on its line. */
export function startsLine(text: string, offset: number): boolean {
  return skipBlanks(text, lineStart(text, offset)) >= offset;
}

/** @returns the offset after spaces and tabs. */
export function skipBlanks(text: string, offset: number): number {
  let at = offset;
  while (text[at] === " " || text[at] === "\t") at++;
  return at;
}

/** @returns the offset of the spaces and tabs before `offset`, or `offset`. */
export function skipBlanksBack(text: string, offset: number, from = 0): number {
  let at = offset;
  while (at > from && (text[at - 1] === " " || text[at - 1] === "\t")) at--;
  return at;
}

export function isLineEnd(text: string, offset: number): boolean {
  return offset >= text.length || text[offset] === "\n" || (text[offset] === "\r" && text[offset + 1] === "\n");
}

/** @returns the offset after white space, line ends and comments. */
export function skipTrivia(part: Part, offset: number, until: number): number {
  const { text } = part;
  let at = offset;
  while (at < until) {
    const end = commentEnd(part, at);
    if (end !== undefined) at = end;
    else if (/\s/.test(text.charAt(at))) at++;
    else break;
  }
  return Math.min(at, until);
}

/** @returns where the comment that begins at `offset` ends (before its line end), or `undefined`. Not for use inside scalars. */
export function commentEnd({ syntax, text }: Part, offset: number): number | undefined {
  if (syntax === "yaml") {
    const apart = offset === 0 || /\s/.test(text.charAt(offset - 1));
    return text[offset] === "#" && apart ? lineEnd(text, offset) : undefined;
  }
  if (text.startsWith("//", offset)) return lineEnd(text, offset);
  if (!text.startsWith("/*", offset)) return undefined;
  const close = text.indexOf("*/", offset + 2);
  return close < 0 ? text.length : close + 2;
}

/**
 * Looks along the rest of a line after a value or comma.
 * @returns `end`, where its comments end (`offset` when there are none), and whether the line ends after them.
 */
export function restOfLine(part: Part, offset: number): { end: number; endsLine: boolean } {
  let end = offset;
  for (;;) {
    const at = skipBlanks(part.text, end);
    const next = commentEnd(part, at);
    if (next === undefined) return { end, endsLine: isLineEnd(part.text, at) };
    end = next;
  }
}
