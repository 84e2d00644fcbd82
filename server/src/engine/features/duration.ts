import { unitSeconds } from "../catalogue/entry.ts";

/** Seconds as people say them, exact: `1 hour`, `1 day 12 hours`, `90 seconds`. */
export function durationText(seconds: number): string {
  const parts: string[] = [];
  let rest = seconds;
  for (const unit of ["days", "hours", "minutes", "seconds"] as const) {
    const count = Math.floor(rest / unitSeconds[unit]);
    rest -= count * unitSeconds[unit];
    if (count > 0) parts.push(`${count.toLocaleString("en")} ${count === 1 ? unit.slice(0, -1) : unit}`);
  }
  return parts.length > 0 ? parts.join(" ") : "0 seconds";
}
