import type { NamedClient } from "../aws/answers.ts";
import { CallError } from "../aws/call-error.ts";
import type { JsonObject } from "../json.ts";
import type { OfLive } from "../plan/change.ts";
import type { Problem } from "../problem.ts";
import { type CallSituation, problemOf } from "../refusals/explain.ts";
import { sleep } from "../timing.ts";
import type { Effect, Settled, Situation, Stand } from "./verb.ts";

/** What the verbs that work on an existing app client have in common: looking before and after. */

/** @param request what AWS's words are compared with, where they can blame a member of it. */
export function about(
  { poolId, clientId }: Pick<OfLive, "poolId" | "clientId">,
  { session }: Situation,
  request?: JsonObject,
): CallSituation {
  return { connection: session, poolId, clientId, ...(request ? { request } : {}) };
}

/** The look right before sending; a look that fails stops it. */
export async function standing(asked: CallSituation, look: () => Promise<Stand>): Promise<Stand> {
  try {
    return await look();
  } catch (error) {
    if (!(error instanceof CallError)) throw error;
    return { problem: problemOf(error, asked) };
  }
}

export interface Lost {
  readonly asked: CallSituation;
  readonly lost: CallError;
  /** So many looks in a row have to show it: a read may come from before. */
  readonly looks: number;
  /** What is said where they do not. @param why why the answer was lost */
  readonly says: (why: string) => string;
}

/** Looks, several times, for the effect of a write whose answer was lost. @param look gives the effect as soon as it shows. */
export async function settledByLooking(
  { timing }: Situation,
  { asked, lost, looks, says }: Lost,
  look: () => Promise<Effect | undefined>,
): Promise<Settled> {
  let agreed = 0;
  for (const wait of timing.lookUp) {
    await sleep(wait);
    const effect = await look().catch((error: unknown) => {
      if (error instanceof CallError) return undefined;
      throw error;
    });
    agreed = effect ? agreed + 1 : 0;
    if (effect && agreed === looks) return { is: "done", effect };
  }
  return unsettled(problemOf(lost, asked), says);
}

export function unsettled(
  problem: Problem,
  says: (why: string) => string,
  candidates: readonly NamedClient[] = [],
): Settled {
  return {
    is: "unknown",
    candidates,
    problem: {
      kind: "unknown-outcome",
      message: says(problem.message),
      next: { kind: "look-again" },
      ...(problem.aws ? { aws: problem.aws } : {}),
    },
  };
}

/** Of an effect that brings no secret with it. */
export const noSecret = { takeSecret: () => undefined, forgetSecret() {}, remaining: [] } as const;
