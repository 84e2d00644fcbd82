/** A bundle of its own, `dist/language-client.js`: it is large, and loaded right after activation instead of in it. */
export { LanguageClient, TransportKind } from "vscode-languageclient/node";
