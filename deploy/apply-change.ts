import { randomUUID } from "node:crypto";
import { CallError } from "./aws/call-error.ts";
import type { Journal, Note } from "./journal/note.ts";
import type { Change } from "./plan/change.ts";
import type { Problem } from "./problem.ts";
import { problemOf } from "./refusals/explain.ts";
import { consoleUrl } from "./sign-in/where.ts";
import { sleep } from "./timing.ts";
import { claimOf } from "./verbs/claims.ts";
import type { Done, NotDone, Outcome, Phase } from "./verbs/outcome.ts";
import type { Effect, Situation, Stand, Verb } from "./verbs/verb.ts";

export interface ChangeContext extends Situation {
  readonly journal: Journal;
  readonly signal: AbortSignal | undefined;
  readonly report: (phase: Phase, message: string, extra?: { waitMs?: number; cancellable?: boolean }) => void;
}

/** How often a write is tried again that met another one. */
const CONCURRENT_TRIES = 3;

/** The frame of every write: look again, note it in the journal, send once, say what became of it. */
export async function applyChange<C extends Change>(
  change: C,
  verb: Verb<C>,
  context: ChangeContext,
): Promise<Outcome<C>> {
  const { journal, signal, report } = context;
  report("checking", verb.says.checking(change));
  const stand = await verb.moved(change, context);
  if (stand.problem) return notDone(change, stand.problem);
  if (stand.already) return done(change, stand.already, true, undefined);
  if (signal?.aborted) return notDone(change, cancelled);

  const note = noteOf(change, verb, context, stand.knownIds);
  const answer = await sendUntilTaken(change, verb, note, context);
  if ("outcome" in answer) return answer;
  if (!(answer instanceof CallError)) return done(change, answer, false, await forget(journal, note));

  report("looking-up", "The answer was lost; looking what became of it", { cancellable: false });
  const settled = await verb.settle(change, context, note, answer);
  if (settled.is === "done") return done(change, settled.effect, true, await forget(journal, note));
  const { problem, candidates } = settled;
  return { outcome: "unknown", change, problem, candidates, record: note };
}

/** Sends, and again only after an answer that says "not now, not done". */
async function sendUntilTaken<C extends Change>(
  change: C,
  verb: Verb<C>,
  note: Note,
  context: ChangeContext,
): Promise<Effect | CallError | NotDone<C>> {
  const { journal, timing, signal, session, report } = context;
  for (let attempt = 0; ; attempt++) {
    try {
      await journal.put({ ...note, sentAt: new Date().toISOString() });
    } catch {
      return notDone(change, unnoted);
    }
    if (signal?.aborted) {
      await forget(journal, note);
      return notDone(change, cancelled);
    }
    report("sending", verb.says.sending(change), { cancellable: false });
    try {
      return await verb.send(change, context, note);
    } catch (error) {
      if (!(error instanceof CallError)) throw error;
      const { next } = claimOf(error.kind);
      if (next === "look") return error;
      const waits = error.kind === "concurrent" ? timing.throttle.slice(0, CONCURRENT_TRIES) : timing.throttle;
      const waitMs = next === "wait" ? waits[attempt] : undefined;
      if (waitMs === undefined || signal?.aborted) {
        await forget(journal, note);
        if (next === "wait" && signal?.aborted) return notDone(change, cancelled);
        const { poolId } = change;
        return notDone(
          change,
          problemOf(error, { connection: session, poolId, ...idOf(change), request: verb.request(change) }),
        );
      }
      report("throttled", `AWS asks for patience; trying again in ${Math.round(waitMs / 100) / 10} s`, { waitMs });
      await sleep(waitMs, signal);
      // The other write may have been to this very thing: what was confirmed must still stand.
      const again: Stand = error.kind === "concurrent" ? await verb.moved(change, context) : {};
      if (again.already || again.problem) {
        await forget(journal, note);
        return again.already ?? notDone(change, again.problem);
      }
    }
  }
}

function noteOf<C extends Change>(
  change: C,
  verb: Verb<C>,
  { plan }: ChangeContext,
  knownIds: readonly string[] | undefined,
): Note {
  const { where, poolId, poolName, clientName } = change;
  return {
    id: randomUUID(),
    verb: change.verb,
    choice: plan.profile.choice,
    ...(plan.identity.accountId === undefined ? {} : { accountId: plan.identity.accountId }),
    region: where.region,
    ...(where.endpoint === undefined ? {} : { endpoint: where.endpoint }),
    poolId,
    ...(poolName === undefined ? {} : { poolName }),
    clientName,
    ...idOf(change),
    digest: plan.digest,
    sentAt: new Date().toISOString(),
    ...(knownIds ? { knownIds } : {}),
    shown: verb.shown(change),
  };
}

/** The app client that a change is about, where it exists already. */
function idOf(change: Change): { clientId?: string } {
  return change.verb === "create" ? {} : { clientId: change.clientId };
}

/** @returns a sentence for the user when the note could not be removed: it would be reported as unresolved at the next start. */
async function forget(journal: Journal, { id }: Note): Promise<string | undefined> {
  try {
    await journal.remove(id);
    return undefined;
  } catch {
    return "The note about this could not be removed, so it may be reported as unresolved later.";
  }
}

function done<C extends Change>(change: C, effect: Effect, adopted: boolean, note: string | undefined): Done<C> {
  const { endpoint, region } = change.where;
  const notes = [effect.note, note].filter((text) => text !== undefined);
  const url =
    endpoint === undefined && change.verb !== "delete" ? consoleUrl(region, change.poolId, effect.clientId) : undefined;
  return {
    outcome: "done",
    change,
    adopted,
    ...effect,
    ...(url === undefined ? {} : { consoleUrl: url }),
    ...(notes.length > 0 ? { note: notes.join(" ") } : {}),
  };
}

function notDone<C extends Change>(change: C, problem: Problem): NotDone<C> {
  const root = "root" in change ? change.root : [];
  const blame = problem.blame?.map((part) => ({ ...part, path: [...root, ...part.path] }));
  return { outcome: "not-done", change, problem: blame ? { ...problem, blame } : problem };
}

const cancelled: Problem = { kind: "cancelled", message: "Cancelled. Nothing was sent.", next: { kind: "none" } };

const unnoted: Problem = {
  kind: "config",
  message:
    "The note that a write is under way could not be stored, so nothing was sent. Check free space and permissions.",
  next: { kind: "retry" },
};
