import * as vscode from "vscode";

/**
 * Whether the language client shows what a file has wrong: it is open, and has a tab. A document stays open for minutes after its
 * tab was closed, and a tab of the last session has no document until somebody looks at it.
 */
export function isShown(uri: vscode.Uri): boolean {
  const wanted = uri.toString();
  const { textDocuments } = vscode.workspace;
  const isOpen = textDocuments.some((document) => !document.isClosed && document.uri.toString() === wanted);
  return (
    isOpen && vscode.window.tabGroups.all.some(({ tabs }) => tabs.some((tab) => uriOf(tab)?.toString() === wanted))
  );
}

/** Tells of files with which that may have changed. */
export function onMayShow(tell: (uri: vscode.Uri) => void): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.workspace.onDidOpenTextDocument(({ uri }) => tell(uri)),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => tell(uri)),
    vscode.window.tabGroups.onDidChangeTabs(({ opened, closed }) => {
      for (const tab of [...opened, ...closed]) {
        const uri = uriOf(tab);
        if (uri) tell(uri);
      }
    }),
  );
}

function uriOf({ input }: vscode.Tab): vscode.Uri | undefined {
  if (input instanceof vscode.TabInputText) return input.uri;
  return input instanceof vscode.TabInputTextDiff ? input.modified : undefined;
}
