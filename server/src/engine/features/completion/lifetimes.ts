import { durationInFull } from "../../catalogue/duration.ts";
import { type IntegerType, type TokenUnit, unitSeconds } from "../../catalogue/entry.ts";
import { boundsOf, lifetimeType, standardOf, type Token } from "../../catalogue/lifetime.ts";
import type { Spec } from "../../reading/spec.ts";
import type { Candidate } from "./candidate.ts";

/** Numbers with what they mean in the unit that counts: `60` → `1 hour`. */
export function numberCandidates(type: IntegerType, spec: Spec): Candidate[] {
  const token = typeof type.unit === "object" ? (type.unit.member as Token) : undefined;
  const unit = token ? unitWhileTyping(spec, token) : typeof type.unit === "string" ? type.unit : undefined;
  const perUnit = unit ? unitSeconds[unit] : undefined;
  const offered =
    token && perUnit !== undefined
      ? lifetimes[token].filter((seconds) => seconds % perUnit === 0).map((seconds) => seconds / perUnit)
      : (type.suggestions ?? []);
  return offered
    .filter((value) => value >= type.minimum && value <= type.maximum)
    .map((value) => {
      const last = token && perUnit !== undefined ? orderAdvice(token, value * perUnit, spec) : undefined;
      return {
        value,
        documented: false,
        ...(perUnit !== undefined && {
          detail: durationInFull(
            value === 0 && token && type.zeroIsDefault ? standardOf(token).seconds : value * perUnit,
          ),
        }),
        ...(last !== undefined && { last }),
      };
    });
}

/** Units of a token's lifetime, those first in which the number beside them makes sense, as people choose them. */
export function unitCandidates(token: Token, documented: readonly string[], spec: Spec): Candidate[] {
  const number = spec.integer(`${token}Validity`);
  const order = unitOrder[token].filter((unit) => documented.includes(unit));
  return order.map((unit) => {
    if (number.state !== "known") return { value: unit, documented: true };
    const seconds = number.value * unitSeconds[unit];
    const last = rangeAdvice(token, seconds) ?? orderAdvice(token, seconds, spec);
    return { value: unit, documented: true, ...(last === undefined ? { detail: durationInFull(seconds) } : { last }) };
  });
}

export function isToken(name: string): name is Token {
  return Object.hasOwn(unitOrder, name);
}

const unitOrder: Readonly<Record<Token, readonly TokenUnit[]>> = {
  AccessToken: ["minutes", "hours", "seconds", "days"],
  IdToken: ["minutes", "hours", "seconds", "days"],
  RefreshToken: ["days", "hours", "minutes", "seconds"],
};

/** Lifetimes that people choose, in seconds, the usual one first. */
const lifetimes: Readonly<Record<Token, readonly number[]>> = {
  AccessToken: [3600, 900, 1800, 300, 7200, 14_400, 28_800, 43_200, 86_400],
  IdToken: [3600, 900, 1800, 300, 7200, 14_400, 28_800, 43_200, 86_400],
  RefreshToken: [2_592_000, 604_800, 86_400, 28_800, 3600, 7_776_000, 31_536_000],
};

/** While the document is half typed an absent unit is in doubt for the rules, but most likely just absent. */
function unitWhileTyping(spec: Spec, token: Token): TokenUnit | undefined {
  const { unit } = spec.lifetime(token);
  if (unit !== undefined || spec.nested("TokenValidityUnits").has(token)) return unit;
  return standardOf(token).unit;
}

function rangeAdvice(token: Token, seconds: number): string | undefined {
  const range = boundsOf(token);
  if (seconds === 0 && lifetimeType(token).zeroIsDefault) return undefined;
  if (seconds < range.minimum) return `${durationInFull(seconds)} is too short`;
  return seconds > range.maximum ? `${durationInFull(seconds)} is too long` : undefined;
}

/** A refresh token outlives the tokens that it renews. */
function orderAdvice(token: Token, seconds: number, spec: Spec): string | undefined {
  const secondsOf = (other: Token) => (spec.has(`${other}Validity`) ? spec.lifetime(other).seconds : undefined);
  if (token !== "RefreshToken") {
    const refresh = secondsOf("RefreshToken");
    return refresh !== undefined && seconds > refresh ? "longer than the refresh token's" : undefined;
  }
  const isShorter = (["AccessToken", "IdToken"] as const).some((other) => seconds < (secondsOf(other) ?? 0));
  return isShorter ? "shorter than another token's" : undefined;
}
