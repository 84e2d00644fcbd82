import { insertMember, type PlainValue, removeMembers, setMember } from "../../document/edit/edit.ts";
import { emit } from "../../document/edit/emit.ts";
import { findMember, nodeAt, type ObjectNode } from "../../document/node.ts";
import type { SpecDocument, TextEdit } from "../../document/part.ts";
import { editsAt } from "../../lint/finding.ts";

/** What is to be written down: the app client that a spec is in an environment. */
export interface NewLink {
  /** As `clients` has it: the path from the file's folder, `#` and the ClientName where the spec holds several. */
  readonly key: string;
  readonly environment: string;
  readonly id: string;
}

/**
 * The edits (offsets of the file) that write a link into an environments file; comments, order and style stay. None where it
 * stands there already. `undefined`: the file cannot be edited as it is, since it has no object where one must be.
 */
export function linkEdits(document: SpecDocument, { key, environment, id }: NewLink): readonly TextEdit[] | undefined {
  const [unit] = document.units;
  const root = unit?.part.root;
  if (!unit || document.units.length > 1 || unit.part.problems.some(({ code }) => code === "syntax-error"))
    return undefined;
  if (root?.kind !== "object") return undefined;
  const { part, base } = unit;
  const steps = ["clients", key, environment];
  let object: ObjectNode = root;
  for (const [depth, step] of steps.entries()) {
    const { value } = findMember(object, step) ?? {};
    const isEmpty = value?.kind === "scalar" && value.value === null;
    if (value?.kind === "object" && !value.alias) object = value;
    else if (value !== undefined && !isEmpty) return undefined;
    else {
      const rest = steps.slice(depth + 1).reduceRight<PlainValue>((inner, name) => ({ [name]: inner }), { id });
      const edits = isEmpty ? setMember(part, object, step, rest) : insertMember(part, object, step, rest);
      return editsAt(base, edits);
    }
  }
  const known = findMember(object, "id")?.value;
  if (known?.kind === "scalar" && known.value === id) return [];
  return editsAt(base, setMember(part, object, "id", id));
}

/**
 * The edits that take an id out of an environments file, as long as it is this one. What the environment sets stays, so that the
 * app client can be made anew. `undefined`: it does not stand there.
 */
export function unlinkEdits(
  document: SpecDocument,
  { key, environment, id }: NewLink,
): readonly TextEdit[] | undefined {
  const [unit] = document.units;
  const object = unit && nodeAt(unit.part.root, ["clients", key, environment]);
  const member = findMember(object, "id");
  if (!unit || object?.kind !== "object" || object.alias || !member) return undefined;
  if (member.value?.kind !== "scalar" || member.value.value !== id) return undefined;
  return editsAt(unit.base, removeMembers(unit.part, object, [member]));
}

/** The edits that write an environment's account down, where it names none. `undefined`: it names one, or is not there. */
export function accountEdits(
  document: SpecDocument,
  environment: string,
  account: string,
): readonly TextEdit[] | undefined {
  const [unit] = document.units;
  const object = unit && nodeAt(unit.part.root, ["environments", environment]);
  if (!unit || object?.kind !== "object" || object.alias || findMember(object, "account")) return undefined;
  return editsAt(unit.base, insertMember(unit.part, object, "account", account));
}

/** A new environments file with one environment and one link, in YAML. */
export function newEnvironmentsText(
  { key, environment, id }: NewLink,
  { account, pool }: { readonly account: string | undefined; readonly pool: string },
): string {
  const file = {
    environments: { [environment]: { ...(account !== undefined && { account }), pool } },
    clients: { [key]: { [environment]: { id } } },
  };
  return `${emit(file, "yaml")}\n`;
}
