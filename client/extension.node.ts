import type * as vscode from "vscode";
import { Uri } from "vscode";
import { compileCacheVariable } from "../server/src/protocol.ts";
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
      const { globalStorageUri, extension } = context;
      // A folder of this version: what another one compiled is of no use to it.
      const kept = Uri.joinPath(globalStorageUri, "compiled", String(extension.packageJSON.version)).fsPath;
      const server = {
        module: context.asAbsolutePath("dist/server.js"),
        transport: TransportKind.ipc,
        // For Electron; any other Node is told by the server itself (server/src/start.node.ts), which says why.
        options: { execArgv: ["--max-semi-space-size=1"], env: { ...process.env, [compileCacheVariable]: kept } },
      };
      return new LanguageClient("cognitoClient", "Cognito App Client", { run: server, debug: server }, options);
    },
    registerAwsCommands,
  );
}
