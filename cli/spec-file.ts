import { resolve } from "node:path";
import type { SpecSource } from "../deploy/index.ts";
import { dialectOf, limits } from "../server/src/engine/index.ts";
import { type RegularFile, readRegularFile } from "../server/src/regular-file.ts";
import { forTerminal } from "../server/src/sinks.ts";
import { type Decoded, decode, EncodingError } from "./decode.ts";
import type { Io } from "./io.ts";

/** Beyond this no encoding gives a file that the engine reads. */
const LIMIT = 4 * limits.fileLength;

export type SpecFile =
  | { readonly is: "read"; readonly decoded: Decoded; readonly bytes: Uint8Array; readonly mode: number }
  /** Why not, as the end of a sentence that begins with the file's name. */
  | { readonly is: "not-read"; readonly why: string };

/** Reads a file as text: a regular one, of bounded size, in UTF-8 or UTF-16. @param path absolute. */
export function readSpecFile(path: string): SpecFile {
  const read: RegularFile = readRegularFile(path, LIMIT);
  if (read.is === "missing") return { is: "not-read", why: "does not exist" };
  if (read.is === "refused") return { is: "not-read", why: read.why };
  try {
    return { is: "read", decoded: decode(read.bytes), bytes: read.bytes, mode: read.mode };
  } catch (error) {
    if (error instanceof EncodingError) return { is: "not-read", why: error.message };
    throw error;
  }
}

/** @returns a spec as it is on disk now; `undefined`, and a line on standard error, when it cannot be read. */
export function readSpec(file: string, io: Pick<Io, "cwd" | "err">): SpecSource | undefined {
  const read = readSpecFile(resolve(io.cwd, file));
  if (read.is === "not-read") {
    io.err(`${forTerminal(file)} ${read.why}.\n`);
    return undefined;
  }
  const { text } = read.decoded;
  return { name: file, text, dialect: dialectOf(file, "", text) };
}
