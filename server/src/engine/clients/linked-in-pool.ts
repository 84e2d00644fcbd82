import type { PoolFacts } from "./pool-facts.ts";

/**
 * What is known of a pool, for an app client that an environments file links to these ids: those that the pool has are the app client
 * itself. The same object for the same ids, so that what is kept by it is found again.
 */
export function linkedInPool(facts: PoolFacts, ids: readonly string[]): PoolFacts {
  const itself = (facts.clients ?? []).flatMap(({ id }) => (ids.includes(id) ? id : []));
  if (itself.length === 0) return facts;
  let known = memo.get(facts);
  if (!known) {
    known = new Map();
    memo.set(facts, known);
  }
  const key = itself.join();
  let linked = known.get(key);
  if (!linked) {
    linked = { ...facts, itself };
    known.set(key, linked);
  }
  return linked;
}
const memo = new WeakMap<PoolFacts, Map<string, PoolFacts>>();
