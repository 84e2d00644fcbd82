import type { Span } from "../../document/node.ts";
import type { Syntax, TextEdit } from "../../document/part.ts";

/** What a completion leads to when its documentation is asked for. */
export type DocKey =
  | { readonly kind: "member"; readonly path: readonly string[] }
  | { readonly kind: "value"; readonly path: readonly string[]; readonly value: string }
  | { readonly kind: "starter"; readonly prefix: string; readonly syntax: Syntax };

export interface Completion {
  readonly label: string;
  readonly kind: "member" | "enum" | "value" | "starter";
  /** A few words beside the label: type, meaning of a number, why it comes last. */
  readonly detail?: string;
  /** Lower comes first. */
  readonly rank: number;
  /** What is compared with the text that `edit` replaces. */
  readonly filterText: string;
  /** In the file. `newText` is a snippet when `snippet` is set, else literal. */
  readonly edit: { readonly span: Span; readonly newText: string; readonly snippet: boolean };
  /** Elsewhere in the file, e.g. a comma before. */
  readonly additionalEdits: readonly TextEdit[];
  /** Completion goes on inside what was inserted. */
  readonly retrigger: boolean;
  readonly deprecated: boolean;
  readonly doc?: DocKey;
  /** Documentation that no lookup can find later, Markdown. */
  readonly documentation?: string;
}
