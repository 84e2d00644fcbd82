import * as vscode from "vscode";
import type { ListedClient } from "../../deploy/index.ts";
import { visible } from "../../server/src/sinks.ts";
import { type Apart, rowsOf } from "./rows.ts";

interface Row extends vscode.QuickPickItem {
  readonly client: ListedClient;
  readonly apart: Apart | undefined;
}

/**
 * Several app clients of a pool; those that a file of the workspace has already are marked, and none is ticked beforehand.
 * @param fileOf id → the file that has it. @returns `undefined`: dismissed, or none chosen
 */
export async function chooseSeveral(
  clients: readonly ListedClient[],
  fileOf: ReadonlyMap<string, string>,
  title: string,
): Promise<readonly ListedClient[] | undefined> {
  if (clients.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t("The pool has no app client."));
    return undefined;
  }
  const shown = rowsOf(clients, (id) => fileOf.has(id)).map(({ client, apart }): Row => {
    const file = fileOf.get(client.id);
    const detail =
      apart === undefined
        ? undefined
        : apart === "in a file"
          ? vscode.l10n.t("already in {0}", visible(file ?? ""))
          : vscode.l10n.t("registered dynamically, by software for itself");
    return { client, apart, label: visible(client.name), description: client.id, ...(detail && { detail }) };
  });
  const rows: (Row | vscode.QuickPickItem)[] = [];
  for (const [at, row] of shown.entries()) {
    const title = titleOf(row.apart);
    if (title !== undefined && row.apart !== shown[at - 1]?.apart)
      rows.push({ label: title, kind: vscode.QuickPickItemKind.Separator });
    rows.push(row);
  }
  const options = {
    title,
    placeHolder: vscode.l10n.t("Tick the app clients to import"),
    canPickMany: true as const,
    ignoreFocusOut: true,
    matchOnDescription: true,
  };
  const chosen = await vscode.window.showQuickPick(rows, options);
  const picked = (chosen ?? []).flatMap((row) => ("client" in row ? row.client : []));
  return picked.length > 0 ? picked : undefined;
}

function titleOf(apart: Apart | undefined): string | undefined {
  switch (apart) {
    case "in a file":
      return vscode.l10n.t("Already in a file");
    case "registered dynamically":
      return vscode.l10n.t("Registered dynamically");
    default:
      return undefined;
  }
}
