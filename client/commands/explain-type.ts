import * as vscode from "vscode";
import { openPageCommand } from "../pages/addresses.ts";

/** Says what the application type above an app client was concluded from. Runs from that lens only, with its arguments. */
export async function explainType(type: unknown, because: unknown): Promise<void> {
  if (typeof type !== "string") return;
  const reasons = Array.isArray(because) ? because.map(String) : [];
  const read = vscode.l10n.t("How Types Are Told");
  const text =
    reasons.length === 0
      ? vscode.l10n.t("This looks like: {0}.", type)
      : vscode.l10n.t("This looks like: {0}, because {1}.", type, reasons.join("; "));
  if ((await vscode.window.showInformationMessage(text, read)) === read)
    await vscode.commands.executeCommand(openPageCommand, "docs/application-types.md");
}
