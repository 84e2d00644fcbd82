import type { Property } from "../../catalogue/entry.ts";
import { memberOf, properties } from "../../catalogue/properties.ts";
import type { AppClient } from "../../clients/app-client.ts";
import { clientsIn } from "../../clients/clients-in.ts";
import { readOnlyProperties } from "../../clients/template/overlay.ts";
import { styleOf } from "../../document/edit/style.ts";
import { isUnread } from "../../document/limits.ts";
import { touches } from "../../document/node.ts";
import type { SpecDocument } from "../../document/part.ts";
import { shift } from "../../lint/finding.ts";
import { type Spec, specOf } from "../../reading/spec.ts";
import { completionOrder } from "../../starters/completion-order.ts";
import type { Context } from "../context.ts";
import { knownPoolOf } from "../template/pool-of-template.ts";
import { isUnwanted } from "./advice.ts";
import { type Candidate, isSound, type ValuePlace } from "./candidate.ts";
import { candidates, offeredAt } from "./candidates.ts";
import { clientNear } from "./client-near.ts";
import { between, commaBefore } from "./commas.ts";
import { completeCall } from "./complete-call.ts";
import type { Cursor } from "./cursor.ts";
import { jsonCursor } from "./cursor-json.ts";
import { yamlCursor } from "./cursor-yaml.ts";
import type { Completion } from "./item.ts";
import { opens } from "./opening.ts";
import { blockCompletions, starterCompletions } from "./starter-completions.ts";
import { writeMember, writeValue } from "./write.ts";

/**
 * What may be written at an offset of the file, best first. Works on half-typed documents, in either syntax.
 * @param opener the character that opened the list by itself, one of `openingCharacters`; `undefined` when a person asked.
 */
export function complete(document: SpecDocument, offset: number, context: Context, opener?: string): Completion[] {
  const near = clientNear(document, offset);
  if (!near) return [];
  const place = placeAt(document, near, offset, context);
  const names = completeCall(near, offset - near.base, place?.path ?? []);
  if (names) return context.besideToolkit ? [] : names;
  if (!place) return [];
  const { cursor, unit, spec, path } = place;
  if (opener !== undefined && !opens(opener, unit.part.text, offset - unit.base, cursor)) return [];
  const whole = () =>
    opener === undefined && isEmptySpec(spec) ? starterCompletions(document, unit, cursor, place.typed) : [];
  const isTemplate = unit.scope.template !== undefined;
  if (cursor.at === "key") {
    if (isTemplate && context.besideToolkit) return [];
    const names = path.length === 0 ? topLevel(place) : nested(place, path);
    if (path.length > 0 || isTemplate) return names;
    if (isEmptySpec(spec)) return [...whole(), ...names];
    return [...names, ...blockCompletions(document, unit, cursor, (name) => spec.has(name))];
  }
  if (path.length === 0) return isTemplate ? [] : whole();
  return valuesAt(place);
}

/** Names of members, or values, where a cursor stands within an app client that somebody else has found. */
export function completeIn(place: PlaceAt): Completion[] {
  const { cursor, path } = place;
  if (cursor.at === "key") return path.length === 0 ? topLevel(place) : nested(place, path);
  return path.length === 0 ? [] : valuesAt(place);
}

function valuesAt(place: PlaceAt): Completion[] {
  const property = memberOf(place.path.map(String));
  return !property || property.sensitive ? [] : values(place, property);
}

export interface PlaceAt {
  readonly unit: AppClient;
  readonly spec: Spec;
  /** What stands where the cursor is, if `spec` knows more than that: its members are not offered again. */
  readonly written?: Spec;
  readonly cursor: Cursor;
  /** From the app client's own object. */
  readonly path: readonly (string | number)[];
  /** What stands before the cursor of the word that it is in, without its quote. */
  readonly typed: string;
  readonly context: Context;
}

/**
 * The app client that the cursor is in, and the path from its object, without a list's index or a wrapper's name.
 * The one reader of places (`clientAt`) goes by the extents of a tree. Among items of a YAML list that share one, a half-typed item
 * may not be in the tree yet, or be a part of the one before it: there the path that the text around the cursor tells counts more.
 */
