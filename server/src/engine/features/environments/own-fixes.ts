import { nearest, slips } from "../../catalogue/nearest.ts";
import { specKey } from "../../config/environments/key.ts";
import { insertMember, renameKey, replaceValue } from "../../document/edit/edit.ts";
import { findMember, nodeAt, type Path } from "../../document/node.ts";
import type { Part, SpecDocument } from "../../document/part.ts";
import { isQuotable } from "../../lint/quotable.ts";
import type { Fix } from "../../lint/rule.ts";
import { fileOf, type SpecsBeside } from "./check.ts";
import { appClientOf } from "./linked.ts";

/** What is wrong with the file itself. */
interface Fault {
  readonly rule: string;
  readonly path: Path;
}

/** Fixes of the environments file's own rules, best first, in the part's offsets; untried. */
export function ownFixes(
  document: SpecDocument,
  part: Part,
  specs: SpecsBeside,
  { rule, path }: Fault,
): readonly Fix[] {
  switch (rule) {
    case "environments-account-format":
      return accountFixes(part, path);
    case "environments-unknown-environment":
      return environmentFixes(document, part, path);
    case "environments-client-not-found":
      return clientFixes(document, part, specs, path);
    default:
      return [];
  }
}

/** The digits as they are written: a number may have lost its zeros, and people group them by hyphens. */
function accountFixes(part: Part, path: Path): Fix[] {
  const node = nodeAt(part.root, path);
  if (node?.kind !== "scalar" || node.alias) return [];
  const digits = part.text.slice(node.span.start, node.span.end).replace(/["'\s_-]/g, "");
  if (!/^\d{12}$/.test(digits)) return [];
  return [{ title: `Use "${digits}"`, safe: true, edits: replaceValue(part, node, digits) }];
}

function environmentFixes(document: SpecDocument, part: Part, path: Path): Fix[] {
  const name = String(path.at(-1));
  const link = nodeAt(part.root, path.slice(0, -1));
  const member = findMember(link, name);
  const defined = [...fileOf(document).environments.keys()];
  if (!member || !isQuotable(part, name)) return [];
  const fixes: Fix[] = [];
  const meant = nearest(
    name,
    defined.filter((each) => !findMember(link, each)),
    slips(name),
  );
  if (meant !== undefined)
    fixes.push({ title: `Change to ${meant}`, safe: false, edits: renameKey(part, member, meant) });
  const environments = nodeAt(part.root, ["environments"]);
  if (environments?.kind === "object")
    fixes.push({
      title: `Add ${name} to environments`,
      safe: false,
      edits: insertMember(part, environments, name, {}),
    });
  return fixes;
}

/** The app clients that the spec has, the one that is spelt most alike first. */
function clientFixes(document: SpecDocument, part: Part, specs: SpecsBeside, path: Path): Fix[] {
  const key = String(path.at(-1));
  const spec = fileOf(document).specs.find((each) => each.key === key);
  const beside = spec && specs.get(spec.path);
  const found = beside && appClientOf(beside, spec);
  const clients = nodeAt(part.root, ["clients"]);
  const member = findMember(clients, key);
  if (!found || !("names" in found) || !member) return [];
  const { names } = found;
  const once = names.filter((name) => names.indexOf(name) === names.lastIndexOf(name));
  const free = once.filter((name) => !findMember(clients, specKey(spec.path, name)));
  const quotable = free.filter((name) => beside.units.every((unit) => isQuotable(unit.part, name)));
  const closest = spec.clientName === undefined ? undefined : nearest(spec.clientName, quotable);
  const sorted = quotable.sort((a, b) => Number(b === closest) - Number(a === closest));
  return sorted.map((name) => ({
    title: `Change to ${specKey(spec.path, name)}`,
    safe: false,
    edits: renameKey(part, member, specKey(spec.path, name)),
  }));
}
