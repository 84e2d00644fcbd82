import type { Note } from "../../journal/note.ts";
import { sameJson } from "../../json.ts";
import type { UpdateChange } from "../../plan/change.ts";
import type { Problem } from "../../problem.ts";

/**
 * An earlier update of the same app client whose answer was lost may still arrive and undo this one, until its signature has
 * expired. The very same request again does no harm.
 */
export function heldBack(
  { poolId, clientId, clientName, shown }: UpdateChange,
  notes: readonly Note[],
  signatureLife: number,
): Problem | undefined {
  const until = notes
    .filter((note) => note.verb === "update" && note.poolId === poolId && note.clientId === clientId)
    .filter((note) => !sameJson(note.shown, shown))
    .map(({ sentAt }) => Date.parse(sentAt) + signatureLife)
    .filter((end) => end > Date.now())
    .sort((a, b) => b - a)[0];
  if (until === undefined) return undefined;
  return {
    kind: "unknown-outcome",
    message: `Another update of ${clientName} was sent and its answer was lost: it may still arrive, and would undo this one. Nothing was sent. Try again after ${new Date(until).toISOString()}.`,
    next: { kind: "look-again" },
  };
}
