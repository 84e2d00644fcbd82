import type { Settings } from "../server/src/engine/index.ts";
import type { Result } from "./problem.ts";
import type {
  Connection,
  DescribedClient,
  FactsReading,
  Outcome,
  PendingCreate,
  Plan,
  PoolSummary,
  ProfileChoice,
  ProfileList,
  Progress,
  Resolution,
  SpecSource,
} from "./types.ts";

/**
 * The AWS side of the product, for the extension and the command line alike. Made by `createDeploy(ports)`.
 *
 * Nothing here rejects for what a user, a file, the network or AWS can do: such things come back as a `Problem`.
 * A rejection is a bug (or the caller's own port rejecting).
 */
export interface Deploy {
  /** Reads the shared config and credentials files; never writes them, never prefers a profile. */
  listProfiles(): Promise<Result<ProfileList>>;

  /**
   * Gets the credentials of exactly this profile and asks STS who they belong to.
   * @param options.poolId its prefix gives the region; `options.region` comes next, then the profile's own. There is no other fallback.
   */
  connect(choice: ProfileChoice, options?: ConnectOptions): Promise<Result<Connection>>;

  /** All pools of the region. `onPage` gets them as they come, for a list that fills while it is shown. */
  listPools(
    connection: Connection,
    onPage?: (pools: readonly PoolSummary[]) => void,
  ): Promise<Result<readonly PoolSummary[]>>;

  /** What is known of a pool. Each denied permission leaves its part unknown. Fails only when nothing at all can be read. */
  readFacts(connection: Connection, poolId: string): Promise<Result<FactsReading>>;

  /** What would be sent for a spec. Reads, never writes. Findings of severity error and placeholders stop it. */
  plan(connection: Connection, spec: SpecSource, options?: PlanOptions): Promise<Result<Plan>>;

  /**
   * Sends a confirmed plan, one create for each app client, one after the other.
   * `ok: false` means that nothing was sent at all. Otherwise one outcome for each item, in order.
   * A second call for the same digest while the first runs joins it: there is one create.
   */
  apply(plan: Plan, options: ApplyOptions): Promise<Result<readonly Outcome[]>>;

  /** An app client as AWS has it, without its secret. */
  describe(connection: Connection, poolId: string, clientId: string): Promise<Result<DescribedClient>>;

  /** Creates that were sent and whose outcome is not known: after a closed window or a lost answer. */
  pending(): Promise<readonly PendingCreate[]>;

  /** Looks again what became of such a create; forgets it when that is certain. */
  resolvePending(record: PendingCreate, connection: Connection): Promise<Resolution>;

  /** Forgets such a record without looking, on the user's word. */
  dismissPending(record: PendingCreate): Promise<void>;
}

export interface ConnectOptions {
  readonly poolId?: string;
  readonly region?: string;
}

export interface PlanOptions {
  /** For specs that name no pool. A spec's own UserPoolId is never overridden. */
  readonly poolId?: string;
  /** Only these app clients of the file (zero-based). Default: all. */
  readonly only?: readonly number[];
  /** Rule levels as in the editor. Default: the recommended ones. */
  readonly settings?: Settings;
}

export interface ApplyOptions {
  /** The digest that was shown when the user confirmed. */
  readonly confirmed: string;
  /** The spec as it is now: what is sent must still be what was shown. */
  readonly current: SpecSource;
  /** Works until a request leaves; later items are then not sent. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}
