import { Worker } from "node:worker_threads";

/**
 * Ends this process, however busy it is, when another one has ended: the client's. The language server's library looks for it on
 * the main thread, which a long job keeps from looking; so a thread of its own does it, that has nothing else to do. It takes some
 * 11 MB, so it is for a server that has got work for long jobs.
 * @param pid the other process
 * @param every milliseconds between two looks; the main thread has as long to leave by itself.
 */
export function endWith(pid: number, every = 3_000): void {
  const watcher = new Worker(WATCH, {
    eval: true,
    // What Node was started with is for the main thread.
    execArgv: [],
    workerData: { pid, every },
  });
  // Without this thread the server goes on, as it did before there was one.
  watcher.on("error", () => {});
  watcher.unref();
}

/** CommonJS, as Node evaluates it. A process of another user is there, too, but may not be signalled. */
const WATCH = `
const { pid, every } = require("node:worker_threads").workerData;
const look = setInterval(() => {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== "ESRCH") return;
    clearInterval(look);
    setTimeout(() => process.kill(process.pid, "SIGKILL"), every);
  }
}, every);
`;
