import * as vscode from "vscode";
import { visible } from "../../server/src/sinks.ts";
import type { KnownPool } from "./pool-store.ts";
import type { PoolsMeant } from "./pools-meant.ts";

/** What the status bar and the language status say of a spec's pools. */
export interface StatusWords {
  /** `Customers · dev`, with its icon. */
  readonly bar: string;
  readonly text: string;
  readonly detail: string;
}

/**
 * @param known those of its pools that are connected; none while live checks are off.
 * @param read how long ago the first of them was read.
 */
export function statusWords(
  { ids, environments }: PoolsMeant,
  known: readonly Pick<KnownPool, "facts" | "profile">[],
  { isOff, read }: { readonly isOff: boolean; readonly read: string },
): StatusWords {
  const [first] = known;
  if (!first) {
    const text = isOff
      ? vscode.l10n.t("Cognito: live checks off")
      : environments.length > 0
        ? vscode.l10n.t("Cognito: pool by environment")
        : ids.length > 0
          ? vscode.l10n.t("Cognito: pool not connected")
          : vscode.l10n.t("Cognito: no pool");
    const detail = isOff
      ? vscode.l10n.t("off in the settings")
      : environments.length > 0
        ? vscode.l10n.t("{0}: not checked against a pool", plain(environments.join(", ")))
        : vscode.l10n.t("not checked against a pool");
    return { bar: `$(debug-disconnect) ${text}`, text, detail };
  }
  const { facts, profile } = first;
  const several = known.length > 1 ? vscode.l10n.t("Cognito: {0} pools", known.length) : undefined;
  return {
    bar: `$(plug) ${several ?? plain(`${facts.poolName ?? facts.poolId} · ${profile}`)}`,
    text: several ?? vscode.l10n.t("Cognito: pool {0} · profile {1}", facts.poolId, plain(profile)),
    detail: vscode.l10n.t("read {0}", read),
  };
}

/** What files, people and AWS call something cannot draw an icon: `$(…)` would be one here. */
function plain(text: string): string {
  return visible(text).replaceAll("$(", "$ (");
}
