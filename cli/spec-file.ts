import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { SpecSource } from "../deploy/index.ts";
import { dialectOf } from "../server/src/engine/document/dialect.ts";
import { decode, EncodingError } from "./decode.ts";
import type { Io } from "./io.ts";

/** @returns a spec as it is on disk now; `undefined`, and a line on standard error, when it cannot be read. */
export function readSpec(file: string, io: Io): SpecSource | undefined {
  try {
    const { text } = decode(readFileSync(resolve(io.cwd, file)));
    return { name: file, text, dialect: dialectOf(file, "", text) };
  } catch (error) {
    const why = error instanceof EncodingError ? error.message : reason(error as NodeJS.ErrnoException);
    io.err(`${file} ${why}.\n`);
    return undefined;
  }
}

function reason(error: NodeJS.ErrnoException): string {
  if (error.code === "ENOENT") return "does not exist";
  if (error.code === "EISDIR") return "is a folder: name the file";
  if (error.code === undefined) throw error;
  return `cannot be read (${error.code})`;
}