function placeAt(document: SpecDocument, near: AppClient, offset: number, context: Context): PlaceAt | undefined {
  if (isUnread(near.part)) return undefined;
  const at = offset - near.base;
  const cursor = document.syntax === "json" ? jsonCursor(near.part, at) : yamlCursor(near.part, at);
  if (!cursor) return undefined;
  let unit = near;
  let path = cursor.path;
  if (near.scope.template) {
    for (const step of near.within) {
      if (path[0] !== step) return undefined;
      path = path.slice(1);
    }
  }
  // In a list of app clients the first step is an index. Where they share a tree, it says which one the cursor is in.
  else if ((near.within.length > 0 || document.container === "list") && typeof path[0] === "number") {
    unit = clientsIn(document).find(({ part, within }) => part === near.part && within[0] === path[0]) ?? near;
    path = path.slice(1);
  }
  const spec = specOf(unit);
  for (const step of spec.path) {
    if (path[0] !== step) return undefined;
    path = path.slice(1);
  }
  const typed = unit.part.text.slice(cursor.replace.start, offset - unit.base).replace(/^["']/, "");
  return { unit, spec, cursor, path, typed, context };
}

function isEmptySpec(spec: Spec): boolean {
  return (
    spec.entries.length === 0 ||
    (spec.entries.length === 1 && spec.entries[0]?.property === undefined && spec.part.text.trim().length < 30)
  );
}

function topLevel(place: PlaceAt): Completion[] {
  const { spec } = place;
  const order = completionOrder[spec.application.type];
  const offered = properties.filter(
    (property) =>
      property.operations.includes(spec.operation) &&
      !(spec.target === "resource" && readOnlyProperties.has(property.name)) &&
      isFree(place, property.name),
  );
  return offered.map((property) => {
    const required = isRequired(property, spec);
    const last = isUnwanted(property.name, spec, place.cursor.replace.end) ? 1000 : 0;
    return member(place, property, [property.name], required ? 0 : 1 + last + order.indexOf(property.name));
  });
}

function isRequired({ name, required }: Property, { target, operation }: Spec): boolean {
  if (target === "resource" && name === "ClientName") return false;
  return required?.includes(operation) ?? false;
}

function nested(place: PlaceAt, path: readonly (string | number)[]): Completion[] {
  const owner = memberOf(path.map(String));
  if (owner?.value.type !== "object") return [];
  return owner.value.members
    .filter((property) => isFree(place, property.name, owner.name))
    .map((property, index) => member(place, property, [owner.name, property.name], index));
}

/** Not there yet, unless it is the very one that the cursor is on. */
function isFree({ spec, written = spec, cursor }: PlaceAt, name: string, owner?: string): boolean {
  const fields = owner === undefined ? written : written.nested(owner as Parameters<Spec["nested"]>[0]);
  const entry = fields.entry(name);
  return !entry || touches(entry.member.keySpan, cursor.replace.end);
}

function member(place: PlaceAt, property: Property, path: readonly string[], rank: number): Completion {
  const { unit, cursor } = place;
  const style = styleOf(unit.part);
  const written = writeMember(property, cursor, unit.part.syntax, style, {
    values: (asked) => candidatesFor(place, asked).map(({ value }) => value),
    hasAny: (asked) => hasCandidates(place, asked),
  });
  const label = property.name;
  return {
    label,
    kind: "member",
    detail: [property.value.type, isRequired(property, place.spec) && "required"].filter(Boolean).join(", "),
    rank,
    filterText: cursor.quote ? `${cursor.quote}${label}${cursor.quote}` : label,
    edit: { span: shift(cursor.replace, unit.base), newText: between(written.text, cursor), snippet: written.snippet },
    additionalEdits: commaBefore(cursor, unit.base),
    retrigger: written.retrigger,
    deprecated: property.deprecated !== undefined,
    doc: { kind: "member", path },
  };
}

function values(place: PlaceAt, property: Property): Completion[] {
  const { cursor } = place;
  const found = candidatesFor(place, property);
  // Enter takes the first: where every value breaks a rule, nothing is proposed until somebody begins to type one.
  const offered = place.typed === "" && !found.some(isSound) ? [] : found;
  const names =
    cursor.at === "value" && cursor.ownLine && property.value.type === "object" ? nestedOnOwnLine(place, property) : [];
  return [...names, ...offered.map((candidate, index) => value(place, property, candidate, index))];
}

function candidatesFor(place: PlaceAt, property: Property): Candidate[] {
  return candidates(valuePlace(place, property)).filter((candidate) => isWritable(candidate, place.cursor));
}

/** The first one tells. */
function hasCandidates(place: PlaceAt, property: Property): boolean {
  for (const candidate of offeredAt(valuePlace(place, property))) if (isWritable(candidate, place.cursor)) return true;
  return false;
}

function valuePlace({ unit, spec, cursor, context }: PlaceAt, property: Property): ValuePlace {
  return { spec, property, at: cursor.replace.end, context, facts: knownPoolOf(unit, context) };
}

/** A function cannot stand between quotes. */
function isWritable({ written }: Candidate, { quote }: Cursor): boolean {
  return !quote || written === undefined;
}

/** The first member of `TokenValidityUnits:` on the line below it. */
function nestedOnOwnLine(place: PlaceAt, owner: Property): Completion[] {
  return nested({ ...place, cursor: { ...place.cursor, at: "key" } }, [owner.name]);
}

function value(place: PlaceAt, property: Property, candidate: Candidate, index: number): Completion {
  const { unit, cursor } = place;
  const label = String(candidate.value);
  const isList = property.value.type === "list";
  const { syntax } = unit.part;
  const text = writeValue(candidate.written?.[syntax] ?? candidate.value, isList, cursor, syntax, styleOf(unit.part), {
    isCode: candidate.written !== undefined,
  });
  const path =
    cursor.at === "item" || place.path.every((step) => typeof step === "string")
      ? place.path.map(String)
      : [property.name];
  return {
    label,
    kind: candidate.documented ? "enum" : "value",
    ...((candidate.last ?? candidate.detail) !== undefined && { detail: candidate.last ?? candidate.detail ?? "" }),
    rank: index,
    filterText: filterOf(label, cursor),
    edit: { span: shift(cursor.replace, unit.base), newText: between(text, cursor), snippet: false },
    additionalEdits: commaBefore(cursor, unit.base),
    retrigger: false,
    deprecated: candidate.deprecated ?? false,
    ...(candidate.documented && { doc: { kind: "value", path, value: label } }),
    ...(candidate.documentation !== undefined && { documentation: candidate.documentation }),
  };
}

/** Editors compare with the text they replace, which has the quote in it. */
function filterOf(label: string, cursor: Cursor): string {
  return cursor.quote ? `${cursor.quote}${label}${cursor.quote}` : label;
}
