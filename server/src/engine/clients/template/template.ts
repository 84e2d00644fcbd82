import type { Part } from "../../document/part.ts";
import type { Path, Piece } from "./piece.ts";
import type { TemplateKind } from "./recognise.ts";
import type { Resources } from "./resources.ts";

/** One template as its file has it: sections and resources by name, each read when somebody asks. */
export interface Template {
  readonly kind: TemplateKind;
  /** Of all paths: the document's index in a YAML stream. */
  readonly prefix: Path;
  readonly resources: Resources;
  /** Sections of that name; several where a Serverless file has a list of templates. */
  sections(name: string): readonly Piece[];
  /** What stands in them, without reading it. */
  sectionTexts(name: string): readonly string[];
  /** All trees that were read of it, for the next version of the file. */
  parts(): Iterable<Part>;
  /** Lets go of what it has from the version before, when it has left its own to the next. */
  forget?(): void;
  /** @returns the next version of it; `undefined` where more than a block has changed, and the whole file has to be looked at. */
  edited?(text: string): Template | undefined;
}
