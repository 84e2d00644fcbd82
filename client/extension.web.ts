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
  const dist = Uri.joinPath(context.extensionUri, "dist");
  await start(
    context,
    (options) => new LanguageClient("cognitoClient", "Cognito App Client", () => connect(dist), options),
    registerAwsRefusals,
  );
}

/** The language client would look whether it got a `Worker`; VS Code's own class of that name is none. */
async function connect(dist: Uri): Promise<MessageTransports> {
  const read = async (name: string) => new Uint8Array(await workspace.fs.readFile(Uri.joinPath(dist, name)));
  const [engine, server] = await Promise.all([read("engine.js"), read("server.web.js")]);
  const worker = new Worker(URL.createObjectURL(new Blob(workerScript(engine, server), { type: "text/javascript" })));
  return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
}

/**
 * The server and the engine that it asks, as one script: the engine is the file that Node loads, in a function as Node puts it.
 * A script's own address would not do: VS Code starts no worker from a remote extension's, and a blob has no neighbours.
 */
function workerScript(engine: BlobPart, server: BlobPart): BlobPart[] {
  return [
    "const engine = { exports: {} };\n((module, exports) => {\n",
    engine,
    "\n})(engine, engine.exports);\nconst require = () => engine.exports;\n",
    server,
  ];
}
