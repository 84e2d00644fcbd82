import type { Dialect } from "../../server/src/engine/index.ts";

export interface SpecSource {
  readonly text: string;
  readonly dialect: Dialect;
  /** For messages: the file's name. */
  readonly name: string;
}
