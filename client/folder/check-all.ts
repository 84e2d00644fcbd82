import * as vscode from "vscode";
import type { Extension } from "../running.ts";
import { type Count, checkedText } from "./checked-text.ts";
import { type Candidate, candidates, MOST_FILES, textOf } from "./files.ts";
import { isShown, onMayShow } from "./shown.ts";

/**
 * *Check All Specs and Templates*: Problems gets the findings of files that are not open, too. What is open has its own, as it
 * stands in the editor; so a file's entries here go when it is shown, and are made anew when its tab is closed or it changes on disk.
 */
export function registerCheckAll({ context, session }: Extension): void {
  const collection = vscode.languages.createDiagnosticCollection("cognito-client-folder");
  const watched = new Map<string, Candidate>();

  const checkOne = async (candidate: Candidate): Promise<vscode.Diagnostic[] | undefined> => {
    const { uri, languageId } = candidate;
    const text = await textOf(candidate);
    const params = { uri: uri.toString(), ...(languageId !== undefined && { languageId }) };
    const found = text === undefined ? undefined : await (await session).checkFile({ ...params, text });
    if (found && !isShown(uri)) collection.set(uri, found);
    else collection.delete(uri);
    return found;
  };
  const again = (uri: vscode.Uri) => {
    const candidate = watched.get(uri.toString());
    // Without a server there is nothing to say; start.ts has told why.
    if (candidate && !isShown(uri)) void checkOne(candidate).catch(() => {});
  };

  const run = async (
    progress: vscode.Progress<{ message?: string; increment?: number }>,
    token: vscode.CancellationToken,
  ): Promise<void> => {
    collection.clear();
    watched.clear();
    const all = await candidates(token);
    const count: Count = { files: 0, withFindings: 0, errors: 0, warnings: 0, others: 0 };
    for (const [index, candidate] of all.entries()) {
      if (token.isCancellationRequested) break;
      if (index % 20 === 0) progress.report({ message: `${index}/${all.length}`, increment: 2000 / all.length });
      const found = await checkOne(candidate);
      if (!found) continue;
      watched.set(candidate.uri.toString(), candidate);
      add(count, found);
    }
    const text = checkedText(count, { cancelled: token.isCancellationRequested, full: all.length >= MOST_FILES });
    const show = vscode.l10n.t("Show Problems");
    const buttons = count.withFindings > 0 ? [show] : [];
    // The progress goes at once, not when the message is answered.
    void vscode.window.showInformationMessage(text, ...buttons).then((chosen) => {
      if (chosen === show) void vscode.commands.executeCommand("workbench.panel.markers.view.focus");
    });
  };

  const disk = vscode.workspace.createFileSystemWatcher("**/*.{json,jsonc,yaml,yml,template}");
  context.subscriptions.push(
    collection,
    disk,
    disk.onDidChange(again),
    disk.onDidDelete((uri) => collection.delete(uri)),
    onMayShow((uri) => (isShown(uri) ? collection.delete(uri) : again(uri))),
    vscode.commands.registerCommand("cognitoClient.checkAll", () =>
      vscode.window.withProgress(
        {
          location: vscode.ProgressLocation.Notification,
          title: vscode.l10n.t("Checking specs and templates"),
          cancellable: true,
        },
        run,
      ),
    ),
  );
}

function add(count: Count, found: readonly vscode.Diagnostic[]): void {
  const of = (severity: vscode.DiagnosticSeverity) => found.filter((each) => each.severity === severity).length;
  const hints = of(vscode.DiagnosticSeverity.Hint);
  const [errors, warnings] = [of(vscode.DiagnosticSeverity.Error), of(vscode.DiagnosticSeverity.Warning)];
  count.files++;
  count.errors += errors;
  count.warnings += warnings;
  // Hints have no entry in Problems.
  count.others += found.length - errors - warnings - hints;
  if (found.length > hints) count.withFindings++;
}
