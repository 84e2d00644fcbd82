import type { JsonObject } from "../../deploy/index.ts";

/** How new specs are written down: a file for each, or one stream with all of them. */
export type As = "yaml" | "json" | "stream";

export interface NewSpec {
  /** File name without ending, of our own making. */
  readonly stem: string;
  readonly spec: JsonObject;
  /** A line that stands above it where the syntax has comments. */
  readonly note?: string;
}

/** The text of one new file, and which of the specs it holds, in its order. */
export interface NewText {
  readonly stem: string;
  readonly syntax: "json" | "yaml";
  readonly text: string;
  /** Indexes of the specs. */
  readonly holds: readonly number[];
}

/**
 * The files of an import.
 * @param write a spec as the text of a file.
 * @param together the stem of a stream.
 */
export function textsOf(
  specs: readonly NewSpec[],
  as: As,
  write: (spec: JsonObject, syntax: "json" | "yaml") => string,
  together: string,
): NewText[] {
  const yaml = ({ spec, note }: NewSpec) => `${note === undefined ? "" : `# ${note}\n`}${write(spec, "yaml")}`;
  if (as === "stream") {
    if (specs.length === 0) return [];
    return [{ stem: together, syntax: "yaml", text: specs.map(yaml).join("---\n"), holds: [...specs.keys()] }];
  }
  return specs.map((each, index) => ({
    stem: each.stem,
    syntax: as,
    text: as === "json" ? write(each.spec, "json") : yaml(each),
    holds: [index],
  }));
}

/** Links name the app clients of a stream by their ClientName: one that is there twice has no link of its own. */
export function canBeStream(names: readonly string[]): boolean {
  return names.length > 1 && new Set(names).size === names.length;
}
