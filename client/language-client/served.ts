import * as vscode from "vscode";
import type { BaseLanguageClient, Middleware } from "vscode-languageclient";
import { environmentsFiles, isSpec } from "../languages.ts";
import { withOfflinePage, withOfflinePages } from "../pages/open-page.ts";
import { besideInTemplates } from "../templates/beside.ts";
import type { TemplateDocuments } from "../templates/template-documents.ts";

export interface Served {
  readonly middleware: Middleware;
  /** Tells the server of templates that are found while it runs. */
  follow(client: BaseLanguageClient): vscode.Disposable;
}

/**
 * Keeps YAML and JSON files that hold no app client from the server: they are never sent, and nothing is asked about them.
 * (As ESLint's extension does: a selector cannot look into a file.)
 */
export function servedOnly(templates: TemplateDocuments): Served {
  /** URI → the version with which the server was told of it. */
  const sent = new Map<string, number>();
  const isSent = ({ uri }: { readonly uri: vscode.Uri }) => sent.has(uri.toString());
  const isServed = (document: vscode.TextDocument) =>
    isSpec(document) || templates.has(document) || vscode.languages.match({ pattern: environmentsFiles }, document) > 0;
  const middleware: Middleware = {
    async didOpen(document, next) {
      if (!isServed(document)) return;
      sent.set(document.uri.toString(), document.version);
      await next(document);
    },
    async didChange(event, next) {
      // The change that makes a template is in the text with which it was opened.
      if ((sent.get(event.document.uri.toString()) ?? Number.MAX_SAFE_INTEGER) < event.document.version)
        await next(event);
    },
    async didClose(document, next) {
      if (sent.delete(document.uri.toString())) await next(document);
    },
    async didSave(document, next) {
      if (isSent(document)) await next(document);
    },
    async provideDiagnostics(document, previous, token, next) {
      const uri = document instanceof vscode.Uri ? document : document.uri;
      if (!isSent({ uri })) return undefined;
      const report = await next(document, previous, token);
      if (report && "items" in report) for (const item of report.items) withOfflinePage(item);
      return report;
    },
    provideCompletionItem: (document, position, context, token, next) =>
      isSent(document) ? next(document, position, context, token) : undefined,
    async provideHover(document, position, token, next) {
      const hover = isSent(document) ? await next(document, position, token) : undefined;
      return hover && withOfflinePages(hover);
    },
    provideCodeActions: (document, range, context, token, next) =>
      isSent(document) ? next(document, range, context, token) : undefined,
    provideCodeLenses: (document, token, next) => (isSent(document) ? next(document, token) : undefined),
    provideInlayHints: (document, range, token, next) => (isSent(document) ? next(document, range, token) : undefined),
    provideDocumentLinks: (document, token, next) => (isSent(document) ? next(document, token) : undefined),
    provideDefinition: (document, position, token, next) =>
      isSent(document) ? next(document, position, token) : undefined,
    workspace: {
      async configuration(params, token, next) {
        const answers = await next(params, token);
        if (!Array.isArray(answers)) return answers;
        const beside = besideInTemplates();
        return answers.map((answer: unknown) =>
          typeof answer === "object" && answer !== null ? { ...answer, besideInTemplates: beside } : answer,
        );
      },
    },
  };
  return {
    middleware,
    follow(client) {
      const state = client.onDidChangeState(({ newState }) => {
        // After a restart the server is told of everything anew.
        if (newState !== RUNNING) sent.clear();
      });
      const found = templates.onDidFind((document) => {
        if (!client.isRunning() || isSent(document)) return;
        void client.getFeature("textDocument/didOpen").getProvider(document)?.send(document);
      });
      const extensions = vscode.extensions.onDidChange(() => {
        if (client.isRunning()) void client.sendNotification("workspace/didChangeConfiguration", { settings: null });
      });
      return vscode.Disposable.from(state, found, extensions);
    },
  };
}

/** `State.Running`; the enum itself is in the bundle that is loaded later. */
const RUNNING = 2;
