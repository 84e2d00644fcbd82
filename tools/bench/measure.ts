/** A figure with its spread, in whatever unit it was measured. */
export interface Figure {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

/** Milliseconds that a step takes, once. */
export async function once(step: () => Promise<unknown> | unknown): Promise<number> {
  const start = performance.now();
  await step();
  return performance.now() - start;
}

/** The median of several values: a busy machine disturbs the mean. */
export function figure(values: readonly number[]): Figure {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (index: number) => sorted[index] ?? Number.NaN;
  return { median: at(Math.floor(sorted.length / 2)), least: at(0), most: at(sorted.length - 1) };
}

export async function repeated(runs: number, step: (run: number) => Promise<unknown> | unknown): Promise<Figure> {
  const times: number[] = [];
  for (let run = 0; run < runs; run++) times.push(await once(() => step(run)));
  return figure(times);
}

/** Measures several things in turn, A B C A B C …, so that a machine whose speed drifts is fair to all. */
export async function inTurn(
  rounds: number,
  steps: Readonly<Record<string, () => Promise<number>>>,
): Promise<ReadonlyMap<string, Figure>> {
  const values = new Map<string, number[]>(Object.keys(steps).map((name) => [name, []]));
  for (let round = 0; round < rounds; round++)
    for (const [name, step] of Object.entries(steps)) values.get(name)?.push(await step());
  return new Map([...values].map(([name, all]) => [name, figure(all)]));
}
