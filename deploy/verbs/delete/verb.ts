import { CallError } from "../../aws/call-error.ts";
import type { DeleteChange } from "../../plan/change.ts";
import { type Live, readSettings } from "../../pool/live.ts";
import { about, noSecret, settledByLooking, standing } from "../looking.ts";
import type { Effect, Situation, Verb } from "../verb.ts";
import { whatMoved } from "../what-moved.ts";

/** Ids are never used again, so that a delete which is repeated ends nothing else. */
export const remove: Verb<DeleteChange> = {
  says: {
    checking: ({ clientName }) => `Looking whether ${clientName} is still as it was shown`,
    sending: ({ clientName }) => `Deleting ${clientName}`,
  },
  shown: ({ shown }) => shown,
  request: ({ shown }) => shown,

  moved: (change, situation) =>
    standing(about(change, situation), async () => {
      const live = await ifThere(change, situation);
      if (!live) return { already: gone(change, true) };
      const problem = whatMoved(change, live);
      return problem ? { problem } : {};
    }),

  async send(change, { session }): Promise<Effect> {
    try {
      await session.gateway(change.poolId).deleteClient(change.poolId, change.clientId);
      return gone(change, false);
    } catch (error) {
      if (isGone(error)) return gone(change, true);
      throw error;
    }
  },

  settle(change, situation, _note, lost) {
    const says = (why: string) =>
      `${change.clientName} may have been deleted: ${why} It is still there so far. Look again; deleting it once more does no harm.`;
    return settledByLooking(situation, { asked: about(change, situation), lost, looks: 2, says }, async () =>
      (await ifThere(change, situation)) ? undefined : gone(change, false),
    );
  },
};

function isGone(error: unknown): boolean {
  return error instanceof CallError && error.kind === "missing";
}

async function ifThere({ poolId, clientId }: DeleteChange, { session }: Situation): Promise<Live | undefined> {
  try {
    return await readSettings(session.gateway(poolId), poolId, clientId);
  } catch (error) {
    if (isGone(error)) return undefined;
    throw error;
  }
}

function gone({ clientId, clientName }: DeleteChange, already: boolean): Effect {
  return { ...noSecret, clientId, hasSecret: false, ...(already ? { note: `${clientName} was already gone.` } : {}) };
}
