import { lstatSync, realpathSync } from "node:fs";
import { isAbsolute, relative, resolve, sep } from "node:path";
import {
  type CheckContext,
  dialectOf,
  type EnvironmentsFile,
  parseSpec,
  type SpecDocument,
  type SpecsBeside,
} from "../../server/src/engine/index.ts";
import { readSpecFile } from "../spec-file.ts";
import type { EnvironmentsFiles } from "../targets/environments-files.ts";

/** What the nearest environments file says of a spec. @param path absolute. */
export async function environmentsOf(
  files: EnvironmentsFiles,
  path: string,
): Promise<Pick<CheckContext, "environments">> {
  const found = await files.of(path);
  if (!found || found.unreadable !== undefined || leaves(path, found.folder)) return {};
  return { environments: { file: found.file, path: relative(found.folder, path).split(sep).join("/") } };
}

/**
 * The specs that an environments file names. One that is a link out of its folder, or no regular file, is not looked at:
 * whoever wrote the file chose that path.
 * @param folder absolute.
 */
export function specsBeside({ specs }: EnvironmentsFile, folder: string): SpecsBeside {
  const beside = new Map<string, SpecDocument | undefined>();
  for (const { path } of specs) {
    const file = resolve(folder, path);
    if (!lstatSync(file, { throwIfNoEntry: false })) beside.set(path, undefined);
    else if (!leaves(file, folder)) {
      const read = readSpecFile(file);
      const text = read.is === "read" ? read.decoded.text : undefined;
      if (text !== undefined) beside.set(path, parseSpec(text, dialectOf(file, "", text)));
    }
  }
  return beside;
}

/** Whether a path leads out of a folder, links followed; also where it leads nowhere. */
function leaves(path: string, folder: string): boolean {
  try {
    const below = relative(realpathSync(folder), realpathSync(path));
    return below === ".." || below.startsWith(`..${sep}`) || isAbsolute(below);
  } catch {
    return true;
  }
}
