import { createInterface } from "node:readline";
import { buffer } from "node:stream/consumers";
import { main } from "./main.ts";

/** What `dist/cli.js` runs. Output that nobody reads any more (`| head`) is no error. */
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

void main(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  cwd: process.cwd(),
  env: process.env,
  readStdin: () => buffer(process.stdin),
  async ask(question) {
    // On standard error, so that standard output stays what a program may read.
    const lines = createInterface({ input: process.stdin, output: process.stderr });
    try {
      return await new Promise<string | undefined>((resolve) => {
        lines.once("close", () => resolve(undefined));
        lines.question(question, resolve);
      });
    } finally {
      lines.close();
    }
  },
  isTerminal: { out: process.stdout.isTTY === true, in: process.stdin.isTTY === true },
}).then((code) => {
  // Set, not exited: what is still being written to a pipe must get there.
  process.exitCode = code;
});
