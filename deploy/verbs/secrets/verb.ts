import type { ClientSecret } from "../../aws/answers.ts";
import { CallError } from "../../aws/call-error.ts";
import type { SecretsChange } from "../../plan/change.ts";
import type { Problem } from "../../problem.ts";
import { problemOf } from "../../refusals/explain.ts";
import { sleep } from "../../timing.ts";
import { about, noSecret, standing, unsettled } from "../looking.ts";
import type { Effect, Settled, Situation, Verb } from "../verb.ts";
import { whatSecretsShow } from "./what-secrets-show.ts";

/** Adding is not safe to repeat, and its value is told once; deleting one secret is. */
export const secrets: Verb<SecretsChange> = {
  says: {
    checking: ({ clientName }) => `Looking at the secrets of ${clientName}`,
    sending: ({ action, clientName }) =>
      action === "add" ? `Adding a secret to ${clientName}` : `Deleting a secret of ${clientName}`,
  },
  shown: ({ shown }) => shown,
  request: ({ shown }) => shown,

  moved: (change, situation) =>
    standing(about(change, situation), async () => {
      const now = (await list(change, situation)).map(({ id }) => id);
      const shown = change.secrets.map(({ id }) => id);
      const same = now.length === shown.length && now.every((id) => shown.includes(id));
      return same ? { knownIds: now } : { problem: movedOn(change) };
    }),

  async send(change, { session }): Promise<Effect> {
    const gateway = session.gateway(change.poolId);
    if (change.action === "add") {
      const { secretId, takeSecret, forgetSecret } = await gateway.addSecret(change.poolId, change.clientId);
      return { ...effectOf(change), secretId, takeSecret, forgetSecret };
    }
    await gateway.deleteSecret(change.poolId, change.clientId, change.secretId ?? "");
    return effectOf(change);
  },

  async settle(change, situation, note, lost): Promise<Settled> {
    let shows = whatSecretsShow(note, undefined);
    for (const wait of situation.timing.lookUp) {
      await sleep(wait);
      try {
        shows = whatSecretsShow(note, await list(change, situation));
      } catch (error) {
        if (!(error instanceof CallError)) throw error;
      }
      if (shows.is === "deleted") return { is: "done", effect: effectOf(change) };
      if (shows.is === "added") break;
    }
    const candidates = shows.is === "added" ? shows.ids.map((id) => ({ id, name: change.clientName })) : [];
    return unsettled(problemOf(lost, about(change, situation)), (why) => `${why} ${shows.message}`, candidates);
  },
};

function list({ poolId, clientId }: SecretsChange, { session }: Situation): Promise<readonly ClientSecret[]> {
  return session.gateway(poolId).listSecrets(poolId, clientId);
}

function effectOf({ clientId }: SecretsChange): Effect {
  return { ...noSecret, clientId, hasSecret: true };
}

function movedOn({ clientName }: SecretsChange): Problem {
  return {
    kind: "changed",
    message: `Meanwhile somebody has added or deleted a secret of ${clientName}. Nothing was sent. Look at its secrets again.`,
    next: { kind: "plan-again" },
  };
}
