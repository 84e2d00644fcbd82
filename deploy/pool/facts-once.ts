import type { Result } from "../problem.ts";
import type { FactsReading } from "./facts.ts";

/**
 * Reads each pool once in a run, however many of its app clients are looked at, and several at a time at most once, too.
 * @param read for one pool.
 */
export function readOnce(
  read: (poolId: string) => Promise<Result<FactsReading>>,
): (poolId: string) => Promise<Result<FactsReading>> {
  const known = new Map<string, Promise<Result<FactsReading>>>();
  return (poolId) => {
    const reading = known.get(poolId) ?? read(poolId);
    known.set(poolId, reading);
    return reading;
  };
}
