import type {
  CancellationToken,
  CodeLensParams,
  CompletionParams,
  Connection,
  DocumentFormattingParams,
  DocumentRangeFormattingParams,
  InlayHintParams,
  TextDocuments,
} from "vscode-languageserver";
import { LSPErrorCodes, ResponseError } from "vscode-languageserver";
import type { Context } from "../engine/features/context.ts";
import { format } from "../engine/features/format.ts";
import { codeActions } from "./code-actions.ts";
import { type CompletionAbilities, completions, resolveCompletion } from "./completion.ts";
import { codeLenses, documentLinks, inlayHints } from "./hints.ts";
import { hoverAt } from "./hover.ts";
import type { OpenSpec } from "./open-spec.ts";
import {
  definitions,
  documentSymbols,
  foldingRanges,
  highlights,
  prepareRename,
  references,
  rename,
  selectionRanges,
} from "./outline.ts";
import type { Display } from "./settings.ts";

export interface Sources {
  contextOf(uri: string): Promise<Context>;
  displayOf(uri: string): Promise<Display>;
  abilities(): CompletionAbilities;
}

/** Each LSP request: find the spec, ask the engine, translate. */
export function registerFeatures(connection: Connection, documents: TextDocuments<OpenSpec>, sources: Sources): void {
  /** Answers `empty` for a document that is not open or holds no app client, and gives up when the client has lost interest. */
  const on =
    <P extends { textDocument: { uri: string } }, R, E>(
      empty: E,
      answer: (spec: OpenSpec, params: P, context: Context) => R,
    ) =>
    async (params: P, token: CancellationToken): Promise<R | E> => {
      const context = await sources.contextOf(params.textDocument.uri);
      if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, "cancelled");
      const spec = documents.get(params.textDocument.uri);
      return spec && !spec.isEnvironments ? answer(spec, params, context) : empty;
    };

  connection.onCodeAction(on([], codeActions));
  const shown =
    <P extends { textDocument: { uri: string } }, R>(answer: (spec: OpenSpec, params: P, display: Display) => R[]) =>
    async (params: P): Promise<R[]> => {
      const display = await sources.displayOf(params.textDocument.uri);
      const spec = documents.get(params.textDocument.uri);
      return spec && !spec.isEnvironments ? answer(spec, params, display) : [];
    };
  connection.languages.inlayHint.on(
    shown((spec, { range }: InlayHintParams, display) => inlayHints(spec, range, display)),
  );
  connection.onCodeLens(shown((spec, _: CodeLensParams, display) => codeLenses(spec, display)));
  connection.onDocumentLinks(on([], documentLinks));
  connection.onDocumentFormatting(
    on([], (spec, { options }: DocumentFormattingParams) => spec.editsOf(format(spec.document, options))),
  );
  connection.onDocumentRangeFormatting(
    on([], (spec, { options, range }: DocumentRangeFormattingParams) =>
      spec.editsOf(format(spec.document, options, spec.spanOf(range))),
    ),
  );
  connection.onCompletion(
    on(null, (spec, params: CompletionParams, context) => completions(spec, params, context, sources.abilities())),
  );
  connection.onCompletionResolve(resolveCompletion);
  connection.onHover(on(null, hoverAt));
  connection.onDocumentSymbol(on([], documentSymbols));
  connection.onFoldingRanges(on([], foldingRanges));
  connection.onSelectionRanges(on([], (spec, { positions }) => selectionRanges(spec, positions)));
  connection.onDocumentHighlight(on([], (spec, { position }) => highlights(spec, position)));
  connection.onDefinition(on([], (spec, { position }) => definitions(spec, position)));
  connection.onReferences(
    on([], (spec, { position, context }) => references(spec, position, context.includeDeclaration)),
  );
  connection.onPrepareRename(on(null, (spec, { position }) => prepareRename(spec, position)));
  connection.onRenameRequest(on(null, (spec, { position, newName }) => rename(spec, position, newName)));
}
