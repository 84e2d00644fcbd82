import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** A generated file: its path from the root of the repository, with `/`, and its whole text. */
export interface Output {
  readonly path: string;
  readonly text: string;
}

/**
 * Writes the outputs that differ from what is on disk, or in check mode only looks.
 *
 * @returns the paths that were (or would be) written. Line ends do not count as a difference: Git may check files out with CRLF.
 */
export function settle(root: string, outputs: readonly Output[], check: boolean): string[] {
  const stale: string[] = [];
  for (const { path, text } of outputs) {
    const file = join(root, path);
    const old = existsSync(file) ? readFileSync(file, "utf8").replaceAll("\r\n", "\n") : undefined;
    if (old === text) continue;
    stale.push(path);
    if (check) continue;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return stale;
}
