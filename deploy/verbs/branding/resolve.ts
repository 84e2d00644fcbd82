import { CallError } from "../../aws/call-error.ts";
import { problemOf } from "../../refusals/explain.ts";
import { lookAgain, type Resolver } from "../resolver.ts";

export const resolveBranding: Resolver = async ({ poolId, clientId = "", clientName }, session, tooOld) => {
  try {
    if (await session.gateway(poolId).hasBranding(poolId, clientId)) return { is: "done", clientId, hasSecret: false };
    return tooOld
      ? { is: "not-done", message: `${clientName} was given no style, and the request has lapsed.` }
      : lookAgain(`${clientName} has no style so far. A request counts for up to five minutes: look again then.`);
  } catch (error) {
    if (!(error instanceof CallError)) throw error;
    return { is: "unknown", problem: problemOf(error, { connection: session, poolId, clientId }) };
  }
};
