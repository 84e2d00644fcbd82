import { specKey } from "../../config/environments/key.ts";
import { renameKey } from "../../document/edit/edit.ts";
import type { SpecDocument, TextEdit } from "../../document/part.ts";
import { editsAt } from "../../lint/finding.ts";
import { fileOf } from "./check.ts";

/**
 * The edits (offsets of the file) that let the keys of `clients` follow a spec, or a folder of specs, to its new place. Links,
 * ClientNames behind `#` and comments stay.
 *
 * @param from path from the environments file's folder, with `/`.
 * @param to the same; `undefined` where the new place is not below that folder: such a link cannot be written.
 */
export function renameLinks(document: SpecDocument, from: string, to: string | undefined): readonly TextEdit[] {
  const [unit] = document.units;
  if (!unit || to === undefined || from === to) return [];
  return fileOf(document).specs.flatMap(({ path, clientName, member }) => {
    const moved = path === from ? to : path.startsWith(`${from}/`) ? to + path.slice(from.length) : undefined;
    if (moved === undefined) return [];
    return editsAt(unit.base, renameKey(unit.part, member, specKey(moved, clientName)));
  });
}
