/** A collection in flow style where a value begins: behind a key, a dash, a tag or an anchor. Comments are matched so as to be passed over. */
const OPENER = /(?<=\s)#[^\n]*|(?:^|[:\-?][ \t]|\n)[ \t\r]*(?:[!&][^\s,[\]{}]*[ \t]+)*([{[])/g;

/** What may end it: brackets outside of quoted texts and comments. */
const INSIDE = /(?<=\s)#[^\n]*|(?<=[\s,:[{])(?:"(?:[^"\\]|\\[\s\S])*"?|'(?:[^']|'')*'?)|([{[])|([}\]])/g;

/**
 * YAML asks for more, but readers let a collection in flow style go on, and end, in any column.
 * @returns where the collection of `[from, to)` ends that a line begins within; `undefined` where there is none, or it has no end.
 */
export function endOfFlow(text: string, from: number, lineStart: number, to: number): number | undefined {
  const block = text.slice(from, to);
  for (let at = 0; ; ) {
    OPENER.lastIndex = at;
    const opener = OPENER.exec(block);
    if (!opener || from + opener.index >= lineStart) return undefined;
    at = OPENER.lastIndex;
    if (opener[1] === undefined) continue;
    const end = closing(block, at);
    if (end === undefined) return undefined;
    if (from + end > lineStart) return from + end;
    at = end;
  }
}

function closing(block: string, from: number): number | undefined {
  INSIDE.lastIndex = from;
  for (let depth = 1, match = INSIDE.exec(block); match; match = INSIDE.exec(block)) {
    if (match[1] !== undefined) depth++;
    if (match[2] !== undefined && --depth === 0) return INSIDE.lastIndex;
  }
  return undefined;
}
