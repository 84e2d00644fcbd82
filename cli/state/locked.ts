import type { Change, Plan, Problem, Result } from "../../deploy/index.ts";
import { type Lock, takeLock } from "./lock.ts";

/**
 * Runs work on what a plan is about while no other process of this user works on the same: two creates of one name would
 * both find the name free.
 */
export async function locked<T>(
  folder: string,
  plan: Plan<Change>,
  work: () => Promise<Result<T>>,
): Promise<Result<T>> {
  const locks: Lock[] = [];
  try {
    for (const what of new Set(plan.changes.map(placeOf))) {
      const lock = await takeLock(folder, what);
      if (!("release" in lock)) return { ok: false, problem: held(lock.file, lock.pid) };
      locks.push(lock);
    }
    return await work();
  } catch (error) {
    const { code, syscall } = error as NodeJS.ErrnoException;
    if (locks.length > 0 || code === undefined || syscall === undefined) throw error;
    return { ok: false, problem: unwritable(folder, code) };
  } finally {
    for (const lock of locks) await lock.release();
  }
}

function placeOf({ where, poolId, clientName }: Change): string {
  return JSON.stringify([where.endpoint ?? where.region, poolId, clientName]);
}

function held(file: string, pid: number): Problem {
  return {
    kind: "changed",
    message: `Another cognito-client (process ${pid}) is writing the same app client. Nothing was sent. Wait for it; if no such process runs any more, remove ${file}.`,
    next: { kind: "plan-again" },
  };
}

function unwritable(folder: string, code: string): Problem {
  return {
    kind: "config",
    message: `${folder} cannot be written (${code}), so nothing was sent: notes of writes under way are kept there. Set XDG_STATE_HOME to a folder that can be written.`,
    next: { kind: "retry" },
  };
}
