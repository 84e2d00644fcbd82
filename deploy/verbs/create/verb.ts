import { CallError } from "../../aws/call-error.ts";
import type { ReturnedClient } from "../../aws/returned.ts";
import type { CreateChange } from "../../plan/change.ts";
import { differences } from "../../pool/compare.ts";
import { problemOf } from "../../refusals/explain.ts";
import { sleep } from "../../timing.ts";
import type { Effect, Settled, Stand, Verb } from "../verb.ts";
import { afterCreate } from "./after-create.ts";
import { lookUp, type Sighting } from "./look-up.ts";

/** `CreateUserPoolClient` has no token against repetition: one request, and a look at the pool where its answer is lost. */
export const create: Verb<CreateChange> = {
  says: {
    checking: ({ clientName }) => `Looking for app clients called ${clientName}`,
    sending: ({ clientName }) => `Creating ${clientName}`,
  },
  shown: ({ shown }) => shown,
  request: ({ request }) => request(),

  /** The ids of this name right before sending. An app client that was not there when the plan was shown stops it. */
  async moved(change, { session, ours }): Promise<Stand> {
    const { poolId, clientName, sameName } = change;
    try {
      const same = (await session.gateway(poolId).listClients(poolId)).filter(({ name }) => name === clientName);
      const news = same.filter(({ id }) => !ours.has(id) && !sameName?.some((shown) => shown.id === id));
      if (sameName && news.length > 0) {
        const message = `Meanwhile an app client called ${clientName} has appeared in the pool (${news.map(({ id }) => id).join(", ")}). Nothing was sent. Look at the plan again.`;
        return { problem: { kind: "changed", message, next: { kind: "plan-again" } } };
      }
      return { knownIds: same.map(({ id }) => id) };
    } catch (error) {
      if (!(error instanceof CallError)) throw error;
      const unlisted = error.fate === "refused" && sameName === undefined;
      return unlisted ? {} : { problem: problemOf(error, { connection: session, poolId }) };
    }
  },

  async send(change, { session }, { knownIds }): Promise<Effect> {
    const client = await session.gateway(change.poolId).createClient(change.request());
    const { UserPoolId, ClientName } = client.settings;
    const another =
      (ClientName !== undefined && ClientName !== change.clientName) ||
      (UserPoolId !== undefined && UserPoolId !== change.poolId) ||
      knownIds?.includes(client.clientId);
    if (!another) return effectOf(change, client);
    client.forgetSecret();
    const name = "answer about another app client";
    throw new CallError({ operation: "CreateUserPoolClient", name, status: 200 }, "no answer");
  },

  async settle(change, { session, timing }, { knownIds }, lost): Promise<Settled> {
    const { poolId, clientName } = change;
    const sought = { poolId, clientName, request: change.request(), secretKnown: true };
    const sighting: Sighting = knownIds
      ? await lookUp(session.gateway(poolId), { ...sought, knownIds }, timing.lookUp, sleep)
      : { kind: "unclear", candidates: [] };
    if (sighting.kind === "found") return { is: "done", effect: effectOf(change, sighting.client) };
    const problem = problemOf(lost, { connection: session, poolId, request: change.request() });
    const seen = knownIds ? whatWasSeen(sighting) : "and without permission to list app clients it cannot be looked up";
    return {
      is: "unknown",
      candidates: sighting.kind === "unclear" ? sighting.candidates : [],
      problem: {
        kind: "unknown-outcome",
        message: `${clientName} may have been created: ${problem.message} It is not certain what became of the request, ${seen}. Look again before you create it anew.`,
        next: { kind: "look-again" },
        ...(problem.aws ? { aws: problem.aws } : {}),
      },
    };
  },
};

function whatWasSeen(sighting: Sighting): string {
  if (sighting.kind === "blind") return "and the pool cannot be listed";
  if (sighting.kind !== "unclear") return "and it has not appeared in the pool so far";
  const ids = sighting.candidates.map(({ id }) => id).join(", ");
  return `and whether ${ids} is it cannot be told`;
}

function effectOf(change: CreateChange, client: ReturnedClient): Effect {
  return {
    clientId: client.clientId,
    hasSecret: client.hasSecret,
    takeSecret: client.takeSecret,
    forgetSecret: client.forgetSecret,
    differences: differences(change.request(), client),
    remaining: afterCreate(change.facts, change.request()),
  };
}
