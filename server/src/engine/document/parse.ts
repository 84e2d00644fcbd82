import { readJson } from "./json.ts";
import { readChangedItems } from "./json-incremental.ts";
import { limits } from "./limits.ts";
import type { SpecNode } from "./node.ts";
import type { Dialect, Part, SpecDocument, Unit } from "./part.ts";
import { readYaml } from "./yaml.ts";
import { splitStream } from "./yaml-stream.ts";

/**
 * Reads a file of app clients. Never throws, whatever the text.
 * @param previous the file's last document: app clients whose text has not changed keep their part (and all that is known of it).
 */
export function parseSpec(source: string, dialect: Dialect, previous?: SpecDocument): SpecDocument {
  // A byte order mark is no content; a space in its place keeps every offset.
  const hasBom = source.charCodeAt(0) === 0xfeff;
  const text = hasBom ? ` ${source.slice(1)}` : source;
  const syntax = dialect === "yaml" ? "yaml" : "json";
  const eol = text.charAt(text.indexOf("\n") - 1) === "\r" ? "\r\n" : "\n";
  const shared = { syntax, dialect, text, hasBom, eol } as const;
  if (text.length > limits.fileLength)
    return { ...shared, container: "single", units: [{ base: 0, part: tooLong(text, syntax) }] };
  const reuse = () => partsByText(previous?.dialect === dialect ? previous : undefined);
  if (syntax === "yaml") return { ...shared, ...readStream(text, hasBom ? 1 : 0, reuse()) };
  const same = previous?.dialect === dialect ? readChangedItems(text, previous, dialect === "jsonc") : undefined;
  if (same) return { ...shared, container: "list", units: same };
  const file = readJson(text, dialect === "jsonc");
  const known = reuse();
  const units = file.segments.map(({ base, part }) => ({ base, part: known?.get(part.text) ?? part }));
  return { ...shared, container: file.isList ? "list" : "single", units };
}

/** @param from behind the byte order mark: in YAML, a space in its place would indent the first line. */
function readStream(
  text: string,
  from: number,
  reuse: Map<string, Part> | undefined,
): Pick<SpecDocument, "container" | "units"> {
  const chunks = splitStream(text, from);
  const units: Unit[] = [];
  for (const { base, end } of chunks) {
    const chunk = text.slice(base, end);
    const part = reuse?.get(chunk) ?? readPart(chunk);
    if (chunks.length === 1 || part.root || part.problems.length > 0) units.push({ base, part });
  }
  const [only] = units;
  if (only && units.length === 1 && only.part.root?.kind === "array") {
    const items = listItems(only.part);
    return { container: "list", units: items.map((part) => ({ base: only.base, part })) };
  }
  if (!only)
    return {
      container: "single",
      units: [{ base: from, part: { syntax: "yaml", text: text.slice(from), root: undefined, problems: [] } }],
    };
  return { container: units.length > 1 ? "stream" : "single", units };
}

function readPart(text: string): Part {
  if (text.length > limits.partLength) return tooLong(text, "yaml");
  return { syntax: "yaml", text, ...readYaml(text) };
}

/** The items of a YAML list stand in one text, which each of them shares; syntax problems are told once. */
function listItems(list: Part): Part[] {
  const items = (list.root as SpecNode & { kind: "array" }).items;
  if (items.length === 0) return [list];
  let parts = itemsOf.get(list);
  if (!parts) {
    parts = items.map((root, index) => ({ ...list, root, problems: index === 0 ? list.problems : [] }));
    itemsOf.set(list, parts);
  }
  return parts;
}
const itemsOf = new WeakMap<Part, Part[]>();

function partsByText(document: SpecDocument | undefined): Map<string, Part> | undefined {
  if (!document || (document.syntax === "yaml" && document.container === "list")) return undefined;
  return new Map(document.units.map(({ part }) => [part.text, part]));
}

function tooLong(text: string, syntax: Part["syntax"]): Part {
  const size = `${(text.length / 1e6).toFixed(1)} million characters`;
  const message = `This is too long to check (${size}). Split it into files or YAML documents of one app client each.`;
  return {
    syntax,
    text,
    root: undefined,
    problems: [{ code: "document-limit", message, span: { start: 0, end: Math.max(1, Math.min(text.length, 80)) } }],
  };
}
