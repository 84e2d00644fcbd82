import type { FactsByPool, PoolFacts } from "../clients/pool-facts.ts";
import type { EnvironmentsFile } from "../config/environments/file.ts";
import type { Settings } from "../config/settings.ts";
import type { Part } from "../document/part.ts";

/** All that a check may know beyond the document: plain data, handed in. */
export interface CheckContext {
  readonly settings: Settings;
  readonly facts?: FactsByPool | undefined;
  /** Of the pool that is meant, where somebody has chosen one, whatever the file names. */
  readonly chosenPool?: PoolFacts | undefined;
  /** The nearest environments file of a spec, and how that file calls the spec. */
  readonly environments?:
    | {
        readonly file: EnvironmentsFile;
        readonly path: string;
        /** The file itself, for those who quote it: its name without folders, and its text. */
        readonly source?: { readonly name: string; readonly part: Part };
      }
    | undefined;
}
