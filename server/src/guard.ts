/** Which environment a write belongs to. Imports nothing, so that the editor, the command line and the AWS side ask the same rule. */

/** What an environments file says of a target, as far as it guards something. */
interface Guarding {
  readonly pool?: string;
  readonly protected?: boolean;
}

/**
 * The environment whose account is asserted and whose protection holds when something is written to a user pool: the one that is
 * meant, where it says which pool it is; else whose pool it is, a protected one before the others.
 *
 * @param all of the environments file that counts.
 * @param meant the one that was named, or that links the app client.
 */
export function guardOf<E extends Guarding>(all: readonly E[], poolId: string, meant?: E): E | undefined {
  if (meant?.pool !== undefined) return meant;
  const ofPool = all.filter(({ pool }) => pool === poolId);
  return ofPool.find((each) => each.protected) ?? meant ?? ofPool[0];
}

/**
 * Whether an environments file still guards what is to be written as it did when that was shown.
 *
 * @param all what it says now.
 */
export function isGuardedAsShown<E extends Guarding & { readonly name: string; readonly account?: string }>(
  all: readonly E[],
  changes: readonly { readonly poolId: string; readonly environment?: E }[],
): boolean {
  const said = (each: E | undefined) => each && [each.name, each.account, each.pool, each.protected === true];
  return changes.every(
    ({ poolId, environment }) =>
      JSON.stringify(said(guardOf(all, poolId)) ?? null) === JSON.stringify(said(environment) ?? null),
  );
}

/** What an app client was when it was last written by this user. */
export interface Remembered {
  readonly environment: string;
  readonly protected: boolean;
}

/**
 * Trust on first use: a file may have been changed by somebody who wants prod to pass for dev.
 * @returns how it is called now, compared with what it was: another name, none at all, the same but no longer protected; `undefined`
 *   when nothing is to be said.
 */
export function calledOtherwise(
  before: Remembered | undefined,
  now: { readonly name: string; readonly protected?: boolean } | undefined,
): "another" | "none" | "unprotected" | undefined {
  if (!before) return undefined;
  if (!now) return "none";
  if (now.name !== before.environment) return "another";
  return before.protected && !now.protected ? "unprotected" : undefined;
}

/**
 * The name that has to be typed before something is written: the protected environment's; else of the protected one that the app
 * client was when it was last written, whatever a file calls it now.
 */
export function nameToType(
  before: Remembered | undefined,
  now: { readonly name: string; readonly protected?: boolean } | undefined,
): string | undefined {
  if (now?.protected) return now.name;
  return before?.protected ? before.environment : undefined;
}
