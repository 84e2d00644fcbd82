import { fileURLToPath } from "node:url";
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { endWith } from "./end-with.ts";
import { configLimits } from "./engine/index.ts";
import { careful } from "./lsp/params.ts";
import { serve } from "./lsp/server.ts";
import { readFileRequest } from "./protocol.ts";
import { readNamedFile } from "./regular-file.ts";
import { framesFrom, framesTo } from "./stdio.ts";

/** `node server.js --stdio` for any editor, or over IPC for VS Code. */
const options = { messageStrategy: careful };
const connection = process.argv.includes("--stdio") ? overStdio() : createConnection(ProposedFeatures.all, options);

function overStdio() {
  const { stdin, stdout } = process;
  const made = createConnection(ProposedFeatures.all, framesFrom(stdin), framesTo(stdout), options);
  // A client that has gone without a word: what the library sees to only for pipes that it reads itself.
  let isShutDown = false;
  made.onShutdown(() => {
    isShutDown = true;
  });
  for (const event of ["end", "close"]) stdin.on(event, () => process.exit(isShutDown ? 0 : 1));
  // Standard output is the client's.
  console.log = console.info = console.debug = console.error;
  return made;
}

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
