import { createScanner } from "jsonc-parser";
import type { Part } from "../../document/part.ts";
import { anchorIn } from "./anchor.ts";
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

/** @returns what belongs at an offset of a part in JSON; `undefined` where nothing does. */
export function jsonCursor(part: Part, offset: number): Cursor | undefined {
  const { from, frames } = anchorIn(part, offset) ?? { from: 0, frames: [] };
  const cursor = flowCursor(tokens(part.text, from), offset, [], frames);
  return cursor === "none" ? undefined : cursor;
}

function* tokens(text: string, from: number): Generator<FlowToken, undefined> {
  const scanner = createScanner(text, false);
  scanner.setPosition(from);
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
