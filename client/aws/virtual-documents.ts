import * as vscode from "vscode";

/** Read-only documents: plans and comparisons. They exist while a tab shows them, and nowhere on disk. */
export const PLAN_SCHEME = "cognito-client-plan";

export interface VirtualDocuments extends vscode.Disposable {
  /** Makes (or renews) the document of this name. */
  put(name: string, text: string): vscode.Uri;
  /** Shows it beside the active editor, if there is one, without taking the focus; with `keep` in a tab that no other one replaces. */
  show(name: string, text: string, options?: { readonly keep: boolean }): Promise<void>;
  /** Closes its tab, if it is open. */
  close(name: string): Promise<void>;
}

export function virtualDocuments(): VirtualDocuments {
  const texts = new Map<string, string>();
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const provider = vscode.workspace.registerTextDocumentContentProvider(PLAN_SCHEME, {
    onDidChange: changed.event,
    provideTextDocumentContent: (uri) => texts.get(uri.path) ?? "",
  });
  const closed = vscode.workspace.onDidCloseTextDocument(({ uri }) => {
    if (uri.scheme === PLAN_SCHEME) texts.delete(uri.path);
  });
  // package.json gives documents of this folder the language `cognito-plan`: JSON's colours, long lines wrapped, nobody's checks.
  const uriOf = (name: string) =>
    vscode.Uri.from({ scheme: PLAN_SCHEME, path: `/cognito-plan/${name.replaceAll("/", "∕")}` });
  const put = (name: string, text: string) => {
    const uri = uriOf(name);
    texts.set(uri.path, text);
    changed.fire(uri);
    return uri;
  };
  return {
    put,
    async show(name, text, { keep } = { keep: false }) {
      const document = await vscode.workspace.openTextDocument(put(name, text));
      await vscode.window.showTextDocument(document, {
        // Beside nothing would be beside an empty half of the window.
        viewColumn: vscode.window.activeTextEditor ? vscode.ViewColumn.Beside : vscode.ViewColumn.Active,
        preserveFocus: true,
        preview: !keep,
      });
    },
    async close(name) {
      const wanted = uriOf(name).toString();
      const tabs = vscode.window.tabGroups.all
        .flatMap((group) => group.tabs)
        .filter(({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === wanted);
      await vscode.window.tabGroups.close(tabs, true);
    },
    dispose() {
      provider.dispose();
      closed.dispose();
      changed.dispose();
    },
  };
}
