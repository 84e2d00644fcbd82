import type { DescribedClient, ListedClient, NamedClient, PoolSummary } from "./aws/answers.ts";
import type { ProfileChoice } from "./aws/credentials.ts";
import type { Note } from "./journal/note.ts";
import type { BrandingChange, Change, CreateChange, DeleteChange, SecretsChange, UpdateChange } from "./plan/change.ts";
import type { Plan, PlanOptions } from "./plan/plan.ts";
import type { SpecSource } from "./plan/source.ts";
import type { Target } from "./plan/target.ts";
import type { FactsReading } from "./pool/facts.ts";
import type { Live } from "./pool/live.ts";
import type { Result } from "./problem.ts";
import type { Connection, ConnectOptions } from "./sign-in/connection.ts";
import type { ProfileList } from "./sign-in/profile.ts";
import type { Outcome, Progress, Resolution } from "./verbs/outcome.ts";
import type { SecretsAction } from "./verbs/secrets/plan.ts";
import type { UpdateAsked } from "./verbs/update/plan.ts";

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

  /** Names and ids of a pool's app clients; nothing is described. */
  listClients(connection: Connection, poolId: string): Promise<Result<readonly NamedClient[]>>;

  /** The same, with those marked that were registered dynamically. */
  listWithKinds(connection: Connection, poolId: string): Promise<Result<readonly ListedClient[]>>;

  /** What is known of a pool. Each denied permission leaves its part unknown. Fails only when nothing at all can be read. */
  readFacts(connection: Connection, poolId: string): Promise<Result<FactsReading>>;

  /** What creating the app clients of a spec would send. Reads, never writes. Findings of severity error and placeholders stop it. */
  plan(connection: Connection, spec: SpecSource, options?: PlanOptions): Promise<Result<Plan<CreateChange>>>;

  /**
   * What an update of one app client would change: declared wins, undeclared stays. Reads, never writes. An environment's
   * account is asserted before anything is read.
   */
  planUpdate(connection: Connection, asked: UpdateAsked): Promise<Result<Plan<UpdateChange>>>;

  /** The end of an app client. Its name has to be typed. */
  planDelete(connection: Connection, target: Target): Promise<Result<Plan<DeleteChange>>>;

  /** One more secret, or one less: two at most, one at least, and both valid meanwhile. */
  planSecrets(connection: Connection, target: Target, action: SecretsAction): Promise<Result<Plan<SecretsChange>>>;

  /** Cognito's own style for the pages of managed login, without which they stay unavailable. `undefined`: nothing is missing. */
  planBranding(connection: Connection, target: Target): Promise<Result<Plan<BrandingChange> | undefined>>;

  /** An app client as it is, with what is known of its secrets. */
  readLive(connection: Connection, target: Target): Promise<Result<Live>>;

  /**
   * Sends a confirmed plan, one write for each change, one after the other.
   * `ok: false` means that nothing was sent at all. Otherwise one outcome for each item, in order.
   * A second call for the same digest while the first runs joins it: there is one write.
   */
  apply<C extends Change>(plan: Plan<C>, options: ApplyOptions<C>): Promise<Result<readonly Outcome<C>[]>>;

  /** An app client as AWS has it, without its secret. */
  describe(connection: Connection, poolId: string, clientId: string): Promise<Result<Described>>;

  /** Writes that were sent and whose outcome is not known: after a closed window or a lost answer. */
  pending(): Promise<readonly Note[]>;

  /** Looks again what became of such a write; forgets it when that is certain. */
  resolvePending(record: Note, connection: Connection): Promise<Resolution>;

  /** Forgets such a record without looking, on the user's word. */
  dismissPending(record: Note): Promise<void>;
}

export interface Described extends Omit<DescribedClient, "hasSecret" | "unknownMembers"> {
  /** By its list of secrets; absent when that may not be read and Describe shows none. */
  readonly hasSecret?: boolean;
}

export interface ApplyOptions<C extends Change = Change> {
  /** The digest that was shown when the user confirmed. */
  readonly confirmed: string;
  /** The spec as it is now, where one asked for it: what is sent must still be what was shown. */
  readonly current?: SpecSource;
  /** The app client's name as the user typed it: a delete asks for it. */
  readonly typedName?: string;
  /** Names of environments as the user typed them: a protected one asks for its own, whatever is written. */
  readonly typedEnvironments?: readonly string[];
  /** Works until a request leaves; later items are then not sent. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress<C>) => void;
}
