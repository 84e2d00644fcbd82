import { clientsIn } from "../../clients/clients-in.ts";
import { readSpecKey, specKey } from "../../config/environments/key.ts";
import type { SpecDocument } from "../../document/part.ts";
import { isQuotable } from "../../lint/quotable.ts";
import { nameOf } from "../../reading/name.ts";

/** A spec of the workspace, and what its app clients are called; `undefined` where that cannot be said. */
export interface NamedSpec {
  readonly uri: string;
  readonly names: readonly (string | undefined)[];
}

export function namedSpec(uri: string, document: SpecDocument): NamedSpec {
  const names = clientsIn(document).map((client) => {
    const name = nameOf(client);
    return name !== undefined && isQuotable(client.part, name) ? name : undefined;
  });
  return { uri, names };
}

/**
 * What may stand under `clients` of an environments file: the specs below its folder, sorted; `#` and the ClientName where a spec
 * holds several. An app client that shares its name with another has no key.
 */
export function specKeysBelow(environmentsUri: string, specs: Iterable<NamedSpec>): string[] {
  const keys = new Set<string>();
  for (const { uri, names } of specs) {
    const path = pathFrom(environmentsUri, uri);
    if (path === undefined) continue;
    const read = readSpecKey(path);
    if (!("path" in read) || read.path !== path) continue;
    if (names.length < 2) keys.add(path);
    else for (const name of names) if (name && isUnique(name, names)) keys.add(specKey(path, name));
  }
  return [...keys].sort();
}

function isUnique(name: string, names: readonly (string | undefined)[]): boolean {
  return names.indexOf(name) === names.lastIndexOf(name);
}

/**
 * @returns the path of a file or folder from the folder of an environments file, with `/`, as that file writes it;
 * `undefined` where it is not below that folder.
 */
export function pathFrom(environmentsUri: string, uri: string): string | undefined {
  const folder = environmentsUri.slice(0, environmentsUri.lastIndexOf("/") + 1);
  if (!uri.startsWith(folder)) return undefined;
  return uri.slice(folder.length).split("/").map(decoded).join("/");
}

function decoded(step: string): string {
  try {
    return decodeURIComponent(step);
  } catch {
    return step;
  }
}
