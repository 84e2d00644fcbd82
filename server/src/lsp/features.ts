import type { CancellationToken, Connection, TextDocuments } from "vscode-languageserver";
import { LSPErrorCodes, ResponseError } from "vscode-languageserver";
import type { Context } from "../engine/context.ts";
import { codeActions } from "./code-actions.ts";
import type { OpenSpec } from "./open-spec.ts";
import type { Display } from "./settings.ts";

export interface Sources {
  contextOf(uri: string): Promise<Context>;
  displayOf(uri: string): Promise<Display>;
}

/** Each LSP request: find the spec, ask the engine, translate. */
export function registerFeatures(connection: Connection, documents: TextDocuments<OpenSpec>, sources: Sources): void {
  /** Answers `empty` for a document that is not open, and gives up when the client has lost interest. */
  const on =
    <P extends { textDocument: { uri: string } }, R, E>(
      empty: E,
      answer: (spec: OpenSpec, params: P, context: Context) => R,
    ) =>
    async (params: P, token: CancellationToken): Promise<R | E> => {
      const context = await sources.contextOf(params.textDocument.uri);
      if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, "cancelled");
      const spec = documents.get(params.textDocument.uri);
      return spec ? answer(spec, params, context) : empty;
    };

  connection.onCodeAction(on([], codeActions));
}
