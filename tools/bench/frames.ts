/** The base protocol of LSP over a pair of pipes, without a library, so that the measuring side costs as little as it can. */
import type { Readable, Writable } from "node:stream";

export interface Message {
  readonly id?: number | string;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string };
}

/** Calls back once for each message that arrives. */
export function readFrames(from: Readable, received: (message: Message) => void): void {
  let chunks: Buffer[] = [];
  let size = 0;
  let expected: { start: number; end: number } | undefined;
  from.on("data", (chunk: Buffer) => {
    chunks.push(chunk);
    size += chunk.length;
    for (;;) {
      if (expected && size < expected.end) return;
      const all = chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks, size);
      chunks = [all];
      if (!expected) {
        const end = all.indexOf("\r\n\r\n");
        if (end < 0) return;
        const length = Number(/content-length: *(\d+)/i.exec(all.toString("latin1", 0, end))?.[1]);
        expected = { start: end + 4, end: end + 4 + length };
        continue;
      }
      const body = all.toString("utf8", expected.start, expected.end);
      chunks = [all.subarray(expected.end)];
      size -= expected.end;
      expected = undefined;
      received(JSON.parse(body) as Message);
    }
  });
}

export function writeFrame(to: Writable, message: Message): void {
  const body = JSON.stringify({ jsonrpc: "2.0", ...message });
  to.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
}
