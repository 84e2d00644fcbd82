import * as vscode from "vscode";
import { forNotification } from "../../server/src/sinks.ts";
import type { Aws } from "../aws/load.ts";
import type { ExistingClient } from "../existing/existing-client.ts";
import type { PoolStore } from "../pools/pool-store.ts";
import { tellMissing } from "./app-client.ts";

/**
 * *Open in AWS Console*: the app client's own page there. Reads nothing, needs no profile; a pool that was read at another
 * address than AWS's has none, and its id may be somebody else's there.
 */
export async function openInConsole(
  { texts }: Pick<Aws, "texts">,
  pools: Pick<PoolStore, "get">,
  { poolId, clientId }: ExistingClient,
): Promise<void> {
  const endpoint = pools.get(poolId)?.facts.endpoint;
  if (endpoint !== undefined) {
    const [id, where] = [forNotification(poolId), forNotification(endpoint)];
    return tellMissing(vscode.l10n.t("{0} was read at {1}, which is not AWS: it has no console.", id, where));
  }
  const region = poolId.slice(0, Math.max(0, poolId.indexOf("_")));
  const url = /^[a-z]+(?:-[a-z]+)+-\d+$/.test(region) ? texts.consoleUrl(region, poolId, clientId) : undefined;
  if (url === undefined) await tellMissing(vscode.l10n.t("There is no console for {0}.", forNotification(poolId)));
  else await vscode.env.openExternal(vscode.Uri.parse(url));
}
