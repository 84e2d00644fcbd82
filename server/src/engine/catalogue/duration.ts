import { type TokenUnit, unitSeconds } from "./entry.ts";

export interface Duration {
  readonly count: number;
  readonly unit: TokenUnit;
}

const NUMBER_AND_UNIT = /^\s*(\d+(?:\.\d+)?)\s*([a-z]+)\.?\s*$/i;

const units: Readonly<Record<string, TokenUnit>> = {
  s: "seconds",
  sec: "seconds",
  second: "seconds",
  m: "minutes",
  min: "minutes",
  minute: "minutes",
  h: "hours",
  hr: "hours",
  hour: "hours",
  d: "days",
  day: "days",
};

/** Reads `1 hour`, `30d`, `90 mins`; `undefined` when the text is none. */
export function readDuration(text: string): Duration | undefined {
  const [, digits, word] = NUMBER_AND_UNIT.exec(text) ?? [];
  if (digits === undefined || word === undefined) return undefined;
  const letters = word.toLowerCase();
  const unit = units[letters] ?? units[letters.replace(/s$/, "")];
  return unit && { count: Number(digits), unit };
}

/** @returns the duration as a whole number of the unit, or `undefined` when it is none. */
export function countIn(unit: TokenUnit, { count, unit: own }: Duration): number | undefined {
  const result = (count * unitSeconds[own]) / unitSeconds[unit];
  return Number.isInteger(result) ? result : undefined;
}

/** @returns the same duration with a whole number, in its own unit or the largest smaller one in which there is one. */
export function whole(duration: Duration): Duration | undefined {
  const order: readonly TokenUnit[] = ["days", "hours", "minutes", "seconds"];
  for (const unit of order.slice(order.indexOf(duration.unit))) {
    const count = countIn(unit, duration);
    if (count !== undefined) return { count, unit };
  }
  return undefined;
}
