import type { Aws } from "../aws/load.ts";
import type { VirtualDocuments } from "../aws/virtual-documents.ts";
import type { Refusals } from "../create/refusals.ts";
import type { Results } from "../create/results.ts";
import type { Checks } from "../drift/checks.ts";
import type { PoolStore } from "../pools/pool-store.ts";
import type { Extension } from "../running.ts";

/** What everything that is done to an existing app client needs. */
export interface LifeTools {
  readonly extension: Extension;
  readonly aws: Aws;
  readonly documents: VirtualDocuments;
  readonly results: Results;
  readonly marks: Refusals;
  readonly store: PoolStore;
  readonly checks: Checks;
}
