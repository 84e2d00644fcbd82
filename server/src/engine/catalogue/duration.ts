import { type TokenUnit, unitSeconds } from "./entry.ts";

export interface Duration {
  readonly count: number;
  readonly unit: TokenUnit;
}

/** All units, the largest first. */
export const unitsDown = ["days", "hours", "minutes", "seconds"] as const satisfies readonly TokenUnit[];

const NUMBER_AND_UNIT = /^\s*(\d+(?:\.\d+)?)\s*([a-z]+)\.?\s*$/i;

/** How people write a unit, in lower case. `ms` is none of them. */
export const unitWords: Readonly<Record<string, TokenUnit>> = {
  s: "seconds",
  sec: "seconds",
  secs: "seconds",
  second: "seconds",
  seconds: "seconds",
  m: "minutes",
  min: "minutes",
  mins: "minutes",
  minute: "minutes",
  minutes: "minutes",
  h: "hours",
  hr: "hours",
  hrs: "hours",
  hour: "hours",
  hours: "hours",
  d: "days",
  day: "days",
  days: "days",
};

/** Reads `1 hour`, `30d`, `90 mins`; `undefined` when the text is none. */
export function readDuration(text: string): Duration | undefined {
  const [, digits, word] = NUMBER_AND_UNIT.exec(text) ?? [];
  if (digits === undefined || word === undefined) return undefined;
  const letters = word.toLowerCase();
  const unit = Object.hasOwn(unitWords, letters) ? unitWords[letters] : undefined;
  return unit && { count: Number(digits), unit };
}

/** @returns the duration as a whole number of the unit, or `undefined` when it is none. */
export function countIn(unit: TokenUnit, { count, unit: own }: Duration): number | undefined {
  const result = (count * unitSeconds[own]) / unitSeconds[unit];
  return Number.isInteger(result) ? result : undefined;
}

/** @returns the same duration with a whole number, in its own unit or the largest smaller one in which there is one. */
export function whole(duration: Duration): Duration | undefined {
  for (const unit of unitsDown.slice(unitsDown.indexOf(duration.unit))) {
    const count = countIn(unit, duration);
    if (count !== undefined) return { count, unit };
  }
  return undefined;
}

/** The unit's word beside a number: `hour` for 1, else `hours`. */
export function unitWord(count: number, unit: TokenUnit): string {
  return count === 1 ? unit.slice(0, -1) : unit;
}

/** `1 hour`, `60 minutes`: the number as a file has it. */
export function counted(count: number, unit: TokenUnit): string {
  return `${count} ${unitWord(count, unit)}`;
}

/** `1 hour`, `5,400 seconds`: a number that stands nowhere in a file, for reading. */
export function grouped(count: number, unit: TokenUnit): string {
  return `${count.toLocaleString("en")} ${unitWord(count, unit)}`;
}

/** Seconds in the largest unit that divides them: 5400 → `90 minutes`; whole years of 365 days from two on. */
export function duration(seconds: number): string {
  const year = 365 * unitSeconds.days;
  if (seconds >= 2 * year && seconds % year === 0) return `${seconds / year} years`;
  const unit = unitsDown.find((candidate) => seconds % unitSeconds[candidate] === 0) ?? "seconds";
  return grouped(seconds / unitSeconds[unit], unit);
}

/** Seconds in all units that they fill, for people who do no sums: 216,000 → `2 days 12 hours`. */
export function durationInFull(seconds: number): string {
  const parts: string[] = [];
  let rest = seconds;
  for (const unit of unitsDown) {
    const count = Math.floor(rest / unitSeconds[unit]);
    rest -= count * unitSeconds[unit];
    if (count > 0) parts.push(grouped(count, unit));
  }
  return parts.length > 0 ? parts.join(" ") : "0 seconds";
}
