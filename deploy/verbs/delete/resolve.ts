import { CallError } from "../../aws/call-error.ts";
import { readSettings } from "../../pool/live.ts";
import { problemOf } from "../../refusals/explain.ts";
import { lookAgain, type Resolver } from "../resolver.ts";

export const resolveDelete: Resolver = async ({ poolId, clientId = "", clientName }, session, tooOld) => {
  try {
    await readSettings(session.gateway(poolId), poolId, clientId);
    return tooOld
      ? { is: "not-done", message: `${clientName} was not deleted: it is there, and the request has lapsed.` }
      : lookAgain(`${clientName} is still there. A request counts for up to five minutes: look again then.`);
  } catch (error) {
    if (!(error instanceof CallError)) throw error;
    if (error.kind === "missing") return { is: "done", clientId, hasSecret: false };
    return { is: "unknown", problem: problemOf(error, { connection: session, poolId, clientId }) };
  }
};
