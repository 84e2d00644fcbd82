import { countIn, type Duration, readDuration, whole } from "../../catalogue/duration.ts";
import type { TokenUnit } from "../../catalogue/entry.ts";

/**
 * What somebody means who writes `30m` or `0.5` where a whole number of units belongs: the count in the unit that is in force if that is
 * whole, else in a smaller one. `undefined` where it cannot be told.
 */
export function meantDuration(text: string, unit: TokenUnit | undefined): Duration | undefined {
  const duration = readDuration(text) ?? fraction(text, unit);
  if (!duration) return undefined;
  const count = unit && countIn(unit, duration);
  return unit && count !== undefined ? { count, unit } : whole(duration);
}

function fraction(text: string, unit: TokenUnit | undefined): Duration | undefined {
  const count = /^(?:\d+|\d*\.\d+)$/.test(text) ? Number(text) : Number.NaN;
  return unit && Number.isFinite(count) ? { count, unit } : undefined;
}
