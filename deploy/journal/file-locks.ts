import { createHash } from "node:crypto";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import type { Held, Lock, Locks } from "./lock.ts";

/** Locks as files of a folder, for all processes of this user: windows and commands. */
export function fileLocks(folder: string): Locks {
  return { folder, take: (what) => takeLock(folder, what) };
}

/** After this, a lock of a machine whose processes cannot be seen from here counts as left behind. Milliseconds. */
const FORGOTTEN = 15 * 60_000;

/**
 * Takes the lock for something that two processes must not do at once, or says who has it. A lock whose process has ended is
 * left behind and taken over.
 * @throws the file system's error, when it cannot be written
 */
async function takeLock(folder: string, what: string): Promise<Lock | Held> {
  const locks = join(folder, "locks");
  const file = join(locks, `${createHash("sha256").update(what).digest("hex").slice(0, 32)}.lock`);
  await mkdir(locks, { recursive: true, mode: 0o700 });
  for (let attempt = 0; ; attempt++) {
    try {
      const holder = { pid: process.pid, host: hostname(), at: new Date().toISOString() };
      await writeFile(file, JSON.stringify(holder), { flag: "wx", mode: 0o600 });
      return { release: () => rm(file, { force: true }) };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
      const pid = await holderOf(file);
      if (pid !== undefined || attempt > 0) return { file, pid: pid ?? 0 };
      await rm(file, { force: true });
    }
  }
}

/** @returns the process that still holds the lock. */
async function holderOf(file: string): Promise<number | undefined> {
  const { pid = 0, host, at } = await readHolder(file);
  if (host !== hostname()) return at !== undefined && Date.now() - Date.parse(at) > FORGOTTEN ? undefined : pid;
  try {
    process.kill(pid, 0);
    return pid;
  } catch (error) {
    // EPERM: it is alive and somebody else's.
    return (error as NodeJS.ErrnoException).code === "ESRCH" ? undefined : pid;
  }
}

/** A file that is not written yet is held by somebody of whom nothing is known. */
async function readHolder(file: string): Promise<{ pid?: number; host?: string; at?: string }> {
  try {
    return JSON.parse(await readFile(file, "utf8"));
  } catch {
    return {};
  }
}
