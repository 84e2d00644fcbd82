import { CallError } from "../../aws/call-error.ts";
import type { BrandingChange } from "../../plan/change.ts";
import { problemOf } from "../../refusals/explain.ts";
import { sleep } from "../../timing.ts";
import type { Effect, Settled, Situation, Stand, Verb } from "../verb.ts";

/** One style for each app client: that one exists already is what was wanted. */
export const branding: Verb<BrandingChange> = {
  says: {
    checking: ({ clientName }) => `Looking whether ${clientName} has a style`,
    sending: ({ clientName }) => `Giving Cognito's style to ${clientName}`,
  },
  shown: ({ shown }) => shown,
  request: ({ shown }) => shown,

  async moved(change, situation): Promise<Stand> {
    try {
      return (await hasOne(change, situation)) ? { already: effectOf(change, true) } : {};
    } catch (error) {
      if (!(error instanceof CallError)) throw error;
      return { problem: problemOf(error, about(change, situation)) };
    }
  },

  async send(change, { session }): Promise<Effect> {
    try {
      await session.gateway(change.poolId).createBranding(change.poolId, change.clientId);
      return effectOf(change, false);
    } catch (error) {
      if (error instanceof CallError && error.kind === "exists") return effectOf(change, true);
      throw error;
    }
  },

  async settle(change, situation, _note, lost): Promise<Settled> {
    for (const wait of situation.timing.lookUp) {
      await sleep(wait);
      try {
        if (await hasOne(change, situation)) return { is: "done", effect: effectOf(change, false) };
      } catch (error) {
        if (!(error instanceof CallError)) throw error;
      }
    }
    const problem = problemOf(lost, about(change, situation));
    return {
      is: "unknown",
      candidates: [],
      problem: {
        kind: "unknown-outcome",
        message: `${change.clientName} may have been given a style: ${problem.message} It has none so far. Look again; there can only be one.`,
        next: { kind: "look-again" },
        ...(problem.aws ? { aws: problem.aws } : {}),
      },
    };
  },
};

function hasOne({ poolId, clientId }: BrandingChange, { session }: Situation): Promise<boolean> {
  return session.gateway(poolId).hasBranding(poolId, clientId);
}

function effectOf({ clientId, clientName, live }: BrandingChange, already: boolean): Effect {
  return {
    clientId,
    hasSecret: live.secret === "yes",
    takeSecret: () => undefined,
    forgetSecret() {},
    remaining: [],
    ...(already ? { note: `${clientName} has a style already.` } : {}),
  };
}

function about({ poolId, clientId }: BrandingChange, { session }: Situation) {
  return { connection: session, poolId, clientId };
}
