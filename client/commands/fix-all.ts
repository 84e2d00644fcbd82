import * as vscode from "vscode";
import { isSpec } from "../languages.ts";
import { reached } from "./reached.ts";

/** *Fix All Safe Problems*: what "source.fixAll.cognitoClient" on save does, by command. */
export async function fixAll(): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (!editor || !isSpec(editor.document)) return;
  const { document } = editor;
  const all = new vscode.Range(document.positionAt(0), document.positionAt(document.getText().length));
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    "vscode.executeCodeActionProvider",
    document.uri,
    all,
    `${vscode.CodeActionKind.SourceFixAll.value}.cognitoClient`,
  );
  const edits = actions.flatMap(({ edit }) => edit ?? []);
  if (edits.length === 0) {
    vscode.window.setStatusBarMessage(vscode.l10n.t("There is no problem that can be fixed safely."), 5000);
    return;
  }
  for (const edit of edits) await vscode.workspace.applyEdit(edit);
  reached("fixAll");
}
