import * as vscode from "vscode";
import type { NamedClient } from "../../deploy/index.ts";
import { visible } from "../../server/src/sinks.ts";

interface Row extends vscode.QuickPickItem {
  readonly client: NamedClient;
}

/**
 * Several app clients of a pool; those that a file of the workspace has already are marked, and none is ticked beforehand.
 * @param fileOf id → the file that has it. @returns `undefined`: dismissed, or none chosen
 */
export async function chooseSeveral(
  clients: readonly NamedClient[],
  fileOf: ReadonlyMap<string, string>,
  title: string,
): Promise<readonly NamedClient[] | undefined> {
  if (clients.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t("The pool has no app client."));
    return undefined;
  }
  const rows = clients.map((client): Row => {
    const file = fileOf.get(client.id);
    return {
      client,
      label: visible(client.name),
      description: client.id,
      ...(file === undefined ? {} : { detail: vscode.l10n.t("already in {0}", visible(file)) }),
    };
  });
  const options = {
    title,
    placeHolder: vscode.l10n.t("Tick the app clients to import"),
    canPickMany: true as const,
    ignoreFocusOut: true,
    matchOnDescription: true,
  };
  const chosen = await vscode.window.showQuickPick(
    rows.sort((a, b) => Number(a.detail !== undefined) - Number(b.detail !== undefined)),
    options,
  );
  return chosen && chosen.length > 0 ? chosen.map(({ client }) => client) : undefined;
}
