import type { PoolFacts } from "../../server/src/engine/clients/pool-facts.ts";

/** The pool of the specs under test, of which nothing is known but what a test adds. */
export const poolId = "eu-west-1_AbCdEfGhI";

export function factsWith(known: Partial<PoolFacts>): PoolFacts {
  return { poolId, fetchedAt: "2026-11-22T12:00:00Z", ...known };
}

/** A spec on that pool. */
export const onPool = (yaml: string) => `UserPoolId: ${poolId}\n${yaml}`;
