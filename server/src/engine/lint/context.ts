import type { FactsByPool, PoolFacts } from "../clients/pool-facts.ts";
import type { Settings } from "./settings.ts";

/** All that the rules may know beyond the app client: plain data, handed in. */
export interface LintContext {
  readonly settings: Settings;
  readonly facts?: FactsByPool | undefined;
  /** Pools that stand for what a template calls by a name of its own: logical id (of the pool, else of the app client) → pool id. */
  readonly poolsOfTemplate?: ReadonlyMap<string, string> | undefined;
  /** Of the pool that is meant, where somebody has chosen one, whatever the file names. */
  readonly chosenPool?: PoolFacts | undefined;
  /** Whether the app client exists: then its request is an update, also where only an environments file has its id. */
  readonly exists?: boolean | undefined;
}
