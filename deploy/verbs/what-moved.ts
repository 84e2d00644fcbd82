import { differences } from "../../server/src/engine/index.ts";
import type { OfLive } from "../plan/change.ts";
import { type Live, stateOf } from "../pool/live.ts";
import type { Problem } from "../problem.ts";

/**
 * Whether an app client was written since it was shown: content alone misses A→B→A, a date alone misses servers without dates.
 * @returns what moved, as a reason to send nothing
 */
export function whatMoved(
  { live: shown, clientName }: Pick<OfLive, "live" | "clientName">,
  now: Live,
): Problem | undefined {
  const changed = (message: string): Problem => ({ kind: "changed", message, next: { kind: "plan-again" } });
  const when = now.changedAt === undefined ? "" : ` (at ${now.changedAt})`;
  const news = now.unknownMembers.filter((name) => !shown.unknownMembers.includes(name));
  if (news.length > 0)
    return changed(`${clientName} now has ${news.join(", ")}, which this version does not know. Nothing was sent.`);
  if (stateOf(now) !== stateOf(shown)) {
    const names = differences(now.settings, shown.settings).map(({ path }) => path[0]);
    const what = names.length > 0 ? names.join(", ") : "what depends on the pool";
    return changed(
      `Meanwhile somebody has changed ${what} of ${clientName} in AWS${when}. Nothing was sent. Look at the plan again.`,
    );
  }
  if (now.changedAt !== shown.changedAt)
    return changed(
      `Meanwhile somebody has written ${clientName} in AWS${when}, though its settings are what they were. Nothing was sent. Look at the plan again.`,
    );
  return undefined;
}
