import { type IntegerType, type TokenUnit, unitSeconds } from "./entry.ts";
import { property } from "./properties.ts";

/** The member that holds the units of the lifetimes. */
export const UNITS = "TokenValidityUnits";

/** Tokens whose lifetime a request gives, as TokenValidityUnits names them. */
export const tokens = ["AccessToken", "IdToken", "RefreshToken"] as const;
export type Token = (typeof tokens)[number];

/** @returns the token whose lifetime or unit a member holds (`IdTokenValidity`, `IdToken`). */
export function tokenOf(member: string): Token | undefined {
  const name = member.replace(/Validity$/, "");
  return tokens.find((token) => token === name);
}

/** What the catalogue says of a token's number. */
export function lifetimeType(token: Token): IntegerType {
  const value = property(`${token}Validity`)?.value;
  if (value?.type !== "integer") throw new Error(`The catalogue has no lifetime of ${token}.`);
  return value;
}

/** How long a token lives where nobody says, in seconds, and the unit in which its number counts then. */
export function standardOf(token: Token): { readonly seconds: number; readonly unit: TokenUnit } {
  const type = lifetimeType(token);
  const { default: unit } = unitOf(type);
  return { seconds: standardSeconds(type), unit };
}

/** Seconds, both ends inclusive. */
export interface Bounds {
  readonly minimum: number;
  readonly maximum: number;
}

/** What AWS allows a token to live. */
export function boundsOf(token: Token): Bounds {
  return lifetimeType(token).seconds ?? { minimum: 0, maximum: Number.POSITIVE_INFINITY };
}

/** The whole number of units in the bounds that is nearest to `seconds`; `undefined` when there is none. */
export function nearestCount(seconds: number, unit: TokenUnit, { minimum, maximum }: Bounds): number | undefined {
  const lowest = Math.ceil(minimum / unitSeconds[unit]);
  const highest = Math.floor(maximum / unitSeconds[unit]);
  if (lowest > highest) return undefined;
  return Math.min(Math.max(Math.round(seconds / unitSeconds[unit]), lowest), highest);
}

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
  const one = isUnit(unit) ? unitSeconds[unit] : undefined;
  const standard = standardSeconds(type);
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

export function isUnit(unit: unknown): unit is TokenUnit {
  return typeof unit === "string" && Object.hasOwn(unitSeconds, unit);
}

function standardSeconds(type: IntegerType): number {
  return (type.default ?? 0) * unitSeconds[unitOf(type).default];
}
