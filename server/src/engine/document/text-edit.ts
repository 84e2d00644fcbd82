import type { TextEdit } from "./part.ts";

/**
 * Applies edits that were computed on the same text; insertions at one offset keep their order.
 * @throws RangeError when two of them overlap, or one lies outside the text.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = "";
  let at = 0;
  for (const { span, newText } of inOrder(edits)) {
    if (span.start < at || span.end < span.start || span.end > text.length)
      throw new RangeError(`Edit at ${span.start}–${span.end} overlaps another one or lies outside the text.`);
    result += text.slice(at, span.start) + newText;
    at = span.end;
  }
  return result + text.slice(at);
}

/** Makes one edit of those that touch, so that nobody has to care for their order, and drops those that change nothing. */
export function joinTouching(text: string, edits: readonly TextEdit[]): TextEdit[] {
  const joined: TextEdit[] = [];
  for (const edit of inOrder(edits)) {
    const last = joined.at(-1);
    if (last && last.span.end >= edit.span.start) {
      const span = { start: last.span.start, end: Math.max(last.span.end, edit.span.end) };
      joined[joined.length - 1] = { span, newText: last.newText + edit.newText };
    } else joined.push(edit);
  }
  return joined.filter(({ span, newText }) => text.slice(span.start, span.end) !== newText);
}

export function insertion(offset: number, newText: string): TextEdit {
  return { span: { start: offset, end: offset }, newText };
}

export function replacement(start: number, end: number, newText: string): TextEdit {
  return { span: { start, end }, newText };
}

function inOrder(edits: readonly TextEdit[]): TextEdit[] {
  return [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

/** The one edit that makes `after` of `before` and spans only what differs, so that everything elsewhere stays as it is. */
export function smallestEdit(before: string, after: string): TextEdit {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start + STEP <= most && before.slice(start, start + STEP) === after.slice(start, start + STEP)) start += STEP;
  while (start < most && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  const tail = (text: string, same: number) => text.slice(text.length - same - STEP, text.length - same);
  let same = 0;
  while (same + STEP <= most - start && tail(before, same) === tail(after, same)) same += STEP;
  while (
    same < most - start &&
    before.charCodeAt(before.length - 1 - same) === after.charCodeAt(after.length - 1 - same)
  )
    same++;
  return { span: { start, end: before.length - same }, newText: after.slice(start, after.length - same) };
}
/** Characters compared at a time. */
const STEP = 4096;
