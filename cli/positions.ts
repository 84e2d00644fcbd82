/** Line and column, both counted from 1; columns in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Finds lines and columns in one text. */
export class Positions {
  private readonly starts: number[] = [0];
  private readonly text: string;

  /** @param from 1 behind a byte order mark, which takes no column. */
  constructor(text: string, from = 0) {
    this.text = text;
    this.starts[0] = from;
    for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) this.starts.push(at + 1);
  }

  at(offset: number): Position {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: Math.max(0, offset - (this.starts[low] ?? 0)) + 1 };
  }

  /** The text of a line, counted from 1, without its end. */
  line(line: number): string {
    const start = this.starts[line - 1] ?? this.text.length;
    return this.text.slice(start, this.starts[line] ?? this.text.length).replace(/\r?\n$/, "");
  }
}
