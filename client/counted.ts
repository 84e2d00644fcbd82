import * as vscode from "vscode";

/** Numbers with what they count, in the user's language: the only place of the extension where one and many differ by a letter. */
export const counted = {
  files: (count: number) => (count === 1 ? vscode.l10n.t("1 file") : vscode.l10n.t("{0} files", count)),
  errors: (count: number) => (count === 1 ? vscode.l10n.t("1 error") : vscode.l10n.t("{0} errors", count)),
  warnings: (count: number) => (count === 1 ? vscode.l10n.t("1 warning") : vscode.l10n.t("{0} warnings", count)),
  others: (count: number) =>
    count === 1 ? vscode.l10n.t("1 other problem") : vscode.l10n.t("{0} other problems", count),
  differences: (count: number) =>
    count === 1 ? vscode.l10n.t("1 difference") : vscode.l10n.t("{0} differences", count),
  appClients: (count: number) =>
    count === 1 ? vscode.l10n.t("1 app client") : vscode.l10n.t("{0} app clients", count),
} as const;
