import type { Dialect } from "../../server/src/engine/document/part.ts";

export interface SpecSource {
  readonly text: string;
  readonly dialect: Dialect;
  /** For messages: the file's name. */
  readonly name: string;
}
