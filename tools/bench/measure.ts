/** Milliseconds that a step takes, once. */
export async function once(step: () => Promise<unknown> | unknown): Promise<number> {
  const start = performance.now();
  await step();
  return performance.now() - start;
}

/** The median of several runs, in milliseconds: a busy machine disturbs the mean. */
export async function median(runs: number, step: (run: number) => Promise<unknown> | unknown): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < runs; run++) times.push(await once(() => step(run)));
  return middle(times);
}

export function middle(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
