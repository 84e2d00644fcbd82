import type { FactsByPool, PoolFacts } from "../clients/pool-facts.ts";
import type { Settings } from "./settings.ts";

/** All that the rules may know beyond the app client: plain data, handed in. */
export interface LintContext {
  readonly settings: Settings;
  readonly facts?: FactsByPool | undefined;
  /** Of the pool that is meant, where somebody has chosen one, whatever the file names. */
  readonly chosenPool?: PoolFacts | undefined;
}
