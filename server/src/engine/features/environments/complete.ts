import type { Environment, EnvironmentsFile } from "../../config/environments/file.ts";
import { styleOf } from "../../document/edit/style.ts";
import { nodeAt, type Path } from "../../document/node.ts";
import type { SpecDocument } from "../../document/part.ts";
import { shift } from "../../lint/finding.ts";
import { between, commaBefore } from "../completion/commas.ts";
import type { Cursor } from "../completion/cursor.ts";
import { jsonCursor } from "../completion/cursor-json.ts";
import { yamlCursor } from "../completion/cursor-yaml.ts";
import type { Completion } from "../completion/item.ts";
import { opens } from "../completion/opening.ts";
import { writeValue } from "../completion/write.ts";
import type { Context } from "../context.ts";
import { fileOf } from "./check.ts";
import { insideSet } from "./complete-set.ts";
import { inQuotes } from "./in-quotes.ts";
import type { Place } from "./place.ts";
import { texts } from "./texts.ts";
import { type EnvironmentsValue, environmentsValues } from "./values.ts";
import { type EntryShape, writeEntry } from "./write-entry.ts";

/**
 * What may be written at an offset of an environments file, best first. Works on half-typed documents, in either syntax.
 * @param opener the character that opened the list by itself; `undefined` when a person asked.
 */
export function completeEnvironments(
  document: SpecDocument,
  offset: number,
  context: Context,
  opener?: string,
): Completion[] {
  const [unit] = document.units;
  if (!unit) return [];
  const at = offset - unit.base;
  const cursor = document.syntax === "json" ? jsonCursor(unit.part, at) : yamlCursor(unit.part, at);
  if (!cursor || (opener !== undefined && !opens(opener, unit.part.text, at, cursor))) return [];
  const typed = unit.part.text.slice(cursor.replace.start, at).replace(/^["']/, "");
  const place: Place = { unit, cursor, typed, file: fileOf(document), context };
  const { path } = cursor;
  if (path[0] === "clients" && path[3] === "set" && path.length >= 4) return insideSet(place);
  // On the line below a key whose value is an object, its first key is what can stand there.
  if (cursor.at === "key" || (cursor.at === "value" && cursor.ownLine)) {
    const keys = keysAt(place, path);
    if (keys.length > 0 || cursor.at === "key") return keys;
  }
  return cursor.at === "value" ? valuesAt(place, path) : [];
}

interface Key {
  readonly key: string;
  readonly shape: EntryShape;
  readonly detail?: string;
  readonly documentation?: string;
}

const ENVIRONMENT: EntryShape = { is: "object", first: "account" };
const LINK: EntryShape = { is: "object", first: "id" };

function keysAt(place: Place, path: Path): Completion[] {
  const object = nodeAt(place.unit.part.root, path);
  const { start, end } = place.cursor.replace;
  const taken = new Set(
    object?.kind === "object"
      ? object.members.filter(({ keySpan }) => keySpan.end < start || keySpan.start > end).map(({ key }) => key)
      : [],
  );
  const cursor: Cursor = { ...place.cursor, at: "key" };
  const free = keysOf(place, path).filter(({ key }) => !taken.has(key));
  return free.map((key, rank) => entry({ ...place, cursor }, key, rank));
}

function keysOf({ file, context }: Place, path: Path): Key[] {
  const [first, , third] = path;
  if (path.length === 0)
    return [
      { key: "environments", shape: { is: "object" }, detail: "object", documentation: texts.environments },
      { key: "clients", shape: { is: "object" }, detail: "object", documentation: texts.clients },
    ];
  if (first === "environments") {
    if (path.length === 1)
      return undefinedNames(file).map((key) => ({ key, shape: ENVIRONMENT, detail: "used below" }));
    return path.length === 2 ? membersOfEnvironment : [];
  }
  if (first !== "clients") return [];
  if (path.length === 1) return (context.specKeys ?? []).map((key) => ({ key, shape: { is: "object" } }));
  if (path.length === 2) return [...file.environments.values()].map(environmentKey);
  return path.length === 3 && file.environments.has(String(third)) ? membersOfLink : [];
}

const membersOfEnvironment: Key[] = [
  {
    key: "account",
    shape: { is: "text", quoted: true, choices: false },
    detail: "string",
    documentation: texts.account,
  },
  { key: "pool", shape: { is: "text", choices: true }, detail: "string", documentation: texts.pool },
  { key: "protected", shape: { is: "boolean" }, detail: "boolean", documentation: texts.protected },
];

const membersOfLink: Key[] = [
  { key: "id", shape: { is: "text", choices: true }, detail: "string", documentation: texts.id },
  { key: "set", shape: { is: "object" }, detail: "object", documentation: texts.set },
];

/** Environments that links name and nobody has defined: what is written first is often the link. */
function undefinedNames({ environments, specs }: EnvironmentsFile): string[] {
  const used = specs.flatMap(({ links }) => links.map(({ environment }) => environment));
  return [...new Set(used)].filter((name) => !environments.has(name));
}

function environmentKey({ name, pool, protected: isProtected }: Environment): Key {
  return { key: name, shape: LINK, detail: [pool, isProtected && "protected"].filter(Boolean).join(", ") };
}

function entry({ unit, cursor }: Place, { key, shape, detail, documentation }: Key, rank: number): Completion {
  const style = styleOf(unit.part);
  const { text, snippet, retrigger } = writeEntry(key, shape, cursor, unit.part.syntax, style);
  return {
    label: key,
    kind: "member",
    ...(detail && { detail }),
    rank,
    filterText: inQuotes(key, cursor),
    edit: { span: shift(cursor.replace, unit.base), newText: between(text, cursor), snippet },
    additionalEdits: commaBefore(cursor, unit.base),
    retrigger,
    deprecated: false,
    ...(documentation && { documentation }),
  };
}

function valuesAt(place: Place, path: Path): Completion[] {
  const found = environmentsValues(place, path);
  // Enter takes the first: where a rule objects to every value, nothing is proposed until somebody begins to type one.
  const offered = place.typed === "" && !found.some(({ last }) => last === undefined) ? [] : found;
  return offered.map((each, rank) => value(place, each, rank));
}

function value(
  { unit, cursor }: Place,
  { value, detail, last, documentation }: EnvironmentsValue,
  rank: number,
): Completion {
  const { syntax } = unit.part;
  const shown = last ?? detail;
  return {
    label: String(value),
    kind: "value",
    ...(shown && { detail: shown }),
    rank,
    filterText: inQuotes(String(value), cursor),
    edit: {
      span: shift(cursor.replace, unit.base),
      newText: between(writeValue(value, false, cursor, syntax, styleOf(unit.part)), cursor),
      snippet: false,
    },
    additionalEdits: commaBefore(cursor, unit.base),
    retrigger: false,
    deprecated: false,
    ...(documentation && { documentation }),
  };
}
