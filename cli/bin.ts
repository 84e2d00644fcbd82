import { createInterface } from "node:readline";
import { buffer } from "node:stream/consumers";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { lintSlice } from "./lint.ts";
import type { Slice, WireResult } from "./lint-apart.ts";
import { main } from "./main.ts";

/** What `dist/cli.js` runs. Output that nobody reads any more (`| head`) is no error. */
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

if (isMainThread) run();
else parentPort?.postMessage(lintSlice(workerData as Slice));

/** The same bundle again, for a share of the files. */
function lintApart(slice: Slice): Promise<WireResult[] | undefined> {
  return new Promise((resolve) => {
    const worker = new Worker(__filename, { workerData: slice });
    worker.once("message", resolve);
    worker.once("error", () => resolve(undefined));
    worker.once("exit", () => resolve(undefined));
  });
}

function run(): void {
  void main(process.argv.slice(2), {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    cwd: process.cwd(),
    env: process.env,
    lintApart,
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
}
