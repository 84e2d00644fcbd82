import { fileURLToPath } from "node:url";
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { endWith } from "./end-with.ts";
import { configLimits } from "./engine/index.ts";
import { careful } from "./lsp/params.ts";
import { serve } from "./lsp/server.ts";
import { readFileRequest } from "./protocol.ts";
import { readNamedFile } from "./regular-file.ts";

/** `node server.js --stdio` for any editor, or over IPC for VS Code. */
const connection = createConnection(ProposedFeatures.all, { messageStrategy: careful });

serve(connection, {
  endWith,
  nextTurn: () => new Promise((resolve) => setImmediate(resolve)),
  async readFile(uri) {
    if (!uri.startsWith("file:"))
      return (await connection.sendRequest<string | null>(readFileRequest, { uri })) ?? undefined;
    // UTF-8: at most three bytes for a UTF-16 unit.
    const read = readNamedFile(fileURLToPath(uri), 3 * configLimits.length);
    if (read.is === "missing") return undefined;
    return read.is === "read" ? read.bytes.toString("utf8") : { problem: read.why };
  },
});
