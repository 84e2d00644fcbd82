import * as vscode from "vscode";
import type { UnlinkParams } from "../../server/src/protocol.ts";
import { forNotification } from "../../server/src/sinks.ts";
import type { ExistingClient } from "../existing/existing-client.ts";
import type { Extension } from "../running.ts";
import { applyLinkEdits } from "./apply-edits.ts";

/** Takes an id out of an environments file, once its app client is gone. An edit like any other. @returns whether it was */
export async function removeLink({ session }: Pick<Extension, "session">, link: UnlinkParams): Promise<boolean> {
  return applyLinkEdits(await (await session).unlink(link), "gone");
}

/** The environments file's link to an app client, where one leads to it. */
export function linkTo({ file, environment, spec, clientId }: ExistingClient): UnlinkParams | undefined {
  if (file === undefined || !environment || spec?.key === undefined) return undefined;
  return { uri: file, key: spec.key, environment: environment.name, id: clientId };
}

/** Says that an app client is not there, and offers to take out the link that leads to it. @returns whether there is such a link */
export async function tellGone(
  { session, log }: Pick<Extension, "session" | "log">,
  client: ExistingClient,
  said: string,
): Promise<boolean> {
  const link = linkTo(client);
  if (!link) return false;
  log.info(said);
  const takeOut = vscode.l10n.t("Take out the link");
  const still = vscode.l10n.t("The environments file still links it ({0}).", forNotification(client.clientId));
  if ((await vscode.window.showWarningMessage(`${forNotification(said, 600)} ${still}`, takeOut)) === takeOut)
    await removeLink({ session }, link);
  return true;
}
