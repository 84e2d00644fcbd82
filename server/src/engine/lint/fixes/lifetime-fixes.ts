import { duration, unitWord } from "../../catalogue/duration.ts";
import { type TokenUnit, unitSeconds } from "../../catalogue/entry.ts";
import { boundsOf, lifetimeType, standardOf, type Token } from "../../catalogue/lifetime.ts";
import { insertMember, isEditable, replaceValue, setMember } from "../../document/edit/edit.ts";
import type { Part, TextEdit } from "../../document/part.ts";
import type { Lifetime } from "../../reading/lifetime.ts";
import type { Spec } from "../../reading/spec.ts";
import type { Given } from "../../reading/token-bounds.ts";
import type { Fix } from "../rule.ts";
import { dropMember, fixOf, use } from "./fix.ts";
import { setMembers } from "./fixes.ts";

/**
 * For a lifetime whose bare number is out of bounds: the nearest legal one in its unit, or none at all for the default.
 * A 0 for an access or ID token is what describe and terraform show for "never set", so leaving it out keeps the meaning.
 */
export function lifetimeFixes(part: Part, spec: Spec, token: Token): Fix[] {
  const { value, unit, unitField } = spec.lifetime(token);
  if (value.state !== "known") return [];
  const title = `Remove ${value.member.key} (the default is ${duration(standardOf(token).seconds)})`;
  // What another unit makes of the refresh token's default of 30 is not documented: without its number it could mean 30 seconds.
  const isDefaultSure = unitField.state === "absent" || unit === standardOf(token).unit || isDefaultAlone(token);
  const removal = isDefaultSure ? dropMember(part, spec.node, value.member, { title, safe: value.value === 0 }) : [];
  if (value.value <= 0 || !unit) return removal;
  const most = Math.floor(boundsOf(token).maximum / unitSeconds[unit]);
  const useTitle = `Use ${most} (${unitWord(most, unit)}), the longest that is allowed`;
  return [...use(part, value.node, most, { title: useTitle }), ...removal];
}

function isDefaultAlone(token: Token): boolean {
  const { unit } = lifetimeType(token);
  return typeof unit === "object" && unit.alone === "default";
}

/** Keeps the number and writes the unit into TokenValidityUnits. */
export function setUnit(part: Part, spec: Spec, { token, unitField }: Lifetime, unit: TokenUnit): TextEdit[] {
  const units = spec.object("TokenValidityUnits");
  if (units.state === "absent") return setMembers(part, spec, [["TokenValidityUnits", { [token]: unit }]]);
  if (units.state === "unknown") return [];
  return unitField.state === "absent"
    ? insertMember(part, units.node, token, unit)
    : setMember(part, units.node, token, unit);
}

/** Keeps the unit and writes another number. */
export function setCount(part: Part, { value }: Lifetime, count: number): TextEdit[] {
  return value.state === "known" ? replaceValue(part, value.node, count) : [];
}

/** Writes another lifetime, counted in the unit that the file uses; nothing where that gives no whole number. */
export function setLifetime(part: Part, { field, unit }: Given, seconds: number): Fix[] {
  const number = seconds / unitSeconds[unit];
  if (!Number.isInteger(number) || !isEditable(field.node)) return [];
  return fixOf(`Use ${duration(seconds)}`, false, replaceValue(part, field.node, number));
}
