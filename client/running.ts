import type * as vscode from "vscode";
import type { Session } from "./language-client/session.ts";
import type { TemplateDocuments } from "./templates/template-documents.ts";

/** What commands need of the running extension. */
export interface Extension {
  readonly context: vscode.ExtensionContext;
  readonly log: vscode.LogOutputChannel;
  /**
   * Resolves once the language server answers; rejects when it cannot be started. Waiting for it starts the server, where no spec or
   * template has done so.
   */
  readonly session: Promise<Session>;
  /** The same, but waiting for it starts nothing: for what only the server needs to be told. */
  readonly serving: Promise<Session>;
  readonly templates: TemplateDocuments;
}
