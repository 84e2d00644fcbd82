import type { Property, StringType, ValueType } from "../../../server/src/engine/catalogue/entry.ts";
import { membersFor } from "../../../server/src/engine/catalogue/properties.ts";
import { invalid, isObject, type Json, type JsonObject, Refusal } from "./wire.ts";

/** A member of a request. `any` is for values that this server hands on without looking at them. */
export interface Member {
  readonly name: string;
  readonly required: boolean;
  readonly sensitive: boolean;
  readonly value: ValueType | { readonly type: "any" };
}

const member =
  (operation: "create" | "update") =>
  (entry: Property): Member => ({
    name: entry.name,
    required: entry.required?.includes(operation) ?? false,
    sensitive: entry.sensitive ?? false,
    value: entry.value,
  });

/** The members that the catalogue has for a create or an update of an app client. */
export function appClientMembers(operation: "create" | "update"): readonly Member[] {
  return membersFor(operation).map(member(operation));
}

/**
 * The JSON has to have the types of the model before anything else is looked at.
 *
 * AWS answers a wrong type so ("NUMBER_VALUE can not be converted to a String"); of members that it does not know it is
 * not known to say anything. Here they are refused, too: our product must never send any.
 * @throws SerializationException
 */
function readable(members: readonly Member[], object: JsonObject, path = ""): void {
  for (const [name, value] of Object.entries(object)) {
    const known = members.find((candidate) => candidate.name === name);
    if (!known) throw new Refusal("SerializationException", `${path}${name} is not a member of this request`);
    if (value !== null) ofType(known.value, value, path + name);
  }
}

function ofType(type: Member["value"], value: Json, path: string): void {
  const wrong = () => new Refusal("SerializationException", `${tokenOf(value)} can not be converted at ${path}`);
  if (type.type === "any") return;
  if (type.type === "list") {
    if (!Array.isArray(value)) throw wrong();
    for (const item of value) ofType(type.items, item, path);
  } else if (type.type === "object") {
    if (!isObject(value)) throw wrong();
    const nested = type.members.map((entry) => ({ ...member("update")(entry), required: false }));
    readable(nested, value, `${path}.`);
  } else if (type.type === "integer" ? !Number.isInteger(value) : typeof value !== type.type) throw wrong();
}

function tokenOf(value: Json): string {
  if (value === null) return "NULL_VALUE";
  if (Array.isArray(value)) return "START_ARRAY";
  return isObject(value) ? "START_OBJECT" : `${typeof value}_VALUE`.toUpperCase();
}

/**
 * Lengths, patterns, ranges and enums, as AWS words them:
 * `2 validation errors detected: Value '????' at 'clientName' failed to satisfy constraint: Member must satisfy regular expression pattern: …`
 * (recorded in test/aws/refusals.test.ts). A sensitive value is not repeated.
 */
function broken(members: readonly Member[], object: JsonObject, path: string): string[] {
  return members.flatMap(({ name, required, sensitive, value: type }) => {
    const at = path + (name[0]?.toLowerCase() ?? "") + name.slice(1);
    const value = object[name] ?? undefined;
    if (value === undefined)
      return required ? [`Value null at '${at}' failed to satisfy constraint: Member must not be null`] : [];
    if (type.type === "any") return [];
    if (type.type === "object")
      return isObject(value) ? broken(type.members.map(member("update")), value, `${at}.`) : [];
    const shown = sensitive ? "Value" : `Value '${ascii(value)}'`;
    return constraintsOf(type, value).map((text) => `${shown} at '${at}' failed to satisfy constraint: ${text}`);
  });
}

const ascii = (value: Json): string =>
  (Array.isArray(value) ? `[${value.join(", ")}]` : String(value)).replace(/[^\x20-\x7e]/g, "?");

/** A list is told with all that its items have to be, as soon as one item is not. */
function constraintsOf(type: ValueType, value: Json): string[] {
  if (type.type === "list" && Array.isArray(value)) {
    if (value.length > (type.maxItems ?? Number.POSITIVE_INFINITY))
      return [`Member must have length less than or equal to ${type.maxItems}`];
    const isGood = (item: Json) => textConstraints(type.items).every(([, holds]) => holds(String(item)));
    const all = textConstraints(type.items).map(([words]) => words);
    return value.every(isGood) ? [] : [`Member must satisfy constraint: [${all.join(", ")}]`];
  }
  if (type.type === "integer" && typeof value === "number") {
    if (value < type.minimum) return [`Member must have value greater than or equal to ${type.minimum}`];
    return value > type.maximum ? [`Member must have value less than or equal to ${type.maximum}`] : [];
  }
  if (type.type !== "string") return [];
  return textConstraints(type).flatMap(([words, holds]) => (holds(String(value)) ? [] : [words]));
}

function* eachConstraint({
  minLength,
  maxLength,
  pattern,
  values,
}: StringType): Generator<readonly [words: string, holds: (value: string) => boolean]> {
  // AWS counts code points.
  if (maxLength !== undefined)
    yield [`Member must have length less than or equal to ${maxLength}`, (value) => [...value].length <= maxLength];
  if (minLength !== undefined)
    yield [`Member must have length greater than or equal to ${minLength}`, (value) => [...value].length >= minLength];
  if (pattern) {
    const whole = new RegExp(`^(?:${pattern.source})$`, pattern.flags);
    yield [`Member must satisfy regular expression pattern: ${pattern.source}`, (value) => whole.test(value)];
  }
  if (values) {
    const names = values.map(({ value }) => value);
    yield [`Member must satisfy enum value set: [${names.join(", ")}]`, (value) => names.includes(value)];
  }
}

const textConstraints = (type: StringType) => [...eachConstraint(type)];

/** @throws SerializationException or InvalidParameterException where the request itself, whatever exists, is no good. */
export function checkConstraints(members: readonly Member[], request: JsonObject): void {
  readable(members, request);
  const found = broken(members, request, "");
  const errors = found.length === 1 ? "error" : "errors";
  if (found.length > 0) throw invalid(`${found.length} validation ${errors} detected: ${found.join("; ")}`);
}
