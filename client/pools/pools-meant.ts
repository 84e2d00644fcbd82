import type { AppOutline, SpecEnvironments } from "../../server/src/protocol.ts";

/** Which pools a spec is for. */
export interface PoolsMeant {
  /** Each once: those that the spec names, and those that its environments give where it names none. */
  readonly ids: readonly string[];
  /** Names of the environments that give one. */
  readonly environments: readonly string[];
}

/** @param file what the nearest environments file says of the spec, if there is one. */
export function poolsMeant(
  apps: readonly Pick<AppOutline, "poolId">[],
  file: Pick<SpecEnvironments, "apps"> | undefined,
): PoolsMeant {
  const ids = new Set<string>();
  const environments = new Set<string>();
  for (const [index, { poolId }] of apps.entries()) {
    if (poolId !== undefined) ids.add(poolId);
    else
      for (const { environment } of file?.apps[index] ?? []) {
        if (environment.pool === undefined) continue;
        ids.add(environment.pool);
        environments.add(environment.name);
      }
  }
  return { ids: [...ids], environments: [...environments] };
}
