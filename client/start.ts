import * as vscode from "vscode";
import type { BaseLanguageClient, LanguageClientOptions } from "vscode-languageclient";
import { registerEditorCommands } from "./commands/register.ts";
import { type Session, startSession } from "./language-client/session.ts";
import { whenAsked } from "./language-client/when-asked.ts";
import { isSpec } from "./languages.ts";
import type { Extension } from "./running.ts";
import { templateMenus } from "./templates/menus.ts";
import { templateDocuments } from "./templates/template-documents.ts";

/**
 * Registers everything at once. The language server starts with the first spec or template: in a window that has none, as where
 * some YAML file woke us up, there is nothing but listeners.
 */
export async function start(
  context: vscode.ExtensionContext,
  make: (options: LanguageClientOptions) => BaseLanguageClient,
  registerAws: (extension: Extension) => void,
): Promise<void> {
  const log = vscode.window.createOutputChannel("Cognito App Client", { log: true });
  const templates = templateDocuments();
  let serve: (running: Session) => void = () => {};
  const serving = new Promise<Session>((resolve) => {
    serve = resolve;
  });
  const session = whenAsked(async () => {
    // VS Code waits for the activation: loading the language client and forking the server come right after it.
    await new Promise((resolve) => setTimeout(resolve, 0));
    try {
      const running = await startSession(log, make, templates);
      context.subscriptions.push(running);
      serve(running);
      return running;
    } catch (error) {
      log.error(error instanceof Error ? error.message : String(error));
      void vscode.window.showErrorMessage(
        vscode.l10n.t("The language server of Cognito App Client did not start. The output channel says why."),
      );
      throw error;
    }
  });
  const extension: Extension = { context, log, session, serving, templates };
  const wake = (document: vscode.TextDocument) => {
    // Who needs the server is told of its failure; the user was told above.
    if (isSpec(document) || templates.has(document)) session.catch(() => {});
  };
  context.subscriptions.push(
    log,
    templates,
    vscode.workspace.onDidOpenTextDocument(wake),
    templates.onDidFind(wake),
    templateMenus(templates),
  );
  registerEditorCommands(extension);
  registerAws(extension);
  vscode.workspace.textDocuments.forEach(wake);
}
