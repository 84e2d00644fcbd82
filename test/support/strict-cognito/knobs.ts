import type { Json } from "./wire.ts";

/**
 * What an update does with the members that its request leaves out. Nobody knows which is true for which member
 * (docs/what-aws-does.md), so that whatever updates has to end in the same state under all three.
 *
 * - `reset`: all but the name go to their defaults, as UpdateUserPoolClient is documented.
 * - `scalars-kept`: lists go, numbers, switches, texts and objects stay; seen through Cloud Control in July 2026
 *   (go-to-k/cdk-real-drift #1613, #1689), and lists seen to go in boto/boto3#1607.
 * - `kept`: all stay, as the emulators have it.
 */
export const omittedAnswers = ["reset", "scalars-kept", "kept"] as const;
export type Omitted = (typeof omittedAnswers)[number];

/** What AWS is not known to do in one certain way, or does only at times. A test may change any of them at any time. */
export interface Knobs {
  omitted: Omitted;
  /** Milliseconds since 1970; asked once for each call. By default the machine's, but never the same twice. */
  clock: () => number;
  /** `false`: app clients have no dates, as with moto. */
  dates: boolean;
  /** How many reads of one app client after a write of it still tell what was before. Whether AWS has this is not known. */
  describeLag: number;
  /** Calls of one operation on one pool within a second, by the clock; more are throttled. AWS has 5. */
  rate: number;
  /** How many of the next writes of app clients meet the lock of the pool, whoever else is writing. */
  busy: number;
  /** The most items of a page of app clients. */
  pageSize: number;
  /** Before each page of app clients comes an empty one with a token. AWS documents that for lists with a filter. */
  emptyPages: boolean;
  /** Whether app clients without ExplicitAuthFlows are described with the flows that they have by default. */
  showsDefaultFlows: boolean;
  /** Members that no SDK knows, in every app client made from now on. */
  newMembers: Readonly<Record<string, Json>>;
  /** Operations that the caller has no permission for. */
  denied: ReadonlySet<string>;
}

export function defaultKnobs(): Knobs {
  let last = 0;
  return {
    omitted: "reset",
    clock: () => {
      last = Math.max(Date.now(), last + 1);
      return last;
    },
    dates: true,
    describeLag: 0,
    rate: Number.POSITIVE_INFINITY,
    busy: 0,
    pageSize: 60,
    emptyPages: false,
    showsDefaultFlows: false,
    newMembers: {},
    denied: new Set(),
  };
}
