import type { Context } from "../engine/index.ts";
import { diagnosticsOf } from "./diagnostics.ts";
import { type Connection, DocumentDiagnosticReportKind, type TextDocuments } from "./library.ts";
import type { OpenSpec } from "./open-spec.ts";

/**
 * Gives diagnostics: when the client asks (pull), or else (push) once the messages that are waiting have been read.
 * There is no timer: a client that types fast has its last version checked, and no older one is ever sent after it.
 */
export class DiagnosticsFeed {
  pulled = false;
  canRefresh = false;
  private readonly connection: Connection;
  private readonly documents: TextDocuments<OpenSpec>;
  private readonly contextOf: (uri: string) => Promise<Context | undefined>;
  private readonly nextTurn: () => Promise<void>;
  private readonly waiting = new Set<string>();
  /** Documents that the client was told something about. */
  private readonly told = new Set<string>();
  /** Raised whenever settings or facts change: part of the result id, so that "unchanged" stays true. */
  private generation = 0;

  constructor(
    connection: Connection,
    documents: TextDocuments<OpenSpec>,
    contextOf: (uri: string) => Promise<Context | undefined>,
    nextTurn: () => Promise<void>,
  ) {
    this.connection = connection;
    this.nextTurn = nextTurn;
    this.documents = documents;
    this.contextOf = contextOf;
    documents.onDidChangeContent(({ document }) => this.schedule(document.uri));
    documents.onDidClose(({ document }) => {
      const wasTold = this.told.delete(document.uri) || document.kind !== "other";
      if (!this.pulled && wasTold) void connection.sendDiagnostics({ uri: document.uri, diagnostics: [] });
    });
    connection.languages.diagnostics.on(async ({ textDocument, previousResultId }) => {
      const spec = documents.get(textDocument.uri);
      if (!spec || spec.kind === "other") return { kind: DocumentDiagnosticReportKind.Full, items: [] };
      const context = await contextOf(spec.uri);
      const resultId = `${spec.version}.${this.generation}`;
      if (previousResultId === resultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
      return { kind: DocumentDiagnosticReportKind.Full, resultId, items: context ? diagnosticsOf(spec, context) : [] };
    });
  }

  /** Settings or facts have changed: every open spec is looked at again. */
  reconsider(): void {
    this.generation++;
    if (!this.pulled) for (const { uri } of this.documents.all()) this.schedule(uri);
    else if (this.canRefresh) void this.connection.languages.diagnostics.refresh();
  }

  private schedule(uri: string): void {
    if (this.pulled) return;
    const idle = this.waiting.size === 0;
    this.waiting.add(uri);
    if (idle) void this.pushWaiting();
  }

  private async pushWaiting(): Promise<void> {
    // Lets edits that have already arrived be read first.
    await this.nextTurn();
    const uris = [...this.waiting];
    this.waiting.clear();
    for (const uri of uris) {
      const context = await this.contextOf(uri);
      const spec = this.documents.get(uri);
      if (!spec || this.waiting.has(uri)) continue;
      if (spec.kind === "other" && !this.told.delete(uri)) continue;
      const diagnostics = spec.kind === "other" || !context ? [] : diagnosticsOf(spec, context);
      if (spec.kind !== "other") this.told.add(uri);
      await this.connection.sendDiagnostics({ uri, version: spec.version, diagnostics });
    }
  }
}
