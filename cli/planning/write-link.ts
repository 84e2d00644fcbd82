import { writeFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { applyEdits, linkEdits, newEnvironmentsText, specKey } from "../../server/src/engine/index.ts";
import { encode } from "../decode.ts";
import { replaceFile } from "../replace-file.ts";
import { readEnvironmentsAt } from "../targets/environments-files.ts";

export interface LinkToWrite {
  /** Absolute path of the spec. */
  readonly path: string;
  /** Where the file holds several app clients. */
  readonly clientName?: string | undefined;
  readonly environment: string;
  readonly id: string;
}

/**
 * Writes an id into the environments file, as it is on disk now; its comments and order stay.
 * @param file absolute path of the environments file.
 * @returns `undefined`, or why not, as a sentence
 */
export function writeLink(file: string, { path, clientName, environment, id }: LinkToWrite): string | undefined {
  const found = readEnvironmentsAt(file);
  const key = keyOf(file, path, clientName);
  const byHand = `Write it by hand: clients: { ${key}: { ${environment}: { id: ${id} } } }.`;
  if (!found) return `${file} does not exist any more. ${byHand}`;
  const edits = found.unreadable === undefined ? linkEdits(found.document, { key, environment, id }) : undefined;
  if (!edits) return `${file} cannot be edited as it is. ${byHand}`;
  if (edits.length === 0) return undefined;
  const text = applyEdits(found.document.text, edits);
  const problem = replaceFile(file, found.bytes, encode(text, found.decoded), found.mode);
  return problem === undefined ? undefined : `${file} ${problem}. ${byHand}`;
}

/** Makes an environments file beside a spec, where there is none. @returns why not, as a sentence */
export function newEnvironmentsFile(
  { path, clientName, environment, id }: LinkToWrite,
  where: { readonly account: string | undefined; readonly pool: string },
): string | undefined {
  const file = join(dirname(path), "cognito-client.environments.yaml");
  try {
    const link = { key: keyOf(file, path, clientName), environment, id };
    writeFileSync(file, newEnvironmentsText(link, where), { flag: "wx" });
    return undefined;
  } catch (error) {
    return `${file} cannot be written (${(error as NodeJS.ErrnoException).code}).`;
  }
}

function keyOf(file: string, path: string, clientName: string | undefined): string {
  return specKey(relative(dirname(file), path).split(sep).join("/"), clientName);
}
