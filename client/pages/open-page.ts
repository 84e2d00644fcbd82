import * as vscode from "vscode";
import { offlineAddress, openPageCommand, pageNamed, withOfflineLinks } from "./addresses.ts";
import { registerPageFiles, uriOfPage } from "./page-files.ts";

/** The web has no page that the package has not: `docs/application-types.md` of the version that runs, without a network. */
export function registerPages(context: vscode.ExtensionContext): void {
  registerPageFiles(context);
  context.subscriptions.push(
    vscode.commands.registerCommand(openPageCommand, async (name: unknown) => {
      const page = pageNamed(name);
      if (!page) return;
      // The editor's own preview: it is there on the desktop and on the web, in the user's theme, and follows links between pages.
      await vscode.commands.executeCommand("markdown.showPreviewToSide", uriOfPage(page.path, page.fragment));
    }),
  );
}

/** A finding's link to its rule's page opens in the editor. */
export function withOfflinePage(diagnostic: vscode.Diagnostic): vscode.Diagnostic {
  const { code } = diagnostic;
  if (typeof code !== "object") return diagnostic;
  const target = offlineAddress(code.target.toString(true));
  if (target !== undefined) diagnostic.code = { value: code.value, target: vscode.Uri.parse(target) };
  return diagnostic;
}

/** The same for the links of a hover. Of all commands only the one that opens a page may be run by it. */
export function withOfflinePages(hover: vscode.Hover): vscode.Hover {
  hover.contents = hover.contents.map((content) => {
    if (!(content instanceof vscode.MarkdownString)) return content;
    const value = withOfflineLinks(content.value);
    if (value === content.value) return content;
    const offline = new vscode.MarkdownString(value, content.supportThemeIcons ?? false);
    offline.isTrusted = { enabledCommands: [openPageCommand] };
    return offline;
  });
  return hover;
}
