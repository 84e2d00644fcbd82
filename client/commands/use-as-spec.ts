import * as vscode from "vscode";
import { isSpec, type LanguageId, languageIds } from "../languages.ts";
import { associationFor } from "./spec-name.ts";

/**
 * *Use This File as a Client Spec*: sets the document's language, for files whose name does not tell. VS Code forgets that
 * when the window is loaded again, so it offers to write it down.
 */
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
  const language = languageFor(document);
  await vscode.languages.setTextDocumentLanguage(document, language);
  if (!document.isUntitled) void offerAssociation(document.uri, language);
}

/** Makes a file a spec for good: its language now, and an association in the settings. */
export async function becomesSpec(uri: vscode.Uri): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  const language = languageFor(document);
  await vscode.languages.setTextDocumentLanguage(document, language);
  await associate(uri, language);
}

async function offerAssociation(uri: vscode.Uri, language: LanguageId): Promise<void> {
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  const keep = folder ? vscode.l10n.t("Write to Workspace Settings") : vscode.l10n.t("Write to User Settings");
  const message = vscode.l10n.t("This file is a client spec until the window is loaded again. Keep it one?");
  if ((await vscode.window.showInformationMessage(message, keep)) === keep) await associate(uri, language);
}

async function associate(uri: vscode.Uri, language: LanguageId): Promise<void> {
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  // VS Code takes associations for a whole workspace, never for one of its folders.
  const target = folder ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global;
  const files = vscode.workspace.getConfiguration("files", folder?.uri);
  const known = files.inspect<Record<string, string>>("associations");
  const own = folder ? known?.workspaceValue : known?.globalValue;
  const pattern = associationFor(folder ? vscode.workspace.asRelativePath(uri, false) : uri.path);
  await files.update("associations", { ...own, [pattern]: language }, target);
}

function languageFor(document: vscode.TextDocument): LanguageId {
  const [json, yaml] = languageIds;
  const { languageId, fileName } = document;
  if (languageId.includes("yaml") || /\.ya?ml$/i.test(fileName)) return yaml;
  if (languageId.includes("json") || /\.jsonc?$/i.test(fileName)) return json;
  return /^\s*[[{]/.test(document.getText()) ? json : yaml;
}
