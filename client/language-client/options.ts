import type * as vscode from "vscode";
import type { LanguageClientOptions } from "vscode-languageclient";
import type { ClientOptions } from "../../server/src/protocol.ts";
import { environmentsFiles, languageIds } from "../languages.ts";
import { withOfflinePage, withOfflinePages } from "../pages/open-page.ts";

/**
 * Options that Node and the web share. Specs are chosen by language id, so untitled, remote and virtual ones are
 * served alike; environments files keep their language and are chosen by name.
 * Diagnostics are pulled: the server pushes none to a client that pulls, so each stands in Problems once.
 */
export function clientOptions(
  log: vscode.LogOutputChannel,
  trace: vscode.LogOutputChannel,
): Pick<LanguageClientOptions, keyof LanguageClientOptions> {
  return {
    documentSelector: [...languageIds.map((language) => ({ language })), { pattern: environmentsFiles }],
    outputChannel: log,
    traceOutputChannel: trace,
    diagnosticCollectionName: "cognito-client",
    // Specs in other tabs are looked at when they are opened: nothing depends on other files.
    diagnosticPullOptions: { onChange: true, onSave: false, onTabs: false },
    initializationOptions: { commands: true, workspaceSpecs: true } satisfies ClientOptions,
    markdown: { isTrusted: false, supportHtml: false },
    middleware: {
      async provideDiagnostics(document, previousResultId, token, next) {
        const report = await next(document, previousResultId, token);
        if (report && "items" in report) for (const item of report.items) withOfflinePage(item);
        return report;
      },
      async provideHover(document, position, token, next) {
        const hover = await next(document, position, token);
        return hover && withOfflinePages(hover);
      },
    },
  };
}
