import type { Omitted } from "./knobs.ts";
import { kept, settingsMembers } from "./normal-form.ts";
import { isObject, type Json, type JsonObject } from "./wire.ts";

/**
 * The settings after an update. The name is kept under every answer: it is optional in the request and has no default.
 * A member that is an object of independent switches may be kept in part, where anything is kept; what AWS does is not
 * known, and an update that is right does not depend on it.
 */
export function updated(settings: JsonObject, request: JsonObject, omitted: Omitted): JsonObject {
  const members = settingsMembers.map(({ name, value }): [string, Json | undefined] => {
    const asked = request[name] ?? undefined;
    const old = settings[name];
    const stays = name === "ClientName" || omitted === "kept" || (omitted === "scalars-kept" && value.type !== "list");
    if (asked === undefined) return [name, stays ? old : undefined];
    const inPart = stays && name !== "AnalyticsConfiguration" && isObject(asked) && isObject(old);
    return [name, kept(name, inPart ? { ...old, ...asked } : asked)];
  });
  const set = Object.fromEntries(members.filter((member): member is [string, Json] => member[1] !== undefined));
  const units = set["TokenValidityUnits"];
  // A refresh validity of 0 is documented as 30 days, whatever the unit; that the unit becomes days is our guess.
  if (request["RefreshTokenValidity"] !== 0 || !isObject(units)) return set;
  return { ...set, TokenValidityUnits: { ...units, RefreshToken: "days" } };
}

/** What an update that cannot know them does to members that this model lacks. */
export function updatedUnknown(members: Readonly<Record<string, Json>>, omitted: Omitted): Record<string, Json> {
  const stay = ([, value]: [string, Json]) =>
    omitted === "kept" || (omitted === "scalars-kept" && !Array.isArray(value));
  return Object.fromEntries(Object.entries(members).filter(stay));
}
