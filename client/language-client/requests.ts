import * as vscode from "vscode";
import type { ReadFileParams, WorkspaceSpec } from "../../server/src/protocol.ts";
import { isSpec, languageIds, specFiles } from "../languages.ts";

/** Above these a workspace is no place to gather names from: its specs are generated. */
const MOST_FILES = 200;
const MOST_BYTES = 200_000;

/** Answers the server's `readFile`: files by URI, whatever file system they are on. `null`: there is none, or none of a sensible size. */
export async function readFile({ uri }: ReadFileParams): Promise<string | null> {
  try {
    const file = vscode.Uri.parse(uri);
    const { type, size } = await vscode.workspace.fs.stat(file);
    if ((type & vscode.FileType.File) === 0 || size > MOST_BYTES) return null;
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
  } catch {
    // The server asks for files that may or may not be there; "no" is an answer.
    return null;
  }
}

/** Answers the server's `workspaceSpecs`: what is open as it stands in the editor, the rest as on disk. */
export async function workspaceSpecs(token: vscode.CancellationToken): Promise<WorkspaceSpec[]> {
  const open = vscode.workspace.textDocuments.filter(isSpec);
  const specs = open.map((document) => ({
    uri: document.uri.toString(),
    languageId: document.languageId,
    text: document.getText(),
  }));
  const known = new Set(specs.map(({ uri }) => uri));
  const found = await vscode.workspace.findFiles(specFiles, "**/node_modules/**", MOST_FILES, token);
  for (const file of found) {
    if (token.isCancellationRequested) break;
    if (known.has(file.toString())) continue;
    const text = await readFile({ uri: file.toString() });
    if (text !== null) specs.push({ uri: file.toString(), languageId: languageIdOf(file), text });
  }
  return specs;
}

function languageIdOf(file: vscode.Uri): string {
  return /\.ya?ml$/.test(file.path) ? languageIds[1] : languageIds[0];
}
