import { realpathSync } from "node:fs";
import { dirname, isAbsolute, relative, sep } from "node:path";

/**
 * Whether a spec leads out of the folder of the environments file that links it, once links are followed: behind one could stand
 * anything, and whoever wrote the file chose that path.
 * @param environments paths of files on this machine.
 */
export function leaves(environments: string, spec: string): boolean {
  try {
    const below = relative(realpathSync(dirname(environments)), realpathSync(spec));
    return below === ".." || below.startsWith(`..${sep}`) || isAbsolute(below);
  } catch {
    // It is not there (any more), or new and not saved: no link leads anywhere.
    return false;
  }
}
