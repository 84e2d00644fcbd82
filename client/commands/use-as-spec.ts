import * as vscode from "vscode";
import { isSpec, type LanguageId, languageIds } from "../languages.ts";

/** *Use This File as a Client Spec*: sets the document's language, for files whose name does not tell. */
export async function useAsSpec(uri: vscode.Uri | undefined): Promise<void> {
  const document = uri ? await vscode.workspace.openTextDocument(uri) : vscode.window.activeTextEditor?.document;
  if (!document) {
    void vscode.window.showInformationMessage(vscode.l10n.t("Open the JSON or YAML file first."));
    return;
  }
  if (isSpec(document)) {
    vscode.window.setStatusBarMessage(vscode.l10n.t("This file is a client spec already."), 5000);
    return;
  }
  if (uri) await vscode.window.showTextDocument(document);
  await vscode.languages.setTextDocumentLanguage(document, languageFor(document));
}

function languageFor(document: vscode.TextDocument): LanguageId {
  const [json, yaml] = languageIds;
  const { languageId, fileName } = document;
  if (languageId.includes("yaml") || /\.ya?ml$/i.test(fileName)) return yaml;
  if (languageId.includes("json") || /\.jsonc?$/i.test(fileName)) return json;
  return /^\s*[[{]/.test(document.getText()) ? json : yaml;
}
