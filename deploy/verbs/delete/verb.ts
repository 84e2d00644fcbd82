import { CallError } from "../../aws/call-error.ts";
import type { DeleteChange } from "../../plan/change.ts";
import { readSettings } from "../../pool/live.ts";
import { problemOf } from "../../refusals/explain.ts";
import { sleep } from "../../timing.ts";
import type { Effect, Settled, Situation, Stand, Verb } from "../verb.ts";
import { whatMoved } from "../what-moved.ts";

/** Ids are never used again, so that a delete which is repeated ends nothing else. */
export const remove: Verb<DeleteChange> = {
  says: {
    checking: ({ clientName }) => `Looking whether ${clientName} is still as it was shown`,
    sending: ({ clientName }) => `Deleting ${clientName}`,
  },
  shown: ({ shown }) => shown,
  request: ({ shown }) => shown,

  async moved(change, situation): Promise<Stand> {
    try {
      const problem = whatMoved(change, await look(change, situation));
      return problem ? { problem } : {};
    } catch (error) {
      if (!(error instanceof CallError)) throw error;
      return isGone(error) ? { already: gone(change, true) } : { problem: problemOf(error, about(change, situation)) };
    }
  },

  async send(change, { session }): Promise<Effect> {
    try {
      await session.gateway(change.poolId).deleteClient(change.poolId, change.clientId);
      return gone(change, false);
    } catch (error) {
      if (isGone(error)) return gone(change, true);
      throw error;
    }
  },

  async settle(change, situation, _note, lost): Promise<Settled> {
    let looks = 0;
    for (const wait of situation.timing.lookUp) {
      await sleep(wait);
      try {
        await look(change, situation);
        looks = 0;
      } catch (error) {
        if (!(error instanceof CallError)) throw error;
        looks = isGone(error) ? looks + 1 : 0;
        if (looks === 2) return { is: "done", effect: gone(change, false) };
      }
    }
    const problem = problemOf(lost, about(change, situation));
    return {
      is: "unknown",
      candidates: [],
      problem: {
        kind: "unknown-outcome",
        message: `${change.clientName} may have been deleted: ${problem.message} It is still there so far. Look again; deleting it once more does no harm.`,
        next: { kind: "look-again" },
        ...(problem.aws ? { aws: problem.aws } : {}),
      },
    };
  },
};

function isGone(error: unknown): boolean {
  return error instanceof CallError && error.kind === "missing";
}

function look(change: DeleteChange, { session }: Situation) {
  return readSettings(session.gateway(change.poolId), change.poolId, change.clientId);
}

function gone({ clientId, clientName }: DeleteChange, already: boolean): Effect {
  return {
    clientId,
    hasSecret: false,
    takeSecret: () => undefined,
    forgetSecret() {},
    remaining: [],
    ...(already ? { note: `${clientName} was already gone.` } : {}),
  };
}

function about({ poolId, clientId }: DeleteChange, { session }: Situation) {
  return { connection: session, poolId, clientId };
}
