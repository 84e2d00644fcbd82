/** A place in a text: zero-based line and UTF-16 column. */
export interface Place {
  readonly line: number;
  readonly character: number;
}

export interface Extent {
  readonly start: Place;
  readonly end: Place;
}

/**
 * Where a range is after an edit elsewhere.
 * @param edit the replaced range and the text in its place.
 * @returns `undefined` when the edit touches the range: what stood there is no longer what was meant.
 */
export function movedRange(range: Extent, edit: { readonly range: Extent; readonly text: string }): Extent | undefined {
  if (before(range.end, edit.range.start)) return range;
  if (!before(edit.range.end, range.start)) return undefined;
  return { start: moved(range.start, edit), end: moved(range.end, edit) };
}

function before(a: Place, b: Place): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}

function moved(place: Place, { range, text }: { readonly range: Extent; readonly text: string }): Place {
  const lines = text.split(/\r\n|\r|\n/);
  const line = place.line + lines.length - 1 - (range.end.line - range.start.line);
  if (place.line !== range.end.line) return { line, character: place.character };
  const last = lines.at(-1)?.length ?? 0;
  const column = lines.length === 1 ? range.start.character + last : last;
  return { line, character: place.character - range.end.character + column };
}
