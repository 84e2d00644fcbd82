import type { Readable, Writable } from "node:stream";
import type { Message, MessageReader, MessageWriter } from "./lsp/library.ts";

/**
 * LSP's frames over a pair of pipes, read at once and written at once. The library's own reader and writer take a turn of the event
 * loop each for every message, and write a header and what follows it apart: together that is more than most answers take to find.
 */

const END_OF_HEADER = "\r\n\r\n";

/** What has no length, or is no JSON, is an error of the pipe and left out; reading goes on behind it. */
export function framesFrom(pipe: Readable): MessageReader {
  return {
    onError: (listener) => on(pipe, "error", listener),
    onClose: (listener) => on(pipe, "close", () => listener()),
    // Only a log of the library's would be interested.
    onPartialMessage: () => ({ dispose() {} }),
    listen: (received) => on(pipe, "data", frames(pipe, received)),
    dispose() {},
  };
}

function frames(pipe: Readable, received: (message: Message) => void): (chunk: Buffer) => void {
  let chunks: Buffer[] = [];
  let size = 0;
  /** Bytes without which there is nothing to be done: a long message comes in many chunks, which are joined once. */
  let wanted = 0;
  return (chunk) => {
    chunks.push(chunk);
    size += chunk.length;
    if (size < wanted) return;
    let rest = chunks.length === 1 ? chunk : Buffer.concat(chunks, size);
    wanted = 0;
    for (;;) {
      const start = rest.indexOf(END_OF_HEADER) + END_OF_HEADER.length;
      if (start < END_OF_HEADER.length) break;
      const length = /^content-length: *(\d+)/im.exec(rest.toString("latin1", 0, start))?.[1];
      const end = start + Number(length ?? 0);
      if (rest.length < end) {
        wanted = end;
        break;
      }
      const body = rest.toString("utf8", start, end);
      rest = rest.subarray(end);
      try {
        if (length === undefined) throw new Error("A header without Content-Length");
        received(JSON.parse(body));
      } catch (error) {
        pipe.emit("error", error);
      }
    }
    // An empty rest would keep the whole message in memory.
    chunks = rest.length > 0 ? [rest] : [];
    size = rest.length;
  };
}

export function framesTo(pipe: Writable): MessageWriter {
  return {
    onError: (listener) => on(pipe, "error", (error: Error) => listener([error, undefined, undefined])),
    onClose: (listener) => on(pipe, "close", () => listener()),
    /** A pipe that takes no more tells its `error` listeners. */
    write(message) {
      const body = JSON.stringify(message);
      return new Promise((resolve) => {
        pipe.write(`Content-Length: ${Buffer.byteLength(body)}${END_OF_HEADER}${body}`, () => resolve());
      });
    },
    end: () => pipe.end(),
    dispose() {},
  };
}

function on<Listener extends (...args: never[]) => void>(pipe: Readable | Writable, event: string, listener: Listener) {
  pipe.on(event, listener as never);
  return { dispose: () => void pipe.off(event, listener as never) };
}
