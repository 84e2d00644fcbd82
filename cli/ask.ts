import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";

/** A terminal's input, or a pipe's. */
export type Input = Readable & { readonly isTTY?: boolean; setRawMode?(raw: boolean): unknown };

/** Milliseconds for which what was typed before a question is gathered, to be thrown away. */
const DRAIN = 50;

/**
 * Puts a question to the person at the terminal. What was typed or pasted before it stood there is no answer to it and is
 * thrown away.
 * @returns `undefined` when the input ends.
 */
export async function ask(question: string, input: Input, output: Writable): Promise<string | undefined> {
  if (await drain(input)) return undefined;
  const lines = createInterface({ input, output });
  try {
    return await new Promise<string | undefined>((resolve) => {
      lines.once("close", () => resolve(undefined));
      lines.question(question, resolve);
    });
  } finally {
    lines.close();
  }
}

/**
 * A terminal hands lines over only when they are read, and what has no line break yet only in raw mode, in which Ctrl-C is a
 * character.
 * @returns whether it was among what was typed.
 */
async function drain(input: Input): Promise<boolean> {
  let interrupted = false;
  const drop = (chunk: Buffer | string) => {
    interrupted ||= chunk.includes("\x03");
  };
  input.setRawMode?.(true);
  input.on("data", drop).resume();
  await new Promise((resolve) => setTimeout(resolve, DRAIN));
  input.pause().off("data", drop);
  input.setRawMode?.(false);
  return interrupted;
}
