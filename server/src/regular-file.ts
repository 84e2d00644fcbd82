import { closeSync, constants, fstatSync, lstatSync, openSync, readSync, realpathSync } from "node:fs";
import { basename } from "node:path";

/** What became of reading a file that anybody may have put there. */
export type RegularFile =
  | { readonly is: "read"; readonly bytes: Buffer; readonly mode: number }
  | { readonly is: "missing" }
  /** Why, as the end of a sentence that begins with the file's name. */
  | { readonly is: "refused"; readonly why: string };

/**
 * Reads a regular file of at most so many bytes. A pipe or a device is refused without waiting for it, and a file that grows
 * while it is read (or has no honest size, as those in `/proc`) is read up to the limit and no further.
 * Synchronous: it is a local file, and its size is bounded.
 */
export function readRegularFile(path: string, limit: number): RegularFile {
  let file: number;
  try {
    // Opening a pipe that nobody writes to would wait for ever.
    file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    return failed(error);
  }
  try {
    const stat = fstatSync(file);
    if (stat.isDirectory()) return { is: "refused", why: "is a folder" };
    if (!stat.isFile()) return { is: "refused", why: "is no regular file" };
    const bytes = readUpTo(file, limit, stat.size);
    return bytes
      ? { is: "read", bytes, mode: stat.mode }
      : { is: "refused", why: `is larger than ${megabytes(limit)}` };
  } catch (error) {
    return failed(error);
  } finally {
    closeSync(file);
  }
}

/**
 * The same for a file that is known by its name and that a repository may hold as a link: one that leads to a file of another name
 * is refused, since what stands there was not written to be this.
 */
export function readNamedFile(path: string, limit: number): RegularFile {
  try {
    if (lstatSync(path).isSymbolicLink() && basename(realpathSync(path)) !== basename(path))
      return { is: "refused", why: "is a link to a file of another name" };
  } catch (error) {
    return failed(error);
  }
  return readRegularFile(path, limit);
}

function readUpTo(file: number, limit: number, size: number): Buffer | undefined {
  if (size > limit) return undefined;
  let buffer = Buffer.allocUnsafe(Math.min(limit, size) + 1);
  let filled = 0;
  for (;;) {
    const read = readSync(file, buffer, filled, buffer.length - filled, null);
    filled += read;
    if (filled > limit) return undefined;
    if (read === 0) return buffer.subarray(0, filled);
    if (filled === buffer.length) {
      const larger = Buffer.allocUnsafe(Math.min(2 * filled + 1024, limit + 1));
      buffer.copy(larger, 0, 0, filled);
      buffer = larger;
    }
  }
}

function failed(error: unknown): RegularFile {
  const { code } = error as NodeJS.ErrnoException;
  if (code === undefined) throw error;
  if (code === "ENOENT" || code === "ENOTDIR") return { is: "missing" };
  if (code === "EISDIR") return { is: "refused", why: "is a folder" };
  return { is: "refused", why: `cannot be read (${code})` };
}

function megabytes(bytes: number): string {
  return bytes >= 1_000_000 ? `${Math.round(bytes / 1_000_000)} MB` : `${Math.round(bytes / 1_000)} KB`;
}
