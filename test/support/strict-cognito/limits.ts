import type { Knobs } from "./knobs.ts";
import { Refusal } from "./wire.ts";

/** What keeps calls apart from each other: the quota of calls, and the lock of a pool's app clients. */
export interface Limits {
  /** @throws TooManyRequestsException when the operation has had its calls on this pool in the last second. */
  count(operation: string, poolId: string, now: number): void;
  /**
   * Takes the lock of a pool until the answer is disposed of.
   * @throws ConcurrentModificationException while somebody has it.
   */
  lock(poolId: string): Disposable;
}

/** "Only one request to update user pool client can be processed at a time.": hashicorp/terraform-provider-aws#19794. */
const locked = () =>
  new Refusal(
    "ConcurrentModificationException",
    "Only one request to update user pool client can be processed at a time.",
  );

export function createLimits(knobs: Knobs): Limits {
  const held = new Set<string>();
  const seen = new Map<string, number[]>();
  return {
    count(operation, poolId, now) {
      const key = `${operation} ${poolId}`;
      const recent = (seen.get(key) ?? []).filter((at) => at > now - 1000);
      // Service quotas: "5 RPS for a single user pool", each operation of the category by itself. A refused call counts, too.
      seen.set(key, [...recent, now]);
      if (recent.length >= knobs.rate) throw new Refusal("TooManyRequestsException", "Rate exceeded");
    },
    lock(poolId) {
      if (knobs.busy > 0) {
        knobs.busy--;
        throw locked();
      }
      if (held.has(poolId)) throw locked();
      held.add(poolId);
      return { [Symbol.dispose]: () => void held.delete(poolId) };
    },
  };
}
