import { type IntegerType, type TokenUnit, unitSeconds } from "./entry.ts";

/** The member that holds the units of the lifetimes. */
export const UNITS = "TokenValidityUnits";

export interface PlainLifetime {
  /** As given, else the default one. May be no unit at all. */
  readonly unit: unknown;
  readonly isDefaultUnit: boolean;
  /** Effective seconds; `undefined` when number or unit say nothing. */
  readonly seconds: number | undefined;
  /** The default, counted in the unit; `undefined` where that gives no whole number. */
  readonly defaultCount: number | undefined;
}

/** What a number and its unit say together. `0` and absence are the default, whatever the unit: answers of AWS have both. */
export function lifetimeOf(type: IntegerType, value: unknown, units: Readonly<Record<string, unknown>>): PlainLifetime {
  const { member, default: fallback } = unitOf(type);
  const unit = units[member] ?? fallback;
  const one = secondsIn(unit);
  const standard = (type.default ?? 0) * unitSeconds[fallback];
  const seconds =
    value === undefined || value === null || value === 0
      ? standard
      : typeof value === "number" && one
        ? value * one
        : undefined;
  const count = one === undefined ? undefined : standard / one;
  return {
    unit,
    isDefaultUnit: unit === fallback,
    seconds,
    defaultCount: Number.isInteger(count) ? count : undefined,
  };
}

/** @returns the unit's member of TokenValidityUnits, and its default. Throws for a number that has no unit of its own. */
export function unitOf({ unit }: IntegerType): { readonly member: string; readonly default: TokenUnit } {
  if (typeof unit !== "object") throw new Error("This number has no unit in TokenValidityUnits.");
  return unit;
}

function secondsIn(unit: unknown): number | undefined {
  return typeof unit === "string" && Object.hasOwn(unitSeconds, unit) ? unitSeconds[unit as TokenUnit] : undefined;
}
