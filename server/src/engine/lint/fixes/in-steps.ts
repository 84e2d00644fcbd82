import type { AppClientContent } from "../../clients/app-client.ts";
import { applyEdits } from "../../document/edit/edit.ts";
import type { ObjectNode } from "../../document/node.ts";
import type { Part, TextEdit } from "../../document/part.ts";
import { smallestEdit } from "../../document/text-edit.ts";
import { type Spec, specOf } from "../../reading/spec.ts";

/** One step of a change, on the app client as the steps before it left it. */
export type Step = (part: Part, root: ObjectNode, spec: Spec) => readonly TextEdit[];

/**
 * Makes one edit of changes that build upon each other and whose own edits would overlap, such as
 * unwrapping an object whose members are removed too. What is left alone at both ends is not touched.
 *
 * @returns no edits when a step loses the app client, or nothing changes.
 */
export function inSteps({ client }: Spec, steps: readonly Step[]): TextEdit[] {
  let current: AppClientContent = client;
  for (const step of steps) {
    const { part, root } = current;
    if (root?.kind !== "object") return [];
    const edits = step(part, root, specOf(current));
    if (edits.length === 0) continue;
    const next = current.reread(applyEdits(part.text, edits));
    if (!next) return [];
    current = next;
  }
  const { text } = client.part;
  return text === current.part.text ? [] : [smallestEdit(text, current.part.text)];
}
