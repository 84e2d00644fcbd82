import { readJson } from "../../document/json.ts";
import { limits } from "../../document/limits.ts";
import type { Syntax } from "../../document/part.ts";
import { splitStream } from "../../document/yaml-stream.ts";
import { jsonBlocks } from "./json-blocks.ts";
import { Known } from "./known.ts";
import { readBlocks } from "./read-json.ts";
import { readWhole } from "./read-whole.ts";
import { readYamlTemplate } from "./read-yaml.ts";
import type { Template } from "./template.ts";

/**
 * Reads a file's templates: one, or those of a YAML stream. Never throws.
 * @param from behind the byte order mark: in YAML, a space in its place would indent the first line.
 * @param previous those of the file's last version, in the same syntax: what has not changed is kept.
 */
export function readTemplates(
  text: string,
  syntax: Syntax,
  from: number,
  previous: readonly Template[] = [],
): readonly Template[] {
  if (text.length > limits.fileLength) return [];
  const edited = previous.length === 1 ? previous[0]?.edited?.(text) : undefined;
  if (edited) return [edited];
  const known = new Known(previous);
  if (syntax === "json") {
    const blocks = jsonBlocks(text, known);
    if (blocks) return [readBlocks(blocks)];
    const part = known.part(text) ?? readJson(text, true).segments[0]?.part;
    return part ? [readWhole(text, part, 0, [], known)] : [];
  }
  const chunks = splitStream(text, from);
  return chunks.map(({ base, end }, index) =>
    readYamlTemplate(text, base, end, chunks.length > 1 ? [index] : [], known),
  );
}
