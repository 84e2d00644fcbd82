import type * as vscode from "vscode";
import type { LanguageClientOptions, Middleware } from "vscode-languageclient";
import type { ClientOptions } from "../../server/src/protocol.ts";
import { environmentsFiles, languageIds } from "../languages.ts";
import { templateLanguages, templatePattern } from "../templates/template-documents.ts";

/**
 * Options that Node and the web share. Specs are chosen by language id, so untitled, remote and virtual ones are
 * served alike; environments files keep their language and are chosen by name, templates by what stands in them (served.ts).
 * Diagnostics are pulled: the server pushes none of these to a client that pulls, so each stands in Problems once. What is wrong
 * in a config file it pushes to all.
 */
export function clientOptions(
  log: vscode.LogOutputChannel,
  trace: vscode.LogOutputChannel,
  middleware: Middleware,
): Pick<LanguageClientOptions, keyof LanguageClientOptions> {
  return {
    documentSelector: [
      ...[...languageIds, ...templateLanguages].map((language) => ({ language })),
      { language: "plaintext", pattern: templatePattern },
      { pattern: environmentsFiles },
    ],
    middleware,
    outputChannel: log,
    traceOutputChannel: trace,
    diagnosticCollectionName: "cognito-client",
    // Specs in other tabs are looked at when they are opened: nothing depends on other files.
    diagnosticPullOptions: { onChange: true, onSave: false, onTabs: false },
    initializationOptions: { commands: true, workspaceSpecs: true, specFeaturesApart: true } satisfies ClientOptions,
    markdown: { isTrusted: false, supportHtml: false },
  };
}
