import { randomBytes } from "node:crypto";
import {
  accessSync,
  chmodSync,
  closeSync,
  constants,
  fsyncSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";

/**
 * Replaces a file's content whole or not at all: the new content is written beside it, and takes its place by a rename, so that a
 * full disk or a killed process leaves the old one. Keeps its permissions; behind a link the file that it leads to is replaced.
 * @param path absolute. @param old what was read: a file that is not that any more is left alone. @param mode as `stat` gave it.
 * @returns `undefined`, or why not, as the end of a sentence that begins with the file's name.
 */
export function replaceFile(path: string, old: Uint8Array, content: Uint8Array, mode: number): string | undefined {
  let beside: string | undefined;
  try {
    const target = realpathSync(path);
    // A rename would replace a file that may not be written.
    accessSync(target, constants.W_OK);
    beside = join(dirname(target), `.${basename(target)}.${randomBytes(6).toString("hex")}.tmp`);
    writeDurably(beside, content);
    chmodSync(beside, mode & 0o7777);
    if (!readFileSync(target).equals(old)) return "has changed while it was checked, so it was not fixed: run it again";
    renameSync(beside, target);
    beside = undefined;
    return undefined;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    return `cannot be written (${code})`;
  } finally {
    if (beside !== undefined) rmSync(beside, { force: true });
  }
}

function writeDurably(path: string, content: Uint8Array): void {
  // wx: never through something that stands there already. Nobody else reads it before it has the file's own permissions.
  const file = openSync(path, "wx", 0o600);
  try {
    writeFileSync(file, content);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
