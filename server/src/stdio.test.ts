import { PassThrough, Writable } from "node:stream";
import { expect, test } from "vitest";
import { framesFrom, framesTo } from "./stdio.ts";

const notification = (text: string) => ({ jsonrpc: "2.0", method: "note", params: { text } });
const frameOf = (message: unknown, header = "") => {
  const body = JSON.stringify(message);
  return `${header}Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
};

/** What is received when these chunks arrive one after the other, and what was wrong with them. */
function received(chunks: readonly (string | Buffer)[]) {
  const pipe = new PassThrough();
  const reader = framesFrom(pipe);
  const messages: unknown[] = [];
  const errors: string[] = [];
  reader.onError((error) => errors.push(error.message));
  reader.listen((message) => messages.push(message));
  for (const chunk of chunks) pipe.emit("data", Buffer.from(chunk));
  return { messages, errors };
}

const two = [notification("one"), notification("zwölf 𝄞")];
const bytes = Buffer.from(two.map((message) => frameOf(message)).join(""));

test("messages that arrive together are received one after the other", () => {
  expect(received([bytes])).toEqual({ messages: two, errors: [] });
});

test("wherever chunks are cut, also within a character", () => {
  for (let cut = 0; cut <= bytes.length; cut++)
    expect(received([bytes.subarray(0, cut), bytes.subarray(cut)]), `cut at ${cut}`).toEqual({
      messages: two,
      errors: [],
    });
  expect(received([...bytes].map((byte) => Buffer.from([byte]))).messages).toEqual(two);
});

test("a long message that comes in many chunks is joined once", () => {
  const message = notification("x".repeat(500_000));
  const frame = Buffer.from(frameOf(message));
  const chunks = Array.from({ length: 500 }, (_, n) => frame.subarray(n * 1001, (n + 1) * 1001));
  const { concat } = Buffer;
  let joined = 0;
  Buffer.concat = (list, length) => {
    joined++;
    return concat(list, length);
  };
  try {
    expect(received(chunks).messages).toEqual([message]);
  } finally {
    Buffer.concat = concat;
  }
  expect(joined).toBe(1);
});

test.each([
  [
    "a header of another case, and another header",
    [frameOf(two[0], "content-type: x\r\n").replace("Content", "CONTENT")],
  ],
  ["a header without a length", ["X: 1\r\n\r\n", frameOf(two[0])]],
  ["what is no JSON", ["Content-Length: 3\r\n\r\n{a}", frameOf(two[0])]],
  ["nothing", ["Content-Length: 0\r\n\r\n", frameOf(two[0])]],
])("%s does not keep what follows from being read", (name, chunks) => {
  const { messages, errors } = received(chunks);
  expect(messages).toEqual([two[0]]);
  expect(errors).toHaveLength(name.startsWith("a header of") ? 0 : 1);
});

test("a message is one write, and is done when the pipe has taken it", async () => {
  const writes: string[] = [];
  let taken = () => {};
  const pipe = new Writable({
    write(chunk: Buffer, _, done) {
      writes.push(chunk.toString());
      taken = done;
    },
  });
  const writer = framesTo(pipe);
  let isDone = false;
  const written = writer.write(two[1] as never).then(() => (isDone = true));
  await new Promise((resolve) => setImmediate(resolve));
  expect([writes, isDone]).toEqual([[frameOf(two[1])], false]);
  taken();
  expect(await written).toBe(true);
});

test("a pipe that breaks or closes is told of, and nobody waits for it", async () => {
  const pipe = new PassThrough();
  const writer = framesTo(pipe);
  const told: unknown[] = [];
  writer.onError(([error]) => told.push(error.message));
  writer.onClose(() => told.push("closed"));
  framesFrom(pipe).onClose(() => told.push("closed for reading"));
  pipe.destroy(new Error("EPIPE"));
  await writer.write(two[0] as never);
  await new Promise((resolve) => setImmediate(resolve));
  expect(told).toEqual(expect.arrayContaining(["EPIPE", "closed", "closed for reading"]));
});
