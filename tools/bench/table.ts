import type { Figure } from "./measure.ts";

/** One budget: what was measured, what it should be, and what it is here and with others. Cells are ready to print. */
export interface Row {
  readonly what: string;
  readonly target: string;
  readonly stretch: string;
  readonly ours: string;
  /** Which of both is met, where there is one. */
  readonly met?: Met;
  readonly base: string;
  readonly peers: string;
  /** The same with an older build, where one was named. */
  readonly before?: string;
}

export type Met = "stretch" | "target" | "missed";

/** @param wish what the stretch allows, in the unit of the others; `limit` what the target does. */
export function met(value: number, limit: number, wish?: number): Met {
  if (wish !== undefined && value <= wish) return "stretch";
  return value <= limit ? "target" : "missed";
}

const digits = (value: number) => (value >= 100 ? 0 : value >= 10 ? 1 : value >= 1 ? 2 : 3);

/** `4.1 ms (3.9–5.0)` */
export function milliseconds({ median, least, most }: Figure): string {
  const short = (value: number) => value.toFixed(digits(value));
  return `${short(median)} ms (${short(least)}–${short(most)})`;
}

/** `61 MiB (60–63)`, of KiB. */
export function mebibytes({ median, least, most }: Figure): string {
  const [middle, low, high] = [median, least, most].map((value) => (value / 1024).toFixed(0));
  return `${middle} MiB (${low}–${high})`;
}

export function times(value: Figure | number, base: Figure | number): string {
  const [a, b] = [value, base].map((one) => (typeof one === "number" ? one : one.median));
  return `${((a ?? Number.NaN) / (b ?? Number.NaN)).toFixed(2)} ×`;
}

export function markdown(rows: readonly Row[]): string {
  const withBefore = rows.some(({ before }) => before !== undefined);
  const head = ["what", "target", "stretch", "here", "met", "against", "peers", ...(withBefore ? ["before"] : [])];
  const cells = rows.map((row) => [
    row.what,
    row.target,
    row.stretch,
    row.ours,
    row.met ?? "",
    row.base,
    row.peers,
    ...(withBefore ? [row.before ?? ""] : []),
  ]);
  return [head, head.map(() => "---"), ...cells].map((line) => `| ${line.join(" | ")} |`).join("\n");
}
