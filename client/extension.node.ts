import type * as vscode from "vscode";
import { Uri } from "vscode";
import { LanguageClient, TransportKind } from "vscode-languageclient/node";
import { registerAwsCommands } from "./aws/register.ts";
import { start } from "./start.ts";

/** On the desktop, in a remote window and in code-server: the server is a process of its own, and AWS can be reached. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const server = { module: Uri.joinPath(context.extensionUri, "dist/server.js").fsPath, transport: TransportKind.ipc };
  await start(
    context,
    (options) => new LanguageClient("cognitoClient", "Cognito App Client", { run: server, debug: server }, options),
    registerAwsCommands,
  );
}
