import { TextDocument } from "vscode-languageserver-textdocument";
import type { FoundConfig } from "../engine/index.ts";
import { SOURCE } from "./diagnostics.ts";
import { type Connection, DiagnosticSeverity } from "./library.ts";

/**
 * What is wrong in the config files that count for open documents, as diagnostics of those files, open or not: a setting that does
 * not count would otherwise go unnoticed. They are pushed to every client, since nobody pulls those of a file that is not served.
 */
export class ConfigProblems {
  private readonly told = new Set<string>();
  private readonly connection: Connection;

  constructor(connection: Connection) {
    this.connection = connection;
  }

  /** A config file has been read. */
  tell({ uri, text, problems }: FoundConfig): void {
    if (problems.length === 0) {
      this.clear(uri);
      return;
    }
    const document = TextDocument.create(uri, "jsonc", 0, text);
    this.told.add(uri);
    void this.connection.sendDiagnostics({
      uri,
      diagnostics: problems.map(({ message, span }) => ({
        range: { start: document.positionAt(span.start), end: document.positionAt(span.end) },
        severity: DiagnosticSeverity.Warning,
        source: SOURCE,
        message,
      })),
    });
  }

  /** It has changed, or is gone; or no document is open for which it counts. */
  clear(uri: string): void {
    if (this.told.delete(uri)) void this.connection.sendDiagnostics({ uri, diagnostics: [] });
  }

  clearAll(): void {
    for (const uri of [...this.told]) this.clear(uri);
  }
}
