import { notInSet } from "../../config/environments/read-specs.ts";
import { findMember, nodeAt, type ObjectNode, type Path } from "../../document/node.ts";
import { shift } from "../../lint/finding.ts";
import { specOf } from "../../reading/spec.ts";
import { between, commaBefore } from "../completion/commas.ts";
import { completeIn } from "../completion/complete.ts";
import type { Completion } from "../completion/item.ts";
import { appClientAt } from "./app-client-at.ts";
import { inQuotes } from "./in-quotes.ts";
import { overlayOf } from "./overlay.ts";
import type { Place } from "./place.ts";

/** The request's own members and values, as they fit the spec that `set` is laid over. */
export function insideSet({ unit, cursor, typed, file, context }: Place): Completion[] {
  const [, key, name, , ...path] = cursor.path;
  const link = nodeAt(unit.part.root, ["clients", String(key), String(name)]);
  const member = findMember(link, "set");
  const set = member?.value?.kind === "object" ? member.value : undefined;
  const client = appClientAt(file, context.specs, String(key));
  const at = member?.span ?? cursor.replace;
  const overlay = overlayOf(unit, client && specOf(client).node, set, at);
  const pool = file.environments.get(String(name))?.pool;
  const chosenPool = pool === undefined ? undefined : context.facts?.get(pool);
  const onOwnLine = path.length === 0 && cursor.at === "value" && cursor.ownLine === true;
  const offered = completeIn({
    unit: overlay.client,
    spec: overlay.merged,
    written: overlay.own,
    cursor: onOwnLine ? { ...cursor, at: "key" } : cursor,
    path,
    typed,
    context: { ...context, chosenPool },
  }).filter(({ kind, label }) => kind !== "member" || !notInSet.has(label));
  const taken = cursor.at === "value" && client && isMember(specOf(client).node, path);
  return taken ? [...offered, takesOut({ unit, cursor }, offered.length)] : offered;
}

/** Whether a path leads to a member of the spec's request, which `null` could take out. */
function isMember(request: ObjectNode | undefined, path: Path): boolean {
  const name = path.at(-1);
  return typeof name === "string" && findMember(nodeAt(request, path.slice(0, -1)), name) !== undefined;
}

/** RFC 7396: the last thing that one wants to do with a member. */
function takesOut({ unit, cursor }: Pick<Place, "unit" | "cursor">, rank: number): Completion {
  return {
    label: "null",
    kind: "value",
    detail: "takes it out of the request",
    rank,
    filterText: inQuotes("null", cursor),
    edit: { span: shift(cursor.replace, unit.base), newText: between("null", cursor), snippet: false },
    additionalEdits: commaBefore(cursor, unit.base),
    retrigger: false,
    deprecated: false,
  };
}
