import type * as vscode from "vscode";
import { Uri, workspace } from "vscode";
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type MessageTransports,
} from "vscode-languageclient/browser";
import { registerAwsRefusals } from "./aws/refuse.ts";
import { start } from "./start.ts";

/** The web extension host has no Node: the server is a worker, and the AWS commands say why they cannot run. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const script = Uri.joinPath(context.extensionUri, "dist/server.web.js");
  await start(
    context,
    (options) => new LanguageClient("cognitoClient", "Cognito App Client", () => connect(script), options),
    registerAwsRefusals,
  );
}

/** The language client would look whether it got a `Worker`; VS Code's own class of that name is none. */
async function connect(script: Uri): Promise<MessageTransports> {
  const worker = new Worker(await addressOf(script));
  return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
}

/** VS Code starts no worker from a remote extension's own address: there the script goes by way of a blob. */
async function addressOf(script: Uri): Promise<string> {
  if (script.scheme !== "vscode-remote") return script.toString(true);
  const bytes = await workspace.fs.readFile(script);
  return URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: "text/javascript" }));
}
