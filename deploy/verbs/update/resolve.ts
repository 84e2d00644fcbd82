import { differences } from "../../../server/src/engine/index.ts";
import { CallError } from "../../aws/call-error.ts";
import type { Note } from "../../journal/note.ts";
import { readSettings } from "../../pool/live.ts";
import { problemOf } from "../../refusals/explain.ts";
import { lookAgain, type Resolver } from "../resolver.ts";

/** What became of an update whose answer was lost: what the app client has now says it, once the request is too old to arrive. */
export const resolveUpdate: Resolver = async (note: Note, session, tooOld) => {
  const { poolId, clientId = "", clientName, shown } = note;
  try {
    const live = await readSettings(session.gateway(poolId), poolId, clientId);
    const said = differences(live.settings, { ...live.settings, ...shown });
    if (said.length === 0) return { is: "done", clientId, hasSecret: live.secret === "yes" };
    const names = said.map(({ path }) => path[0]).join(", ");
    if (tooOld)
      return {
        is: "not-done",
        message: `${clientName} was not updated: ${names} is as it was, and the request has lapsed.`,
      };
    return lookAgain(
      `${clientName} does not show the update so far. A request counts for up to five minutes: look again then.`,
    );
  } catch (error) {
    if (!(error instanceof CallError)) throw error;
    if (error.kind === "missing") return { is: "not-done", message: `${clientName} does not exist any more.` };
    return { is: "unknown", problem: problemOf(error, { connection: session, poolId, clientId }) };
  }
};
