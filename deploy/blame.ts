import { blameOf as placesToBlame } from "../server/src/engine/lint/blame.ts";
import type { Blame } from "./problem.ts";
import type { JsonObject } from "./types.ts";

/** @returns the parts of the request that AWS's words are about, as far as the rules know such words. */
export function blameOf(exception: string, message: string, request: JsonObject): Blame[] {
  return placesToBlame(exception, message, request);
}
