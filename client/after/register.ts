import * as vscode from "vscode";
import type { Extension } from "../running.ts";
import { copyAppConfiguration } from "./app-configuration.ts";
import { type ShowPage, trySignIn } from "./sign-in.ts";

const SCHEME = "cognito-client-sign-in";

/** What people do once an app client exists, and that needs no AWS. */
export function registerAfter(extension: Extension): void {
  const texts = new Map<string, string>();
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const show: ShowPage = async (name, text) => {
    const uri = vscode.Uri.from({ scheme: SCHEME, path: `/${name.replaceAll("/", "∕")}.md` });
    texts.set(uri.path, text);
    changed.fire(uri);
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true });
  };
  extension.context.subscriptions.push(
    changed,
    vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
      onDidChange: changed.event,
      provideTextDocumentContent: ({ path }) => texts.get(path) ?? "",
    }),
    // The verifier goes with its page.
    vscode.workspace.onDidCloseTextDocument(({ uri }) => {
      if (uri.scheme === SCHEME) texts.delete(uri.path);
    }),
    vscode.commands.registerCommand("cognitoClient.trySignIn", (where, index) =>
      trySignIn(extension, show, where, index),
    ),
    vscode.commands.registerCommand("cognitoClient.copyAppConfiguration", (where, index) =>
      copyAppConfiguration(extension, where, index),
    ),
  );
}
