import * as vscode from "vscode";
import type { Session } from "../language-client/session.ts";
import { isSpec, languageIds } from "../languages.ts";

/** *Convert to JSON or YAML*: opens the spec in the other syntax beside it, untitled. The file itself stays as it is. */
export async function convert(session: Promise<Session>): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (!editor || !isSpec(editor.document)) return;
  const converted = await (await session).convert(editor.document);
  if (!converted) {
    void vscode.window.showWarningMessage(
      vscode.l10n.t("The spec has syntax errors or is empty. Mend them first, so that nothing gets lost."),
    );
    return;
  }
  const [json, yaml] = languageIds;
  const language = converted.dialect === "yaml" ? yaml : json;
  const document = await vscode.workspace.openTextDocument({ language, content: converted.text });
  await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside });
}
