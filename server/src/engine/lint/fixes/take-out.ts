import { commentsOf } from "../../document/comments.ts";
import { columnOf, lineStart } from "../../document/lines.ts";
import type { ObjectNode } from "../../document/node.ts";
import type { Part, TextEdit } from "../../document/part.ts";

/**
 * Lets an object take the place of the whole document, its lines moved to the left by as much as it was indented.
 * @returns nothing where that would lose a comment, or where the object stands in a style that its place does not allow.
 */
export function takenOut(part: Part, object: ObjectNode): TextEdit[] {
  const { root, text } = part;
  if (!root) return [];
  const outside = commentsOf(part).filter(
    ({ span }) =>
      span.end > root.span.start &&
      span.start < root.span.end &&
      (span.start < object.span.start || span.end > object.span.end),
  );
  if (
    outside.length > 0 ||
    (root.kind === "object" && !root.flow && root.span.start !== lineStart(text, root.span.start))
  )
    return [];
  const width = object.flow ? indentWidth(text, object.span.start) : columnOf(text, object.span.start).length;
  const lines = text.slice(object.span.start, object.span.end).split("\n");
  const moved = lines.map((line, index) => (index === 0 ? line : line.slice(Math.min(width, line.search(/[^ \t]|$/)))));
  return [{ span: root.span, newText: moved.join("\n") }];
}

function indentWidth(text: string, offset: number): number {
  return /^[ \t]*/.exec(text.slice(lineStart(text, offset), offset))?.[0].length ?? 0;
}
