import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import type { Diagnostic } from "vscode-languageserver-protocol";
import {
  type AppClientAt,
  type AppConfigurations,
  type ApplicationParams,
  appConfigurationsRequest,
  type CheckFileParams,
  type CopiedText,
  type CopyParams,
  checkFileRequest,
  copyRequest,
  type FileCheck,
  type FixedAll,
  fixAllRequest,
  type LooksLikeSpecParams,
  looksLikeSpecRequest,
  type SignInAnswer,
  type SignInParams,
  signInRequest,
  type TemplateAppClient,
  templateAppClientRequest,
} from "../../server/src/protocol.ts";
import { withOfflinePage } from "../pages/open-page.ts";

/** What the extension asks of the server beside LSP, in VS Code's own terms. */
export interface Asks {
  /** Findings of a file that need not be open; `undefined` for one without an app client. */
  checkFile(params: CheckFileParams): Promise<vscode.Diagnostic[] | undefined>;
  /** All safe fixes, of one rule or of all, and what they leave. `undefined` for a document that the server does not know. */
  fixAll(
    document: vscode.TextDocument,
    rule?: string,
  ): Promise<(Omit<FixedAll, "edits"> & { readonly edits: vscode.TextEdit[] }) | undefined>;
  /** Whether a file that is no spec by its name is one by its content. */
  looksLikeSpec(params: LooksLikeSpecParams): Promise<boolean>;
  /** `undefined` where the file has no such app client any more. */
  appConfigurations(params: ApplicationParams): Promise<AppConfigurations | undefined>;
  signIn(params: SignInParams): Promise<SignInAnswer | undefined>;
  /** An app client of a template, by its place in the file or a position; `undefined` where none stands. */
  templateAppClient(
    document: vscode.TextDocument,
    at: number | vscode.Position,
  ): Promise<TemplateAppClient | undefined>;
  copy(document: vscode.TextDocument, at: vscode.Position, as: CopyParams["as"]): Promise<CopiedText | undefined>;
}

export function asks(client: BaseLanguageClient): Asks {
  const { protocol2CodeConverter: from, code2ProtocolConverter: to } = client;
  return {
    async checkFile(params) {
      const found = await client.sendRequest<FileCheck | null>(checkFileRequest, params);
      if (!found) return undefined;
      return (await from.asDiagnostics(found.diagnostics as Diagnostic[])).map(withOfflinePage);
    },
    async fixAll(document, rule) {
      const params = { uri: to.asUri(document.uri), ...(rule !== undefined && { rule }) };
      const fixed = await client.sendRequest<FixedAll | null>(fixAllRequest, params);
      if (!fixed) return undefined;
      const edits = fixed.edits.map(({ range, newText }) => vscode.TextEdit.replace(from.asRange(range), newText));
      return { ...fixed, edits };
    },
    looksLikeSpec: (params) => client.sendRequest<boolean>(looksLikeSpecRequest, params),
    appConfigurations: async (params) =>
      (await client.sendRequest<AppConfigurations | null>(appConfigurationsRequest, params)) ?? undefined,
    async templateAppClient(document, at) {
      const params: AppClientAt = {
        uri: to.asUri(document.uri),
        ...(typeof at === "number" ? { index: at } : { position: to.asPosition(at) }),
      };
      return (await client.sendRequest<TemplateAppClient | null>(templateAppClientRequest, params)) ?? undefined;
    },
    async copy(document, at, as) {
      const params: CopyParams = { uri: to.asUri(document.uri), position: to.asPosition(at), as };
      return (await client.sendRequest<CopiedText | null>(copyRequest, params)) ?? undefined;
    },
    signIn: async (params) => (await client.sendRequest<SignInAnswer | null>(signInRequest, params)) ?? undefined,
  };
}
