import * as vscode from "vscode";
import type { Aws } from "../aws/load.ts";
import type { ExistingClient } from "../existing/existing-client.ts";
import { tellMissing } from "./app-client.ts";

/** *Open in AWS Console*: the app client's own page there. Reads nothing, needs no profile. */
export async function openInConsole(
  { texts }: Pick<Aws, "texts">,
  { poolId, clientId }: ExistingClient,
): Promise<void> {
  const region = poolId.slice(0, Math.max(0, poolId.indexOf("_")));
  const url = /^[a-z]+(?:-[a-z]+)+-\d+$/.test(region) ? texts.consoleUrl(region, poolId, clientId) : undefined;
  if (url === undefined) await tellMissing(vscode.l10n.t("There is no console for {0}.", poolId));
  else await vscode.env.openExternal(vscode.Uri.parse(url));
}
