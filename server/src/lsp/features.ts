import { type Context, format } from "../engine/index.ts";
import { codeActions } from "./code-actions.ts";
import { type CompletionAbilities, completions, resolveCompletion } from "./completion.ts";
import { codeLenses, documentLinks, inlayHints } from "./hints.ts";
import { hoverAt } from "./hover.ts";
import type {
  CancellationToken,
  CodeActionParams,
  CodeLensParams,
  CompletionParams,
  Connection,
  DocumentFormattingParams,
  DocumentRangeFormattingParams,
  InlayHintParams,
  TextDocuments,
} from "./library.ts";
import { LSPErrorCodes, ResponseError } from "./library.ts";
import type { DocumentKind, OpenSpec } from "./open-spec.ts";
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
  /** `undefined`: the user wants nothing said about it. */
  contextOf(uri: string): Promise<Context | undefined>;
  /** The URI of a path from an environments file's folder. */
  uriBeside(environmentsUri: string, path: string): string;
  displayOf(uri: string): Promise<Display | undefined>;
  abilities(): CompletionAbilities & { readonly commands: boolean };
}

/** Each LSP request: find the spec, ask the engine, translate. */
export function registerFeatures(connection: Connection, documents: TextDocuments<OpenSpec>, sources: Sources): void {
  /** Answers `empty` for a document that is not open or not of these kinds, and gives up when the client has lost interest. */
  const onKinds =
    (kinds: readonly DocumentKind[]) =>
    <P extends { textDocument: { uri: string } }, R, E>(
      empty: E,
      answer: (spec: OpenSpec, params: P, context: Context) => R,
    ) =>
    async (params: P, token: CancellationToken): Promise<R | E> => {
      const { uri } = params.textDocument;
      if (!kinds.includes(documents.get(uri)?.kind ?? "other")) return empty;
      const context = await sources.contextOf(uri);
      if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, "cancelled");
      const spec = documents.get(uri);
      return spec && context && kinds.includes(spec.kind) ? answer(spec, params, context) : empty;
    };
  const hosts: readonly DocumentKind[] = ["spec", "template"];
  const onAll = onKinds([...hosts, "environments"]);
  /** What a whole file gets from one alone: its language's own extension serves a template. */
  const onSpec = onKinds(["spec"]);

  connection.onCodeAction(
    onAll([], (spec, params: CodeActionParams, context) => codeActions(spec, params, context, sources.abilities())),
  );
  const shown =
    <P extends { textDocument: { uri: string } }, R>(
      answer: (spec: OpenSpec, params: P, display: Display, context: Context) => R[],
    ) =>
    async (params: P): Promise<R[]> => {
      const { uri } = params.textDocument;
      if (!hosts.includes(documents.get(uri)?.kind ?? "other")) return [];
      const display = await sources.displayOf(uri);
      const context = await sources.contextOf(uri);
      const spec = documents.get(uri);
      return spec && display && context && hosts.includes(spec.kind) ? answer(spec, params, display, context) : [];
    };
  connection.languages.inlayHint.on(
    shown((spec, { range }: InlayHintParams, display) => inlayHints(spec, range, display)),
  );
  connection.onCodeLens(shown((spec, _: CodeLensParams, display, context) => codeLenses(spec, display, context)));
  const beside =
    ({ uri }: OpenSpec) =>
    (path: string) =>
      sources.uriBeside(uri, path);
  connection.onDocumentLinks(onAll([], (spec, _, context) => documentLinks(spec, context, beside(spec))));
  connection.onDocumentFormatting(
    onSpec([], (spec, { options }: DocumentFormattingParams) => spec.editsOf(format(spec.document, options))),
  );
  connection.onDocumentRangeFormatting(
    onSpec([], (spec, { options, range }: DocumentRangeFormattingParams) =>
      spec.editsOf(format(spec.document, options, spec.spanOf(range))),
    ),
  );
  connection.onCompletion(
    onAll(null, (spec, params: CompletionParams, context) => completions(spec, params, context, sources.abilities())),
  );
  connection.onCompletionResolve(resolveCompletion);
  connection.onHover(onAll(null, hoverAt));
  connection.onDocumentSymbol(onSpec([], documentSymbols));
  connection.onFoldingRanges(onSpec([], foldingRanges));
  connection.onSelectionRanges(onSpec([], (spec, { positions }) => selectionRanges(spec, positions)));
  connection.onDocumentHighlight(onSpec([], (spec, { position }) => highlights(spec, position)));
  connection.onDefinition(
    onAll([], (spec, { position }, context) => definitions(spec, position, context, beside(spec))),
  );
  connection.onReferences(
    onSpec([], (spec, { position, context }) => references(spec, position, context.includeDeclaration)),
  );
  connection.onPrepareRename(onSpec(null, (spec, { position }) => prepareRename(spec, position)));
  connection.onRenameRequest(onSpec(null, (spec, { position, newName }) => rename(spec, position, newName)));
}
