import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { serve } from "./lsp/server.ts";
import { readFileRequest } from "./protocol.ts";

/** `node server.js --stdio` for any editor, or over IPC for VS Code. */
const connection = createConnection(ProposedFeatures.all);

serve(connection, {
  nextTurn: () => new Promise((resolve) => setImmediate(resolve)),
  async readFile(uri) {
    if (!uri.startsWith("file:"))
      return (await connection.sendRequest<string | null>(readFileRequest, { uri })) ?? undefined;
    try {
      return await readFile(fileURLToPath(uri), "utf8");
    } catch {
      // No such file, or none of ours to read: both mean that there are no settings there.
      return undefined;
    }
  },
});
