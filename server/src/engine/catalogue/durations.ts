import { type TokenUnit, unitSeconds } from "./entry.ts";

const larger = ["days", "hours", "minutes"] as const satisfies readonly TokenUnit[];

/** `1 hour`, `60 minutes`. */
export function counted(number: number, unit: TokenUnit): string {
  return `${number} ${number === 1 ? unit.slice(0, -1) : unit}`;
}

/** Seconds in the largest unit that divides them: 5400 → `90 minutes`; whole years of 365 days from two on. */
export function duration(seconds: number): string {
  const year = 365 * unitSeconds.days;
  if (seconds >= 2 * year && seconds % year === 0) return `${seconds / year} years`;
  const unit = larger.find((candidate) => seconds % unitSeconds[candidate] === 0) ?? "seconds";
  return counted(seconds / unitSeconds[unit], unit);
}
