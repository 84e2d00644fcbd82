/** A language server that answers with fixed frames, without any dependency: what Node, a process and a pipe cost by themselves. */
const answers = {
  initialize: {
    capabilities: {
      textDocumentSync: 2,
      hoverProvider: true,
      completionProvider: {},
      codeActionProvider: true,
      documentSymbolProvider: true,
      diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false },
    },
  },
  "textDocument/diagnostic": { kind: "full", items: [] },
  "textDocument/completion": [],
  "textDocument/codeAction": [],
  "textDocument/documentSymbol": [],
};
let waiting = Buffer.alloc(0);
process.stdin.on("data", (chunk) => {
  waiting = waiting.length === 0 ? chunk : Buffer.concat([waiting, chunk]);
  for (;;) {
    const end = waiting.indexOf("\r\n\r\n");
    if (end < 0) return;
    const length = Number(/content-length: *(\d+)/i.exec(waiting.toString("latin1", 0, end))?.[1]);
    if (waiting.length < end + 4 + length) return;
    const body = waiting.toString("utf8", end + 4, end + 4 + length);
    waiting = waiting.subarray(end + 4 + length);
    const { id, method } = JSON.parse(body);
    if (id === undefined || method === undefined) continue;
    const answer = JSON.stringify({ jsonrpc: "2.0", id, result: answers[method] ?? null });
    process.stdout.write(`Content-Length: ${Buffer.byteLength(answer)}\r\n\r\n${answer}`);
  }
});
process.stdin.on("end", () => process.exit(0));
