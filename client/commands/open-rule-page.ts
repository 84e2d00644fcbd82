import * as vscode from "vscode";
import { isSpec } from "../languages.ts";
import { openPageCommand } from "../pages/addresses.ts";

/** *Open Rule Page*: of the finding at the cursor, or one of all findings in the spec. */
export async function openRulePage(): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (!editor || !isSpec(editor.document)) return;
  const all = vscode.languages.getDiagnostics(editor.document.uri);
  const here = pagesOf(all.filter(({ range }) => range.intersection(editor.selection)));
  const pages = here.length > 0 ? here : pagesOf(all);
  if (pages.length === 0) {
    vscode.window.setStatusBarMessage(vscode.l10n.t("There are no findings in this spec."), 5000);
    return;
  }
  const chosen =
    pages.length === 1
      ? pages[0]
      : await vscode.window.showQuickPick(pages, { placeHolder: vscode.l10n.t("Choose the rule to read about") });
  if (chosen) await openRule(chosen.label);
}

function openRule(id: string): Thenable<void> {
  return vscode.commands.executeCommand(openPageCommand, `docs/rules/${id}.md`);
}

function pagesOf(diagnostics: readonly vscode.Diagnostic[]): vscode.QuickPickItem[] {
  const pages = new Map<string, vscode.QuickPickItem>();
  for (const { code, message } of diagnostics) {
    if (typeof code !== "object") continue;
    const label = String(code.value);
    if (!pages.has(label)) pages.set(label, { label, detail: message });
  }
  return [...pages.values()];
}
