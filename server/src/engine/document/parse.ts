import { readJson } from "./json.ts";
import { readChangedItems } from "./json-incremental.ts";
import { readChangedValues } from "./json-splice.ts";
import { limits } from "./limits.ts";
import { ownText } from "./own-text.ts";
import type { Dialect, Part, SpecDocument, Unit } from "./part.ts";
import { readYaml } from "./yaml.ts";
import { isEmpty, readChangedDocuments } from "./yaml-incremental.ts";
import { readChangedMembers } from "./yaml-splice.ts";
import { splitStream } from "./yaml-stream.ts";

/**
 * Reads a file. Never throws, whatever the text.
 * @param previous the file's last document: a part whose text has not changed is kept (and with it all that is known of it).
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
  const last = previous?.dialect === dialect && previous.hasBom === hasBom ? previous : undefined;
  if (syntax === "yaml") {
    const changed = readChangedDocuments(text, last, readPart);
    if (changed) return { ...shared, container: "stream", units: changed };
    return { ...shared, ...readStream(text, hasBom ? 1 : 0, last) };
  }
  const isMarked = hasBom && dialect === "json";
  const changed = readChangedValues(text, last, dialect === "jsonc");
  if (changed) return { ...shared, container: "single", units: marked([{ base: 0, part: changed }], isMarked) };
  const same = readChangedItems(text, last, dialect === "jsonc");
  if (same) return { ...shared, container: "list", units: marked(same, isMarked) };
  const file = readJson(text, dialect === "jsonc");
  if (file.isTooLong) return { ...shared, container: "single", units: [{ base: 0, part: tooMany(text, syntax) }] };
  const known = partsByText(last);
  const units = file.segments.map(({ base, part }) => ({ base, part: known?.get(part.text) ?? part }));
  return { ...shared, container: file.isList ? "list" : "single", units: marked(units, isMarked) };
}

/** The first part knows of the mark before it; one that knows already is kept. */
function marked(units: readonly Unit[], isMarked: boolean): readonly Unit[] {
  const [first, ...rest] = units;
  if (!isMarked || !first || first.part.isMarked) return units;
  return [{ ...first, part: { ...first.part, isMarked } }, ...rest];
}

/** @param from behind the byte order mark: in YAML, a space in its place would indent the first line. */
function readStream(
  text: string,
  from: number,
  previous: SpecDocument | undefined,
): Pick<SpecDocument, "container" | "units"> {
  const chunks = splitStream(text, from);
  if (chunks.length > limits.appClients)
    return { container: "single", units: [{ base: from, part: tooMany(text.slice(from), "yaml") }] };
  const known = partsByText(previous);
  const units: Unit[] = [];
  for (const { base, end } of chunks) {
    const chunk = text.slice(base, end);
    const part =
      known?.get(chunk) ??
      readPart(chunks.length > 1 ? ownText(text, base, end) : chunk, previous?.units[units.length]?.part);
    if (chunks.length === 1 || !isEmpty(part)) units.push({ base, part });
  }
  if (units.length > 0) return { container: units.length > 1 ? "stream" : "single", units };
  const empty: Part = { syntax: "yaml", text: text.slice(from), root: undefined, problems: [] };
  return { container: "single", units: [{ base: from, part: empty }] };
}

/**
 * Reads one document of a YAML stream.
 * @param previous what may be the same document before an edit: what that did not touch is kept.
 */
export function readPart(text: string, previous?: Part): Part {
  if (text.length > limits.partLength) return tooLong(text, "yaml");
  const changed = previous && readChangedMembers(text, previous);
  if (changed) return changed;
  const read = readYaml(text);
  const isTooMany = read.root?.kind === "array" && read.root.items.length > limits.appClients;
  return isTooMany ? tooMany(text, "yaml") : { syntax: "yaml", text, ...read };
}

function partsByText(document: SpecDocument | undefined): Map<string, Part> | undefined {
  return document && new Map(document.units.map(({ part }) => [part.text, part]));
}

function tooLong(text: string, syntax: Part["syntax"]): Part {
  const size = `${(text.length / 1e6).toFixed(1)} million characters`;
  return unread(
    text,
    syntax,
    `This is too long to check (${size}). Split it into files or YAML documents of one app client each.`,
  );
}

function tooMany(text: string, syntax: Part["syntax"]): Part {
  const most = limits.appClients.toLocaleString("en");
  return unread(
    text,
    syntax,
    `These are more than ${most} app clients, as many as a user pool can have. None of them is checked. Split the file.`,
  );
}

function unread(text: string, syntax: Part["syntax"], message: string): Part {
  const span = { start: 0, end: Math.max(1, Math.min(text.length, 80)) };
  return { syntax, text, root: undefined, problems: [{ code: "document-limit", message, span }] };
}
