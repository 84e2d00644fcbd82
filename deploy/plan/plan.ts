import type { PoolFacts, Settings } from "../../server/src/engine/index.ts";
import type { Identity } from "../aws/answers.ts";
import type { FactsReading } from "../pool/facts.ts";
import type { Result, SpecFinding } from "../problem.ts";
import type { Connection } from "../sign-in/connection.ts";
import type { Profile } from "../sign-in/profile.ts";
import type { Change, Environment } from "./change.ts";
import type { SpecSource } from "./source.ts";

/** What a plan may be given by a run over several app clients; each by itself without it. */
export interface PlanHelp {
  /** Reads what is known of a pool, so that a run over several app clients asks once for each pool. Default: by calls of its own. */
  readonly readFacts?: (poolId: string) => Promise<Result<FactsReading>>;
  /**
   * Judges the request, where somebody knows better than the text which file says what: an environment's `set` stands in another
   * one. Default: the rules on the request, placed in the spec.
   */
  readonly judge?: (facts: PoolFacts | undefined) => readonly SpecFinding[];
}

export interface PlanOptions extends PlanHelp {
  /** For specs that name no pool. A spec's own UserPoolId is never overridden. */
  readonly poolId?: string;
  /** Only these app clients of the file (zero-based). Default: all. */
  readonly only?: readonly number[];
  /** The one that is meant. Default: whose pool it is. */
  readonly environment?: Environment;
  /** All of the environments file that counts for the spec. */
  readonly environments?: readonly Environment[];
  /** Rule levels as in the editor. Default: the recommended ones. */
  readonly settings?: Settings;
}

/** Exactly what would be done, by whom and where. */
export interface Plan<C extends Change = Change> {
  /** SHA-256 over all that is shown and who sends it. */
  readonly digest: string;
  /** ISO time at which AWS was read for it. */
  readonly madeAt: string;
  readonly profile: Profile;
  readonly identity: Identity;
  readonly changes: readonly C[];
  /** Warnings, infos and hints of the spec. */
  readonly findings: readonly SpecFinding[];
  /** Whether a spec, as it is now, still asks for exactly this. What no spec asks for is asked for. */
  readonly stillAsked: (current: SpecSource | undefined) => boolean;
  readonly connection: () => Connection;
}
