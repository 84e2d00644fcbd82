import type { Omission } from "./entry.ts";
import { documentation } from "./links.ts";

const API = documentation.api("API_UpdateUserPoolClient.html");

/** AWS says that an update resets what it leaves out, and nobody has seen otherwise for this member. */
export const documentedReset: Omission = { is: "reset", evidence: "documented", source: API };

/** As AWS says, and somebody lost a setting that way. */
export const seenReset = (source: string): Omission => ({ is: "reset", evidence: "observed", source });

/**
 * AWS says reset; others of its kind were seen to stay, and nobody has looked at this one. A request that depends on
 * neither is made by `updateRequest`.
 */
export const neverLookedAt: Omission = { is: "unknown", evidence: "documented", source: API };

/** AWS says reset, and it was seen to stay, through Cloud Control: what stands between may have filled it in. */
export const seenKept = (source: string): Omission => ({ is: "unknown", evidence: "observed", source });

/** Concluded from what other tools have to do. */
export const kept = (source: string): Omission => ({ is: "kept", evidence: "inferred", source });
