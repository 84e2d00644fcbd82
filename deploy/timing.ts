/** Milliseconds. */
export interface Timing {
  readonly connect: number;
  /** For a program that gives credentials (`credential_process`); it may wait for a person. */
  readonly program: number;
  /** For a read, all of its attempts together. */
  readonly read: number;
  /** For a create, from sending it to the end of the answer. */
  readonly answer: number;
  /** Waits before each further try after a throttling answer. */
  readonly throttle: readonly number[];
  /** Waits before each look-up after an answer was lost. */
  readonly lookUp: readonly number[];
  /** After this, a signed request that never arrived is refused by AWS: five minutes, plus one for clocks. */
  readonly signatureLife: number;
}

/** Milliseconds. Creates take well under a second; a look-up may lag behind one. */
export const defaultTiming: Timing = {
  connect: 10_000,
  program: 120_000,
  read: 30_000,
  answer: 30_000,
  throttle: [1_000, 2_000, 4_000, 8_000],
  lookUp: [0, 1_000, 2_000, 4_000],
  signatureLife: 6 * 60_000,
};

/** Ends early, without an error, when the signal is aborted. */
export function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) return resolve();
    const done = () => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal?.addEventListener("abort", done);
  });
}
