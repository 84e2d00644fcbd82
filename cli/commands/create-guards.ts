import { resolve } from "node:path";
import type { CreateChange, Environment, SpecSource } from "../../deploy/index.ts";
import { isGuardedAsShown } from "../../server/src/guard.ts";
import type { Io } from "../io.ts";
import { assertedOf } from "../planning/plan-target.ts";
import { EnvironmentsFiles, tellEnvironmentsProblems } from "../targets/environments-files.ts";
import { TargetError } from "../targets/target.ts";

/**
 * What the environments files beside the specs, or above them, say of pools.
 * @throws TargetError where one is only half understood, which is told: it may be what protects the pool
 */
export async function environmentsOf(
  specs: readonly SpecSource[],
  io: Io,
): Promise<Map<SpecSource, readonly Environment[]>> {
  const files = new EnvironmentsFiles();
  const all = new Map<SpecSource, readonly Environment[]>();
  for (const source of specs) {
    const found = await files.of(resolve(io.cwd, source.name));
    if (found && tellEnvironmentsProblems(found, io) > 0) throw new TargetError();
    all.set(
      source,
      [...(found?.file.environments.values() ?? [])].flatMap((each) => assertedOf(each) ?? []),
    );
  }
  return all;
}

/** Whether the environments file still guards what is to be created as it did when the plan was shown. */
export async function stillGuarded(source: SpecSource, changes: readonly CreateChange[], io: Io): Promise<boolean> {
  try {
    return isGuardedAsShown((await environmentsOf([source], io)).get(source) ?? [], changes);
  } catch (error) {
    if (error instanceof TargetError) return false;
    throw error;
  }
}
