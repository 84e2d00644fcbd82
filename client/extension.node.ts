import type * as vscode from "vscode";
import { registerAwsCommands } from "./aws/register.ts";
import type * as LanguageClientModule from "./language-client/node.ts";
import { start } from "./start.ts";

/** On the desktop, in a remote window and in code-server: the server is a process of its own, and AWS can be reached. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  await start(
    context,
    (options) => {
      const path = context.asAbsolutePath("dist/language-client.js");
      const { LanguageClient, TransportKind } = require(path) as typeof LanguageClientModule;
      const server = { module: context.asAbsolutePath("dist/server.js"), transport: TransportKind.ipc };
      return new LanguageClient("cognitoClient", "Cognito App Client", { run: server, debug: server }, options);
    },
    registerAwsCommands,
  );
}
