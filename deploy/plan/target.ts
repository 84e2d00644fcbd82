import { CallError } from "../aws/call-error.ts";
import type { Note } from "../journal/note.ts";
import { type Live, readLive } from "../pool/live.ts";
import { fail, ok, type Result } from "../problem.ts";
import { problemOf } from "../refusals/explain.ts";
import type { Session } from "../sign-in/connection.ts";
import { assertAccount } from "./assert-account.ts";
import type { Change, Environment, OfLive } from "./change.ts";
import { planDigest } from "./digest.ts";
import type { Plan } from "./plan.ts";

/** An app client that exists. */
export interface Target {
  readonly poolId: string;
  readonly clientId: string;
  readonly environment?: Environment;
  /** Other environments under which the file has the same id: told where it is not there. */
  readonly alsoIn?: readonly string[];
}

/** Reads it, once the caller is in the account that the environment names. */
export async function liveAt(session: Session, target: Target): Promise<Result<Live>> {
  const { poolId, clientId, environment, alsoIn = [] } = target;
  const stranger = assertAccount(session, environment);
  if (stranger) return fail(stranger);
  try {
    return ok(await readLive(session.gateway(poolId), poolId, clientId));
  } catch (error) {
    if (!(error instanceof CallError)) throw error;
    return fail(problemOf(error, { connection: session, poolId, clientId, alsoIn }));
  }
}

/** What a change of it says in any case. */
export function ofLive(
  session: Session,
  { poolId, environment }: Target,
  live: Live,
  notes: readonly Note[],
): Omit<OfLive, "shown"> {
  const { clientId, clientName } = live;
  return {
    where: session.where(poolId),
    poolId,
    clientName,
    clientId,
    ...(environment ? { environment } : {}),
    live,
    pending: notes.filter((note) => note.poolId === poolId && note.clientId === clientId),
  };
}

/** A plan that no spec asks for. */
export function planOf<C extends Change>(session: Session, change: C): Plan<C> {
  return {
    digest: planDigest(session, session.identity, [change]),
    madeAt: new Date().toISOString(),
    profile: session.profile,
    identity: session.identity,
    changes: [change],
    findings: [],
    stillAsked: () => true,
    connection: () => session,
  };
}
