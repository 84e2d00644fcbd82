import { buffer } from "node:stream/consumers";
import { ask } from "./ask.ts";
import { main } from "./main.ts";

/**
 * What `dist/cli.js` runs (start.ts). Output that nobody reads any more (`| head`), or that a full disk does not take, ends no command:
 * one that writes must say by its exit code what became of it.
 */
const { stdin, stdout, stderr } = process;
// The AWS SDK's own eight lines about the age of Node are for those who maintain this package.
process.env["AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED"] ??= "true";
const lost = new Set<"out" | "err">();
stdout.on("error", () => lost.add("out"));
stderr.on("error", () => lost.add("err"));

/** What has been written so far is taken, or known to be lost. */
const flushed = async () => {
  for (const stream of [stdout, stderr]) await new Promise<void>((resolve) => stream.write("", () => resolve()));
};

// What ends without an answer has not ended well.
process.exitCode = 1;
void main(process.argv.slice(2), {
  out: (text) => stdout.write(text),
  err: (text) => stderr.write(text),
  async isLost(stream) {
    await flushed();
    return lost.has(stream);
  },
  cwd: process.cwd(),
  env: process.env,
  readStdin: () => buffer(stdin),
  // On standard error, so that standard output stays what a program may read.
  ask: (question) => ask(question, stdin, stderr),
  isTerminal: { out: stdout.isTTY === true, in: stdin.isTTY === true },
}).then(async (code) => {
  await flushed();
  // Not left to the event loop: a program that was asked for credentials and hangs would keep it going.
  process.exit(code);
});
