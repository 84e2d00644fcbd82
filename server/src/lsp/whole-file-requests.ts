import type { Connection, TextDocuments } from "vscode-languageserver";
import {
  type Context,
  dialectOf,
  fixAll,
  looksLikeAppClient,
  parseSpec,
  smallestEdit,
  whatIsLeft,
} from "../engine/index.ts";
import {
  type CheckFileParams,
  checkFileRequest,
  type FileCheck,
  type FixAllParams,
  type FixedAll,
  fixAllRequest,
  type LooksLikeSpecParams,
  looksLikeSpecRequest,
} from "../protocol.ts";
import { diagnosticsOf } from "./diagnostics.ts";
import { OpenSpec } from "./open-spec.ts";

interface Sources {
  /** `undefined`: the user wants nothing said about it. */
  contextOf(uri: string, document?: OpenSpec): Promise<Context | undefined>;
  /** Says that nothing is asked about a file any more. */
  forget(uri: string): void;
}

/** Checks of files that are not open, and fixes of one that is, with what they leave. */
export function registerWholeFileRequests(
  connection: Connection,
  documents: TextDocuments<OpenSpec>,
  { contextOf, forget }: Sources,
): void {
  connection.onRequest(checkFileRequest, async (params: CheckFileParams): Promise<FileCheck | null> => {
    const { uri, languageId = "", text } = params;
    const file = new OpenSpec(uri, languageId, 0, text);
    const { kind } = file;
    if (kind === "other") return null;
    const context = await contextOf(uri, file);
    if (!documents.get(uri)) forget(uri);
    return context ? { kind, diagnostics: diagnosticsOf(file, context) } : null;
  });

  connection.onRequest(fixAllRequest, async ({ uri, rule }: FixAllParams): Promise<FixedAll | null> => {
    const context = await contextOf(uri);
    const spec = documents.get(uri);
    if (!spec || !context || (spec.kind !== "spec" && spec.kind !== "template")) return null;
    const { document, version } = spec;
    const text = fixAll(document, context, rule);
    const edits = text === document.text ? [] : spec.editsOf([smallestEdit(document.text, text)]);
    return { version, edits, ...whatIsLeft(document, text, context, rule) };
  });

  connection.onRequest(looksLikeSpecRequest, ({ uri, languageId, text }: LooksLikeSpecParams): boolean => {
    if (new OpenSpec(uri, languageId, 0, text).kind !== "other") return false;
    return looksLikeAppClient(parseSpec(text, dialectOf(uri, languageId, text)));
  });
}
