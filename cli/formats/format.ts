import type { Severity } from "../../server/src/engine/index.ts";
import type { FileResult } from "../result.ts";

/** How `lint` prints what it found: a file of this folder with one of these is an output format. */
export interface Format {
  /** For the help, without a full stop. */
  readonly summary: string;
  /** People get warnings and errors unless they ask for more; programs get all, and choose for themselves. */
  readonly readers: "people" | "programs";
  /** @returns the whole output; it passes what files say through the functions of `sinks.ts`. */
  write(files: readonly FileResult[], context: FormatContext): string;
}

export interface FormatContext {
  /** Of this package. */
  readonly version: string;
  /** Whether ANSI colours are wanted. */
  readonly colours: boolean;
  /** How many findings of each severity were kept from people. */
  readonly keptBack: Readonly<Record<Severity, number>>;
}
