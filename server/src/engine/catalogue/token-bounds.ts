import { insertMember, replaceValue, setMember } from "../document/edit/edit.ts";
import type { Part, TextEdit } from "../document/part.ts";
import { setMembers } from "../lint/fixes/fixes.ts";
import type { Lifetime, Spec, Token } from "../reading/spec.ts";
import { type TokenUnit, unitSeconds } from "./entry.ts";
import { property } from "./properties.ts";

/** Seconds, both ends inclusive. */
export interface Bounds {
  readonly minimum: number;
  readonly maximum: number;
}

/** What AWS allows a token to live. */
export function boundsOf(token: Token): Bounds {
  const value = property(`${token}Validity`)?.value;
  return (value?.type === "integer" && value.seconds) || { minimum: 0, maximum: Number.POSITIVE_INFINITY };
}

/**
 * How a lifetime stands to AWS's limits. `raw`: the bare number is more than the member can hold in any unit, which
 * the member's own raw-range rule reports. `default`: absent, or a refresh validity of 0, which means the default.
 */
export function standing({ token, value, seconds }: Lifetime): "unknown" | "raw" | "default" | "outside" | "within" {
  if (value.state === "absent") return "default";
  if (value.state === "unknown" || seconds === undefined) return "unknown";
  const type = property(`${token}Validity`)?.value;
  if (type?.type === "integer" && (value.value < type.minimum || value.value > type.maximum)) return "raw";
  if (value.value === 0) return "default";
  const { minimum, maximum } = boundsOf(token);
  return seconds < minimum || seconds > maximum ? "outside" : "within";
}

/**
 * Whether the lifetime rests on a default unit that may not apply: an update that names no unit seems to keep the old one
 * (Terraform's provider writes the defaults out for that reason, hashicorp/terraform-provider-aws#32504).
 */
export function mayKeepOldUnit(spec: Spec, { unitField }: Lifetime): boolean {
  return spec.operation === "update" && unitField.state === "absent";
}

/** AWS's limits, narrowed so that access and ID token do not outlive the refresh token; `minimum > maximum` when nothing fits. */
export function boundsBeside(spec: Spec, token: Token): Bounds {
  const { minimum, maximum } = boundsOf(token);
  const others = token === "RefreshToken" ? (["AccessToken", "IdToken"] as const) : (["RefreshToken"] as const);
  const seconds = others.flatMap((other) => {
    const lifetime = spec.lifetime(other);
    const state = standing(lifetime);
    return lifetime.seconds !== undefined && (state === "within" || state === "default") ? [lifetime.seconds] : [];
  });
  return token === "RefreshToken"
    ? { minimum: Math.max(minimum, ...seconds), maximum }
    : { minimum, maximum: Math.min(maximum, ...seconds) };
}

/** The whole number of units in the bounds that is nearest to `seconds`; `undefined` when there is none. */
export function nearestCount(seconds: number, unit: TokenUnit, { minimum, maximum }: Bounds): number | undefined {
  const lowest = Math.ceil(minimum / unitSeconds[unit]);
  const highest = Math.floor(maximum / unitSeconds[unit]);
  if (lowest > highest) return undefined;
  return Math.min(Math.max(Math.round(seconds / unitSeconds[unit]), lowest), highest);
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
