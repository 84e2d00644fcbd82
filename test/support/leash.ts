/**
 * Runs a program for as long as whoever started this process lives.
 *
 * Standard input is the leash: it is a pipe from the parent, and when it closes (the parent ended, was stopped by
 * Ctrl-C, or was killed outright) the program's whole process group is ended and the given folders are removed.
 * So nothing that a test or `npm start` starts can be left behind, however it ends.
 *
 * Further folders may come over the leash, a path a line.
 *
 * `node leash.ts '{"command":"…","args":[…],"remove":["/tmp/…"]}'`
 */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { rmSync } from "node:fs";

/** What to run on a leash. `remove` are folders that go when the program ends. */
export interface Leashed {
  command?: string;
  args: string[];
  remove: string[];
  /** Milliseconds between the polite request to end and the other one. */
  grace?: number;
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  if (process.platform === "win32") {
    spawnSync("taskkill", ["/PID", String(child.pid), "/T", "/F"], { stdio: "ignore" });
    return;
  }
  try {
    process.kill(-child.pid, signal);
  } catch {
    // The group is already gone.
  }
}

function groupAlive(child: ChildProcess): boolean {
  if (process.platform === "win32" || child.pid === undefined) return child.exitCode === null;
  try {
    process.kill(-child.pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Waits until the group is gone, or for so many milliseconds. */
async function gone(child: ChildProcess, grace: number): Promise<void> {
  const deadline = Date.now() + grace;
  while (groupAlive(child) && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 25));
}

async function end(child: ChildProcess | undefined, folders: string[], grace: number): Promise<void> {
  if (child) {
    signalGroup(child, "SIGTERM");
    await gone(child, grace);
    signalGroup(child, "SIGKILL");
    await gone(child, 3_000);
  }
  for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}

const [job] = process.argv.slice(2);
if (job !== undefined) {
  const { command, args, remove, grace = 3_000 } = JSON.parse(job) as Leashed;
  const child =
    command === undefined
      ? undefined
      : spawn(command, args, { stdio: ["ignore", "inherit", "inherit"], detached: process.platform !== "win32" });
  let code = 0;
  let ending = false;
  const finish = async () => {
    if (ending) return;
    ending = true;
    await end(child, remove, grace);
    process.exit(code);
  };
  child?.on("error", (error) => {
    console.error(`${command}: ${error.message}`);
    code = 127;
    void finish();
  });
  child?.on("exit", (status) => {
    code = status ?? 1;
    void finish();
  });
  let begun = "";
  process.stdin.setEncoding("utf8").on("data", (text: string) => {
    const lines = (begun + text).split("\n");
    begun = lines.pop() ?? "";
    remove.push(...lines);
  });
  process.stdin.on("end", finish).on("close", finish).on("error", finish);
  // Ctrl-C reaches the whole terminal group: the parent decides, and closes the pipe by ending.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => {});
  // A parent that is gone may also take the readers of our output along.
  process.stdout.on("error", () => {});
  process.stderr.on("error", () => {});
}
