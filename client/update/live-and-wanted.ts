import * as vscode from "vscode";
import type { UpdateChange } from "../../deploy/index.ts";
import { forPlan, visible } from "../../server/src/sinks.ts";
import type { VirtualDocuments } from "../aws/virtual-documents.ts";
import { comparison } from "../create/comparison.ts";

/** Both sides of an update, in which only what really changes differs. Neither has a secret: it never gets here. */
export function liveAndWanted(change: UpdateChange): { readonly live: string; readonly wanted: string } {
  const names = change.changes.map(({ path: [name] }) => name);
  // A lifetime that changes is shown with each side's own unit.
  const units = names.some((name) => /TokenValidity$/.test(name)) ? ["TokenValidityUnits"] : [];
  const differences = [...names, ...units].map((name) => ({ path: [name], asked: undefined, found: undefined }));
  const { asked, found } = comparison(change.wanted, change.live.settings, differences);
  return { live: forPlan(found), wanted: forPlan(asked) };
}

/** VS Code's own diff editor, live on the left and wanted on the right. @returns how to close it again */
export async function showDiff(documents: VirtualDocuments, change: UpdateChange): Promise<() => Promise<void>> {
  const { live, wanted } = liveAndWanted(change);
  const name = visible(change.clientName);
  const where = change.environment ? ` · ${change.environment.name}` : "";
  const left = documents.put(`${name}${where} (${vscode.l10n.t("live")})`, live);
  const right = documents.put(`${name}${where} (${vscode.l10n.t("wanted")})`, wanted);
  const title = vscode.l10n.t("{0}{1}: live ↔ wanted", name, where);
  await vscode.commands.executeCommand("vscode.diff", left, right, title, { preview: false, preserveFocus: true });
  return async () => {
    const tabs = vscode.window.tabGroups.all
      .flatMap((group) => group.tabs)
      .filter(
        ({ input }) => input instanceof vscode.TabInputTextDiff && input.modified.toString() === right.toString(),
      );
    // The focus stays where it is: what somebody has begun meanwhile, such as to open another file, goes on.
    await vscode.window.tabGroups.close(tabs, true);
  };
}
