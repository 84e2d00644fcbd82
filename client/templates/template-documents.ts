import * as vscode from "vscode";
import { holdsAppClient, isGenerated } from "../../server/src/served.ts";

/** Languages that templates have; they keep them. Never `jsonc`: no template is written in it. */
export const templateLanguages = ["yaml", "json", "cloudformation"] as const;

/** Their ending where no extension has a language for it: plain text to VS Code. */
export const templatePattern = "**/*.template";

/** Open documents that hold app clients of templates. Watching costs a look at the text of what is opened, and starts nothing. */
export interface TemplateDocuments extends vscode.Disposable {
  has(document: vscode.TextDocument | undefined): boolean;
  /** A document was opened, or has become a template by typing. It stays one until it is closed. */
  readonly onDidFind: vscode.Event<vscode.TextDocument>;
  all(): vscode.TextDocument[];
}

export function templateDocuments(): TemplateDocuments {
  const found = new Set<string>();
  const emitter = new vscode.EventEmitter<vscode.TextDocument>();
  const consider = (document: vscode.TextDocument) => {
    const key = document.uri.toString();
    if (found.has(key) || !mayBeTemplate(document) || !holdsAppClient(document.getText())) return;
    found.add(key);
    emitter.fire(document);
  };
  const considerAll = () => vscode.workspace.textDocuments.forEach(consider);
  const listeners = [
    vscode.workspace.onDidOpenTextDocument(consider),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.some((change) => touchesType(document, change))) consider(document);
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => found.delete(uri.toString())),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration("cognitoClient.templates")) considerAll();
    }),
  ];
  considerAll();
  return {
    has: (document) => document !== undefined && found.has(document.uri.toString()),
    onDidFind: emitter.event,
    all: () => vscode.workspace.textDocuments.filter(({ uri }) => found.has(uri.toString())),
    dispose() {
      emitter.dispose();
      for (const listener of listeners) listener.dispose();
    },
  };
}

/** What another side of a comparison shows, and what tools write, nobody mends. */
function mayBeTemplate({ uri, languageId }: vscode.TextDocument): boolean {
  const isNamed = languageId === "plaintext" && uri.path.endsWith(".template");
  if (!isNamed && !(templateLanguages as readonly string[]).includes(languageId)) return false;
  if (uri.scheme === "git" || isGenerated(uri.path)) return false;
  return vscode.workspace.getConfiguration("cognitoClient", uri).get<boolean>("templates.enabled") !== false;
}

/** Whether a change can have made the line that says what a resource is; others need no look at the text. */
function touchesType(document: vscode.TextDocument, { text, range }: vscode.TextDocumentContentChangeEvent): boolean {
  if (text.includes("Cognito")) return true;
  const last = range.start.line + text.split("\n", 100).length;
  for (let line = range.start.line; line < Math.min(last, document.lineCount); line++) {
    if (document.lineAt(line).text.includes("Cognito")) return true;
  }
  return false;
}
