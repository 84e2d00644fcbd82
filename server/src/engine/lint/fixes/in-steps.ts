import { applyEdits } from "../../document/edit/edit.ts";
import type { ObjectNode } from "../../document/node.ts";
import { parseSpec } from "../../document/parse.ts";
import type { Part, TextEdit } from "../../document/part.ts";

/** One step of a change, on the part as the steps before it left it. */
export type Step = (part: Part, root: ObjectNode) => readonly TextEdit[];

/**
 * Makes one edit of changes that build upon each other and whose own edits would overlap, such as
 * unwrapping an object whose members are removed too. What is left alone at both ends is not touched.
 *
 * @returns no edits when a step loses the app client, or nothing changes.
 */
export function inSteps(part: Part, steps: readonly Step[]): TextEdit[] {
  const start = part.root?.span.start ?? 0;
  let current: Part = part;
  for (const step of steps) {
    if (current.root?.kind !== "object") return [];
    const edits = step(current, current.root);
    if (edits.length === 0) continue;
    const next = reread(applyEdits(current.text, edits), part, start);
    if (!next) return [];
    current = next;
  }
  return difference(part.text, current.text);
}

/** The items of a YAML list share their text, so the app client is looked up by where it begins. */
function reread(text: string, part: Part, start: number): Part | undefined {
  const { units } = parseSpec(text, part.syntax === "json" ? "jsonc" : "yaml");
  const unit = units.findLast((u) => u.part.root && u.base + u.part.root.span.start <= start) ?? units[0];
  // A step that cuts the text into several app clients has gone wrong.
  return unit?.base === 0 ? unit.part : undefined;
}

function difference(before: string, after: string): TextEdit[] {
  if (before === after) return [];
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  return [{ span: { start, end: before.length - end }, newText: after.slice(start, after.length - end) }];
}
