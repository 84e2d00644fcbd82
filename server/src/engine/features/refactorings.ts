import { locate } from "../clients/locate.ts";
import { touches } from "../document/node.ts";
import type { SpecDocument, TextEdit } from "../document/part.ts";
import { editsAt, shift } from "../lint/finding.ts";
import { specOf } from "../reading/spec.ts";
import type { CheckContext } from "./check-context.ts";
import { changeConfidentiality } from "./refactor/confidentiality.ts";
import { changeLifetimeUnit } from "./refactor/lifetime-unit.ts";
import { type At, holds, type Refactoring } from "./refactor/refactoring.ts";
import { turnOnRotation } from "./refactor/rotation.ts";
import { sortMembers } from "./refactor/sort-members.ts";

export interface OfferedRefactoring {
  readonly title: string;
  /** In the file's offsets. */
  readonly edits: readonly TextEdit[];
}

const all: readonly ((at: At) => Refactoring[])[] = [
  changeLifetimeUnit,
  turnOnRotation,
  changeConfidentiality,
  sortMembers,
];

/**
 * Refactorings at an offset of the file: those of the member there, and those of the whole app client on its first key or
 * bracket, or anywhere in it when a person asks. Each was tried: see `holds`.
 * @param asked whether a person asked for refactorings, rather than an editor for its light bulb.
 */
export function refactoringsAt(
  document: SpecDocument,
  offset: number,
  context: CheckContext,
  asked = false,
): OfferedRefactoring[] {
  const place = locate(document, offset);
  if (!place) return [];
  const { client, path } = place;
  // Its functions and conditions are not what a refactoring would keep.
  if (client.scope.template) return [];
  const spec = specOf(client);
  const { root, part, base } = client;
  const bracket = root && { start: root.span.start, end: root.span.start + 1 };
  const onHead = asked || [spec.head, bracket].some((span) => span && touches(shift(span, base), offset));
  const inner = path.slice(spec.path.length);
  const places: At[] = [{ part, spec, path: inner }];
  if (onHead && inner.length > 0) places.push({ part, spec, path: [] });
  const offered = new Map<string, OfferedRefactoring>();
  for (const at of places) {
    if (at.path.length === 0 && !onHead) continue;
    for (const refactoring of all.flatMap((make) => make(at))) {
      if (offered.has(refactoring.title) || !holds(document, client, refactoring, context)) continue;
      const edits = editsAt(base, refactoring.edits);
      offered.set(refactoring.title, { title: refactoring.title, edits });
    }
  }
  return [...offered.values()];
}
