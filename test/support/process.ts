/** Starting other programs so that they always end with us: see leash.ts. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, realpathSync } from "node:fs";
import { rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Writable } from "node:stream";

const leash = join(import.meta.dirname, "leash.ts");

export interface ProgramOptions {
  cwd?: string;
  /** The whole environment; by default ours. */
  env?: NodeJS.ProcessEnv;
  /** Prints straight to our own output instead of keeping it. */
  show?: boolean;
  /** Milliseconds that it has to end by itself when it is disposed of; by default three seconds. */
  grace?: number;
}

/** A running program. Disposing of it ends its whole process group and waits for that. */
export interface Program extends AsyncDisposable {
  /** Everything it has printed so far, both streams. */
  output(): string;
  /** Resolves with the exit code when it has ended. */
  readonly ended: Promise<number>;
}

function onLeash(job: object, options: ProgramOptions): ChildProcess {
  const { show = false, grace, ...rest } = options;
  return spawn(process.execPath, [leash, JSON.stringify({ ...job, grace })], {
    ...rest,
    stdio: ["pipe", show ? "inherit" : "pipe", show ? "inherit" : "pipe"],
    windowsHide: true,
    // A group of its own, so that Ctrl-C in a terminal ends it through us, in our order.
    detached: process.platform !== "win32",
  });
}

/** Starts a program that ends when this process does, at the latest. */
export function startProgram(command: string, args: string[], options: ProgramOptions = {}): Program {
  const child = onLeash({ command, args, remove: [] }, options);
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk: Buffer) => (output += chunk));
  child.stdin?.on("error", () => {});
  const ended = new Promise<number>((resolve) => child.on("close", (code) => resolve(code ?? 1)));
  return {
    output: () => output,
    ended,
    [Symbol.asyncDispose]: async () => {
      child.stdin?.end();
      await ended;
    },
  };
}

/** Removes the folders of this process when it ends; one for all of them, since starting it costs more than most tests. */
let guard: Writable | undefined;

function startGuard(): Writable {
  const child = onLeash({ args: [], remove: [] }, {});
  const stdin = child.stdin as Writable;
  stdin.on("error", () => {});
  // The guard must not keep this process from ending: its end is what the guard waits for.
  child.unref();
  for (const stream of [child.stdin, child.stdout, child.stderr]) (stream as unknown as { unref(): void }).unref();
  return stdin;
}

/** A new folder in the system's temp folder, removed on disposal or, at the latest, when this process ends. */
export function temporaryFolder(purpose: string): AsyncDisposable & { readonly path: string } {
  const path = realpathSync(mkdtempSync(join(tmpdir(), `ccl-${purpose}-`)));
  guard ??= startGuard();
  guard.write(`${path}\n`);
  return {
    path,
    [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }),
  };
}

/** A loopback TCP port that was free a moment ago. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      const port = typeof address === "object" && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

/**
 * Waits until `url` answers at all, with any status.
 * @throws when the program ends first, or after `seconds`; the message holds what the program printed.
 */
export async function untilAnswering(url: string, program: Program, name: string, seconds = 60): Promise<void> {
  const deadline = Date.now() + seconds * 1000;
  let ended: number | undefined;
  void program.ended.then((code) => (ended = code));
  while (Date.now() < deadline) {
    if (ended !== undefined) throw new Error(`${name} ended with code ${ended}:\n${program.output()}`);
    try {
      await fetch(url, { signal: AbortSignal.timeout(2_000) });
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  throw new Error(`${name} did not answer at ${url} within ${seconds} s:\n${program.output()}`);
}
