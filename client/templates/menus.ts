import * as vscode from "vscode";
import type { TemplateDocuments } from "./template-documents.ts";

/** Keeps `cognitoClient.template` true while the editor in front shows a template with app clients: menus ask it. */
export function templateMenus(templates: TemplateDocuments): vscode.Disposable {
  let told = false;
  const tell = () => {
    const is = templates.has(vscode.window.activeTextEditor?.document);
    if (is === told) return;
    told = is;
    void vscode.commands.executeCommand("setContext", "cognitoClient.template", is);
  };
  tell();
  return vscode.Disposable.from(vscode.window.onDidChangeActiveTextEditor(tell), templates.onDidFind(tell));
}
