import { readJson } from "./json.ts";
import { readChangedPart } from "./json-splice.ts";
import { limits } from "./limits.ts";
import { parseSpec, readPart } from "./parse.ts";
import type { Part, SpecDocument, Unit } from "./part.ts";
import { isBroken } from "./problems.ts";
import { splitStream } from "./yaml-stream.ts";

/**
 * Whether the parts of a file are read by themselves: what one of them says has no bearing on another. In a JSON list a syntax error
 * may reach into the items behind it.
 */
export function isReadAlone({ container, units, hasBom }: SpecDocument, { base }: Pick<Unit, "base">): boolean {
  // What a byte order mark does to the first part is the file's business.
  if (hasBom && base <= 1) return false;
  return container !== "list" || !isBrokenList(units);
}

function isBrokenList(units: readonly Unit[]): boolean {
  let is = broken.get(units);
  if (is === undefined) {
    is = units.some(({ part }) => isBroken(part));
    broken.set(units, is);
  }
  return is;
}
const broken = new WeakMap<readonly Unit[], boolean>();

/**
 * Reads a text in the place of one part of a file, without a look at the others; of a part that is read alone.
 * @returns the part that it would be; `undefined` where the rest of the file could tell the difference, or that is not certain.
 */
export function readInstead(document: SpecDocument, { part, base }: Unit, text: string): Part | undefined {
  const { syntax, dialect, container } = document;
  if (document.text.length + text.length - part.text.length > limits.fileLength) return undefined;
  if (part.root === undefined) return undefined;
  if (syntax === "yaml") return documentInstead(part, text);
  if (container === "list") return itemInstead(part, text, base === 0, dialect === "jsonc");
  const { units, container: now } = parseSpec(text, dialect, document);
  return now === "single" ? units[0]?.part : undefined;
}

/** A document of a stream stays one, with its marker and without another, and ends its last line if there was an end. */
function documentInstead(part: Part, text: string): Part | undefined {
  const [chunk, ...more] = splitStream(text);
  if (!chunk || more.length > 0 || ENDED.test(text) || ENDED.test(part.text)) return undefined;
  if (part.text.startsWith("---") && !text.startsWith(part.text.slice(0, 4))) return undefined;
  if (part.text.endsWith("\n") && !text.endsWith("\n")) return undefined;
  const read = readPart(text, part);
  return read.root && read;
}
const ENDED = /^\.\.\./m;

/** An item with its comma, and with the list's brackets where it is the first or last. Numbers stand for those before and after. */
function itemInstead(part: Part, text: string, isFirst: boolean, comments: boolean): Part | undefined {
  const changed = readChangedPart(text, part, comments);
  if (changed) return changed;
  const head = isFirst ? "" : "[0,";
  const tail = part.text.endsWith(",") ? "0]" : "";
  const { isList, segments } = readJson(head + text + tail, comments);
  const items = segments.slice(isFirst ? 0 : 1, tail === "" ? undefined : -1);
  const [only] = items;
  const isAlone = isList && items.length === 1 && segments.length === 1 + (isFirst ? 0 : 1) + (tail === "" ? 0 : 1);
  if (!only || !isAlone || only.part.text !== text || !only.part.root || isBroken(only.part)) return undefined;
  return only.part;
}
