import type { Lock, Locks } from "./journal/lock.ts";
import type { Change } from "./plan/change.ts";
import type { Plan } from "./plan/plan.ts";
import { fail, type Problem, type Result } from "./problem.ts";

/**
 * Runs work on what a plan is about while no other process of this user, window or command, works on the same: two creates of one
 * name would both find the name free, and two additions of a secret would both find one.
 */
export async function locked<T>(locks: Locks, plan: Plan, work: () => Promise<Result<T>>): Promise<Result<T>> {
  const taken: Lock[] = [];
  try {
    for (const what of new Set(plan.changes.map(placeOf))) {
      const lock = await locks.take(what);
      if (!("release" in lock)) return fail(held(lock.file, lock.pid));
      taken.push(lock);
    }
  } catch (error) {
    for (const lock of taken) await lock.release();
    const { code, syscall } = error as NodeJS.ErrnoException;
    if (code === undefined || syscall === undefined) throw error;
    return fail(unwritable(locks.folder, code));
  }
  try {
    return await work();
  } finally {
    for (const lock of taken) await lock.release();
  }
}

/** An app client that exists by its id, a new one by its name: the name of the first may change. */
function placeOf(change: Change): string {
  const { where, poolId, clientName } = change;
  const own = change.verb === "create" ? ["name", clientName] : ["id", change.clientId];
  return JSON.stringify([where.endpoint ?? where.region, poolId, ...own]);
}

function held(file: string, pid: number): Problem {
  return {
    kind: "changed",
    message: `Another window or command (process ${pid}) is writing the same app client. Nothing was sent. Wait for it; if no such process runs any more, remove ${file}.`,
    next: { kind: "plan-again" },
  };
}

function unwritable(folder: string, code: string): Problem {
  return {
    kind: "config",
    message: `${folder} cannot be written (${code}), so nothing was sent: notes and locks of writes under way are kept there. Make it writable; for commands, XDG_STATE_HOME may name another folder.`,
    next: { kind: "retry" },
  };
}
