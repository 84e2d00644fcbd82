import type * as vscode from "vscode";
import { Uri } from "vscode";
import { LanguageClient } from "vscode-languageclient/browser";
import { registerAwsRefusals } from "./aws/refuse.ts";
import { start } from "./start.ts";

/** The web extension host has no Node: the server is a worker, and the AWS commands say why they cannot run. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const script = Uri.joinPath(context.extensionUri, "dist/server.web.js").toString(true);
  await start(
    context,
    (options) => new LanguageClient("cognitoClient", "Cognito App Client", async () => new Worker(script), options),
    registerAwsRefusals,
  );
}
