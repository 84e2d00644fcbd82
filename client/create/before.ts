import * as vscode from "vscode";
import type { SpecEnvironments, SpecOutline } from "../../server/src/protocol.ts";
import { forNotification } from "../../server/src/sinks.ts";
import { nameOf } from "../languages.ts";

/** What has a ClientId exists: it is updated, never created. Said before anything is asked. */
export async function existsAlready(
  { apps }: SpecOutline,
  document: vscode.TextDocument,
  only?: number[],
): Promise<boolean> {
  const index = apps.findIndex(({ clientId }, at) => clientId !== undefined && (!only || only.includes(at)));
  const app = apps[index];
  if (!app) return false;
  const plan = vscode.l10n.t("Plan Update…");
  const message = vscode.l10n.t(
    "{0} has a ClientId ({1}): it describes an app client that exists already, so it can be updated, not created.",
    forNotification(app.clientName ?? nameOf(document)),
    forNotification(app.clientId ?? ""),
  );
  if ((await vscode.window.showInformationMessage(message, plan)) === plan)
    await vscode.commands.executeCommand("cognitoClient.planUpdate", document.uri.toString(), index);
  return true;
}

/**
 * What an environment links exists there: updating it is what is mostly meant. Another one, for an environment in which it is not
 * yet, is a choice of its own. @returns whether it ends here
 */
export async function isLinked(
  { apps }: SpecOutline,
  file: SpecEnvironments | undefined,
  document: vscode.TextDocument,
  only?: number[],
): Promise<boolean> {
  const index = apps.findIndex(
    (_, at) => (!only || only.includes(at)) && file?.apps[at]?.some(({ id }) => id !== undefined),
  );
  const links = (file?.apps[index] ?? []).filter(({ id }) => id !== undefined);
  if (links.length === 0) return false;
  const plan = vscode.l10n.t("Plan Update…");
  const another = vscode.l10n.t("Create another…");
  const message = vscode.l10n.t(
    "{0} is linked to an app client that exists, in {1}: it can be updated there. Creating makes another one.",
    forNotification(apps[index]?.clientName ?? nameOf(document)),
    forNotification(links.map(({ environment }) => environment.name).join(", ")),
  );
  const chosen = await vscode.window.showInformationMessage(message, plan, another);
  if (chosen === plan) await vscode.commands.executeCommand("cognitoClient.planUpdate", document.uri.toString(), index);
  return chosen !== another;
}

/** Findings of severity error stop a create before anything is asked: Problems has them. */
export async function stoppedByErrors(
  { apps }: SpecOutline,
  document: vscode.TextDocument,
  only?: number[],
): Promise<boolean> {
  const wanted = only ? apps.filter((_, index) => only.includes(index)) : apps;
  const errors = wanted.reduce((sum, app) => sum + app.errors, 0);
  if (errors === 0) return false;
  // Not the toggle: with the cursor in Problems that one would close it.
  await vscode.commands.executeCommand("workbench.panel.markers.view.focus");
  void vscode.window.showErrorMessage(
    errors === 1
      ? vscode.l10n.t(
          "{0} has one error. Fix it first; Problems says how. Nothing was sent.",
          forNotification(nameOf(document)),
        )
      : vscode.l10n.t(
          "{0} has {1} errors. Fix them first; Problems says how. Nothing was sent.",
          forNotification(nameOf(document)),
          errors,
        ),
  );
  return true;
}
