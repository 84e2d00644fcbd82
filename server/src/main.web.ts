import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from "vscode-languageserver/browser";
import { careful } from "./lsp/params.ts";
import { serve } from "./lsp/server.ts";
import { readFileRequest } from "./protocol.ts";

/** Inside a worker every file is the client's to read. */
const scope = self as unknown as DedicatedWorkerGlobalScope;
const connection = createConnection(
  ProposedFeatures.all,
  new BrowserMessageReader(scope),
  new BrowserMessageWriter(scope),
  { messageStrategy: careful },
);

serve(connection, {
  nextTurn: () => new Promise((resolve) => setTimeout(resolve, 0)),
  readFile: async (uri) => (await connection.sendRequest<string | null>(readFileRequest, { uri })) ?? undefined,
});
