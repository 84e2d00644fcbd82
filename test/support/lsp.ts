import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { PassThrough } from "node:stream";
import { fileURLToPath } from "node:url";
import {
  type ClientCapabilities,
  createConnection,
  createProtocolConnection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type InitializeResult,
  type Position,
  ProposedFeatures,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentContentChangeEvent,
} from "vscode-languageserver/node";
import { careful } from "../../server/src/lsp/params.ts";
import type { Platform } from "../../server/src/lsp/platform.ts";
import { serve } from "../../server/src/lsp/server.ts";
import { framesFrom, framesTo } from "../../server/src/stdio.ts";

/** A client's end of a real connection to the language server, over streams in this process. */
export class LspClient {
  readonly connection: ProtocolConnection;
  initialized: InitializeResult | undefined;
  /** Everything that was pushed, in order. */
  readonly pushed: PublishDiagnosticsParams[] = [];
  /** What the client answers to workspace/configuration for `cognitoClient`. */
  settings: unknown = {};
  private versions = new Map<string, number>();
  private waiting: (() => void)[] = [];

  constructor(connection: ProtocolConnection) {
    this.connection = connection;
    connection.onNotification("textDocument/publishDiagnostics", (params: PublishDiagnosticsParams) => {
      this.pushed.push(params);
      for (const resolve of this.waiting.splice(0)) resolve();
    });
    connection.onRequest("workspace/configuration", ({ items }: { items: unknown[] }) =>
      items.map(() => this.settings),
    );
    connection.onRequest("client/registerCapability", () => null);
    connection.onRequest("workspace/diagnostic/refresh", () => null);
    connection.listen();
  }

  async initialize(
    capabilities: ClientCapabilities,
    initializationOptions?: unknown,
    processId: number | null = null,
  ): Promise<InitializeResult> {
    this.initialized = await this.connection.sendRequest<InitializeResult>("initialize", {
      processId,
      rootUri: null,
      capabilities,
      initializationOptions,
    });
    await this.connection.sendNotification("initialized", {});
    return this.initialized;
  }

  async open(
    uri: string,
    text: string,
    languageId = uri.endsWith("ml") ? "cognito-client-yaml" : "cognito-client-json",
  ): Promise<void> {
    this.versions.set(uri, 1);
    await this.connection.sendNotification("textDocument/didOpen", {
      textDocument: { uri, languageId, version: 1, text },
    });
  }

  async change(uri: string, ...contentChanges: TextDocumentContentChangeEvent[]): Promise<void> {
    const version = (this.versions.get(uri) ?? 0) + 1;
    this.versions.set(uri, version);
    await this.connection.sendNotification("textDocument/didChange", {
      textDocument: { uri, version },
      contentChanges,
    });
  }

  async close(uri: string): Promise<void> {
    await this.connection.sendNotification("textDocument/didClose", { textDocument: { uri } });
  }

  async pull(uri: string): Promise<readonly Diagnostic[]> {
    const report = await this.report(uri);
    return report.kind === "full" ? report.items : [];
  }

  report(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    return this.connection.sendRequest("textDocument/diagnostic", {
      textDocument: { uri },
      ...(previousResultId !== undefined && { previousResultId }),
    });
  }

  /** The diagnostics pushed for a version of a document, once they have come. */
  async pushedFor(uri: string, version: number): Promise<readonly Diagnostic[]> {
    for (;;) {
      const found = this.pushed.find((params) => params.uri === uri && params.version === version);
      if (found) return found.diagnostics;
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    }
  }

  request<R>(method: string, uri: string, position?: Position, more: object = {}): Promise<R> {
    return this.connection.sendRequest<R>(method, { textDocument: { uri }, ...(position && { position }), ...more });
  }

  dispose(): void {
    this.connection.dispose();
  }
}

/**
 * A server and its client, joined by streams as over standard input and output; not initialised yet.
 * @param down what the server writes to.
 */
export function connect(platform: Partial<Platform> = {}, down = new PassThrough()): LspClient {
  const up = new PassThrough();
  const server = createConnection(ProposedFeatures.all, framesFrom(up), framesTo(down), { messageStrategy: careful });
  serve(server, {
    readFile: async (uri) =>
      uri.startsWith("file:") && existsSync(fileURLToPath(uri))
        ? await readFile(fileURLToPath(uri), "utf8")
        : undefined,
    nextTurn: () => new Promise((resolve) => setImmediate(resolve)),
    ...platform,
  });
  return new LspClient(createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up)));
}

/** What VS Code tells of itself, as far as we use it. */
export const pullingClient: ClientCapabilities = {
  workspace: {
    configuration: true,
    didChangeConfiguration: { dynamicRegistration: true },
    diagnostics: { refreshSupport: true },
  },
  textDocument: {
    diagnostic: { dynamicRegistration: false },
    completion: { completionItem: { snippetSupport: true } },
    rename: { prepareSupport: true },
  },
};
