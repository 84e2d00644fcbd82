import { CallError } from "../../aws/call-error.ts";
import type { BrandingChange } from "../../plan/change.ts";
import { about, noSecret, settledByLooking, standing } from "../looking.ts";
import type { Effect, Situation, Verb } from "../verb.ts";

/** One style for each app client: that one exists already is what was wanted. */
export const branding: Verb<BrandingChange> = {
  says: {
    checking: ({ clientName }) => `Looking whether ${clientName} has a style`,
    sending: ({ clientName }) => `Giving Cognito's style to ${clientName}`,
  },
  shown: ({ shown }) => shown,
  request: ({ shown }) => shown,

  moved: (change, situation) =>
    standing(about(change, situation), async () =>
      (await hasOne(change, situation)) ? { already: effectOf(change, true) } : {},
    ),

  async send(change, { session }): Promise<Effect> {
    try {
      await session.gateway(change.poolId).createBranding(change.poolId, change.clientId);
      return effectOf(change, false);
    } catch (error) {
      if (error instanceof CallError && error.kind === "exists") return effectOf(change, true);
      throw error;
    }
  },

  settle(change, situation, _note, lost) {
    const says = (why: string) =>
      `${change.clientName} may have been given a style: ${why} It has none so far. Look again; there can only be one.`;
    return settledByLooking(situation, { asked: about(change, situation), lost, looks: 1, says }, async () =>
      (await hasOne(change, situation)) ? effectOf(change, false) : undefined,
    );
  },
};

function hasOne({ poolId, clientId }: BrandingChange, { session }: Situation): Promise<boolean> {
  return session.gateway(poolId).hasBranding(poolId, clientId);
}

function effectOf({ clientId, clientName, live }: BrandingChange, already: boolean): Effect {
  return {
    ...noSecret,
    clientId,
    hasSecret: live.secret === "yes",
    ...(already ? { note: `${clientName} has a style already.` } : {}),
  };
}
