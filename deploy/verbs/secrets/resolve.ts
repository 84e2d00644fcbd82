import { CallError } from "../../aws/call-error.ts";
import { problemOf } from "../../refusals/explain.ts";
import { lookAgain, type Resolver } from "../resolver.ts";
import { whatSecretsShow } from "./what-secrets-show.ts";

export const resolveSecrets: Resolver = async (note, session, tooOld) => {
  const { poolId, clientId = "" } = note;
  try {
    const shows = whatSecretsShow(note, await session.gateway(poolId).listSecrets(poolId, clientId));
    if (shows.is === "deleted") return { is: "done", clientId, hasSecret: true };
    if (shows.is === "added") {
      const candidates = shows.ids.map((id) => ({ id, name: note.clientName }));
      return { ...lookAgain(shows.message), candidates };
    }
    return tooOld
      ? { is: "not-done", message: `The secrets of ${note.clientName} are what they were, and the request has lapsed.` }
      : lookAgain(`${shows.message} A request counts for up to five minutes.`);
  } catch (error) {
    if (!(error instanceof CallError)) throw error;
    if (error.kind === "missing") return { is: "not-done", message: `${note.clientName} does not exist any more.` };
    return { is: "unknown", problem: problemOf(error, { connection: session, poolId, clientId }) };
  }
};
