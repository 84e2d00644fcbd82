import { problemOf } from "../../refusals/explain.ts";
import { lookAgain, type Resolver } from "../resolver.ts";
import { lookOnce } from "./look-up.ts";

/** What became of a create: a new app client of that name with exactly the settings asked for is its effect. */
export const resolveCreate: Resolver = async ({ poolId, clientName, knownIds, shown }, session, tooOld) => {
  const sought = { poolId, clientName, knownIds: knownIds ?? [], request: shown, secretKnown: false };
  const sighting = await lookOnce(session.gateway(poolId), sought);
  switch (sighting.kind) {
    case "blind":
      return { is: "unknown", problem: problemOf(sighting.error, { connection: session, poolId }) };
    case "nothing": {
      if (!tooOld)
        return lookAgain(
          `${clientName} has not appeared in the pool so far. A request counts for up to five minutes: look again then.`,
        );
      const message = `${clientName} was not created: the pool has no new app client of that name, and the request has lapsed.`;
      return { is: "not-done", message };
    }
    case "unclear":
      return unclear(sighting.candidates);
    case "found": {
      const { clientId, hasSecret, forgetSecret } = sighting.client;
      forgetSecret();
      // Without a list from before, it may have been there all along.
      return knownIds === undefined
        ? unclear([{ id: clientId, name: clientName }])
        : { is: "done", clientId, hasSecret };
    }
  }
};

function unclear(candidates: readonly { readonly id: string; readonly name: string }[]) {
  const ids = candidates.map(({ id }) => id).join(", ");
  return {
    ...lookAgain(`Whether ${ids} comes from this create cannot be told. Compare it with the spec.`),
    candidates,
  };
}
