import * as vscode from "vscode";
import type { FactsReading, ProfileChoice } from "../../deploy/index.ts";

/** A pool that the user connected: what is known of it, and with which profile it was read. */
export interface KnownPool {
  readonly facts: FactsReading["facts"];
  readonly choice: ProfileChoice;
  /** The profile as people know it. */
  readonly profile: string;
}

export interface PoolStore {
  get(poolId: string): KnownPool | undefined;
  all(): readonly KnownPool[];
  put(pool: KnownPool): Promise<void>;
  remove(poolId: string): Promise<void>;
  readonly onDidChange: vscode.Event<void>;
}

const PREFIX = "pool.";

/** Pool facts in the extension's global state, one key for each pool: plain names, no secret, no credentials. */
export function poolStore({ globalState, subscriptions }: vscode.ExtensionContext): PoolStore {
  const changed = new vscode.EventEmitter<void>();
  subscriptions.push(changed);
  const write = async (poolId: string, pool: KnownPool | undefined) => {
    await globalState.update(PREFIX + poolId, pool);
    changed.fire();
  };
  return {
    onDidChange: changed.event,
    get: (poolId) => globalState.get<KnownPool>(PREFIX + poolId),
    all: () =>
      globalState
        .keys()
        .filter((key) => key.startsWith(PREFIX))
        .flatMap((key) => globalState.get<KnownPool>(key) ?? []),
    put: (pool) => write(pool.facts.poolId, pool),
    remove: (poolId) => write(poolId, undefined),
  };
}
