import { blameOf as placesToBlame } from "../../server/src/engine/lint/blame.ts";
import type { JsonObject } from "../json.ts";
import type { Blame } from "../problem.ts";

/** @returns the parts of the request that AWS's words are about, as far as the rules know such words. */
export function blameOf(exception: string, message: string, request: JsonObject): Blame[] {
  return placesToBlame(exception, message, request);
}
