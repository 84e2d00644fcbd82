import * as vscode from "vscode";
import type { BaseLanguageClient, LanguageClientOptions } from "vscode-languageclient";
import { registerEditorCommands } from "./commands/register.ts";
import { type Session, startSession } from "./language-client/session.ts";

/** What commands need of the running extension. */
export interface Extension {
  readonly context: vscode.ExtensionContext;
  readonly log: vscode.LogOutputChannel;
  /** Resolves once the language server answers; rejects when it cannot be started. */
  readonly session: Promise<Session>;
}

/**
 * Registers everything at once and starts the language server beside it: no command waits for the server unless it needs it.
 */
export async function start(
  context: vscode.ExtensionContext,
  make: (options: LanguageClientOptions) => BaseLanguageClient,
  registerAws: (extension: Extension) => void,
): Promise<void> {
  const log = vscode.window.createOutputChannel("Cognito App Client", { log: true });
  // VS Code waits for the activation: loading the language client and forking the server come right after it.
  const session = new Promise((resolve) => setTimeout(resolve, 0)).then(() => startSession(log, make));
  const extension: Extension = { context, log, session };
  context.subscriptions.push(log, {
    dispose: () => {
      session.then(
        (running) => running.dispose(),
        () => {}, // it never ran; the user was told below
      );
    },
  });
  registerEditorCommands(extension);
  registerAws(extension);
  session.catch((error: unknown) => {
    log.error(error instanceof Error ? error.message : String(error));
    void vscode.window.showErrorMessage(
      vscode.l10n.t("The language server of Cognito App Client did not start. The output channel says why."),
    );
  });
}
