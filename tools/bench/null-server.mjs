/** A language server that answers nothing: what the protocol, Node and the library cost by themselves. */
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const { createConnection, ProposedFeatures, TextDocuments } = require("vscode-languageserver/node");
const { TextDocument } = require("vscode-languageserver-textdocument");

const connection = createConnection(ProposedFeatures.all);
const documents = new TextDocuments(TextDocument);
connection.onInitialize(() => ({
  capabilities: {
    textDocumentSync: 2,
    hoverProvider: true,
    completionProvider: {},
    codeActionProvider: true,
    diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false },
  },
}));
connection.languages.diagnostics.on(() => ({ kind: "full", items: [] }));
connection.onHover(() => null);
connection.onCompletion(() => []);
connection.onCodeAction(() => []);
documents.listen(connection);
connection.listen();
