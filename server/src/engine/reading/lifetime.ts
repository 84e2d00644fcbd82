import { type TokenUnit, unitSeconds } from "../catalogue/entry.ts";
import { isUnit, lifetimeType, standardOf, type Token } from "../catalogue/lifetime.ts";
import type { ScalarNode } from "../document/node.ts";
import type { Field } from "./fields.ts";

/** A token's lifetime as the file gives it, with the default unit where it gives none. */
export interface Lifetime {
  readonly token: Token;
  /** The number, e.g. AccessTokenValidity. */
  readonly value: Field<number, ScalarNode>;
  /** The unit in TokenValidityUnits. */
  readonly unitField: Field<string, ScalarNode>;
  /** `undefined` when the unit is not known or no unit at all. */
  readonly unit: TokenUnit | undefined;
  /** Effective seconds, defaults included (a refresh validity of 0 is 30 days); `undefined` when it cannot be known. */
  readonly seconds: number | undefined;
}

/** Reads number and unit together. */
export function readLifetime(
  token: Token,
  value: Field<number, ScalarNode>,
  unitField: Field<string, ScalarNode>,
): Lifetime {
  const standard = standardOf(token);
  const written = unitField.state === "known" && isUnit(unitField.value) ? unitField.value : undefined;
  const unit = unitField.state === "absent" ? standard.unit : written;
  const seconds = () => {
    if (value.state === "absent") return standard.seconds;
    if (value.state === "unknown") return undefined;
    if (value.value === 0 && lifetimeType(token).zeroIsDefault) return standard.seconds;
    return unit && value.value * unitSeconds[unit];
  };
  return { token, value, unitField, unit, seconds: seconds() };
}
