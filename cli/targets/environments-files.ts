import { dirname } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import {
  dialectOf,
  ENVIRONMENTS_FILES,
  type EnvironmentsFile,
  fileOf,
  limits,
  NearestFile,
  parseSpec,
  type SpecDocument,
} from "../../server/src/engine/index.ts";
import { readNamedFile } from "../../server/src/regular-file.ts";
import { forTerminal } from "../../server/src/sinks.ts";
import { type Decoded, decode, EncodingError } from "../decode.ts";
import type { Io } from "../io.ts";
import { Positions } from "../positions.ts";

/** An environments file as it is on disk. */
export interface FoundEnvironments {
  /** Absolute. */
  readonly path: string;
  /** Absolute; the keys of `clients` are paths below it. */
  readonly folder: string;
  readonly document: SpecDocument;
  readonly file: EnvironmentsFile;
  readonly decoded: Decoded;
  readonly bytes: Uint8Array;
  readonly mode: number;
  /** Why it cannot be read, as the end of a sentence that begins with its name. */
  readonly unreadable?: string;
}

/** Finds environments files for a command: the nearest one upward counts, alone. */
export class EnvironmentsFiles {
  private readonly nearest = new NearestFile(ENVIRONMENTS_FILES, async (uri) => readEnvironmentsAt(fileURLToPath(uri)));

  /** @param file absolute path of a spec, which need not exist. */
  of(file: string): Promise<FoundEnvironments | undefined> {
    return this.nearest.of(pathToFileURL(file).href);
  }
}

/** @param path absolute. @returns `undefined` where there is no such file. */
export function readEnvironmentsAt(path: string): FoundEnvironments | undefined {
  const read = readNamedFile(path, 4 * limits.fileLength);
  if (read.is === "missing") return undefined;
  if (read.is === "refused") return found(path, nothing, new Uint8Array(), 0, read.why);
  try {
    return found(path, decode(read.bytes), read.bytes, read.mode);
  } catch (error) {
    if (!(error instanceof EncodingError)) throw error;
    return found(path, nothing, read.bytes, read.mode, error.message);
  }
}

const nothing: Decoded = { text: "", encoding: "utf-8", bom: false };

function found(path: string, decoded: Decoded, bytes: Uint8Array, mode: number, why?: string): FoundEnvironments {
  const document = parseSpec(decoded.text, dialectOf(path, "", decoded.text));
  const file = fileOf(document);
  return {
    path,
    folder: dirname(path),
    document,
    file,
    decoded,
    bytes,
    mode,
    ...(why === undefined ? {} : { unreadable: why }),
  };
}

/**
 * Tells what is wrong in an environments file. It says where things go, so that one that is half understood stops a command.
 * @returns how many problems there are
 */
export function tellEnvironmentsProblems(found: FoundEnvironments, io: Pick<Io, "err">): number {
  const name = forTerminal(found.path);
  if (found.unreadable !== undefined) {
    io.err(`${name} ${found.unreadable}.\n`);
    return 1;
  }
  const positions = new Positions(found.document.text);
  const syntax = found.document.units.flatMap(({ part, base }) =>
    part.problems
      .filter(({ code }) => code !== "json-comment")
      .map(({ message, span }) => ({ message, start: base + span.start })),
  );
  const own = found.file.problems.map(({ message, span }) => ({ message, start: span.start }));
  const problems = [...syntax, ...own];
  for (const { message, start } of problems) {
    const { line, column } = positions.at(start);
    io.err(`${name}:${line}:${column}: ${forTerminal(message)}\n`);
  }
  return problems.length;
}
