import type { Timing } from "./types.ts";

/** Milliseconds. Creates take well under a second; a look-up may lag behind one. */
export const defaultTiming: Timing = {
  connect: 10_000,
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
