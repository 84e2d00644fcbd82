import { createScanner } from "jsonc-parser";
import type { Cursor, FlowToken } from "./cursor.ts";
import { flowCursor } from "./cursor.ts";

/** jsonc-parser's SyntaxKind, a const enum that isolated modules cannot read. */
const kinds: Readonly<Record<number, FlowToken["type"]>> = {
  1: "{",
  2: "}",
  3: "[",
  4: "]",
  5: ",",
  6: ":",
  7: "scalar",
  8: "scalar",
  9: "scalar",
  10: "scalar",
  11: "scalar",
  12: "comment",
  13: "comment",
  16: "scalar",
  17: "end",
};
const STRING = 10;

/** @returns what belongs at an offset of a JSON text; `undefined` where nothing does. */
export function jsonCursor(text: string, offset: number): Cursor | undefined {
  const cursor = flowCursor(tokens(text), offset);
  return cursor === "none" ? undefined : cursor;
}

function* tokens(text: string): Generator<FlowToken, undefined> {
  const scanner = createScanner(text, false);
  for (;;) {
    const kind: number = scanner.scan();
    const type = kinds[kind];
    if (type === undefined) continue;
    const start = scanner.getTokenOffset();
    if (type === "end") {
      yield { type, start: Number.MAX_SAFE_INTEGER, end: Number.MAX_SAFE_INTEGER };
      return undefined;
    }
    const end = start + scanner.getTokenLength();
    yield {
      type,
      start,
      end,
      ...(type === "scalar" && { text: scanner.getTokenValue() }),
      ...(kind === STRING && { quote: '"' }),
    };
  }
}
