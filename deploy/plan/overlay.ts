import {
  comparable,
  differences,
  type IntegerType,
  isSilence,
  lifetimeOf,
  type Property,
  UNITS,
  unitOf,
} from "../../server/src/engine/index.ts";
import type { Json, JsonObject } from "../json.ts";

export interface Overlaid {
  /** The whole end state. */
  readonly wanted: JsonObject;
  /** Members that the request says something about. */
  readonly declared: readonly string[];
}

/**
 * *Declared wins, undeclared stays*: what a live app client shall be when a spec is laid over it. A lifetime is declared with
 * its unit (the default one where the spec names none); a unit alone declares nothing. What does not differ is taken as AWS
 * writes it, so that an echo is what is sent.
 *
 * @param setBack members that shall be what their absence means, whatever the spec says.
 */
export function overlay(live: JsonObject, request: JsonObject, setBack: readonly string[] = []): Overlaid {
  const declared = comparable.filter((member) => isDeclared(member, request)).map(({ name }) => name);
  const declares = new Set(declared);
  const [liveUnits, ownUnits] = [objectOf(live[UNITS]), objectOf(request[UNITS])];
  const build = (own: (name: string) => boolean): JsonObject => {
    const units: Record<string, Json> = {};
    const wanted: Record<string, Json> = {};
    for (const member of comparable) {
      const { name, value: type } = member;
      const from = own(name) ? request : live;
      const value = setBack.includes(name) ? undefined : from[name];
      if (!isSilence(value) || (own(name) && Array.isArray(value))) wanted[name] = value as Json;
      if (!isLifetime(member)) continue;
      const { unit } = lifetimeOf(type as IntegerType, value, own(name) ? ownUnits : liveUnits);
      units[unitOf(type as IntegerType).member] = unit as Json;
    }
    return { ...wanted, [UNITS]: units };
  };
  const first = build((name) => declares.has(name));
  const differs = new Set(differences(live, first).map(({ path }) => path[0]));
  return { wanted: build((name) => declares.has(name) && differs.has(name)), declared };
}

/** An empty list says "none", but of what depends on the pool, nobody can say what none means: it says nothing. */
function isDeclared(member: Property, request: JsonObject): boolean {
  const value = request[member.name];
  if (value === undefined || value === null) return false;
  return !(isSilence(value) && (member.defaultFromPool || member.defaultUnless !== undefined));
}

function isLifetime({ value }: Property): boolean {
  return value.type === "integer" && typeof value.unit === "object";
}

function objectOf(value: Json | undefined): JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};
}
