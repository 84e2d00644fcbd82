import type { EnvironmentsFile } from "../config/environments/file.ts";
import type { Part } from "../document/part.ts";
import type { LintContext } from "../lint/context.ts";

/** All that a check may know beyond the document: plain data, handed in. */
export interface CheckContext extends LintContext {
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
