import { randomUUID } from "node:crypto";
import { afterCreate } from "./after-create.ts";
import { CallError } from "./aws/call-error.ts";
import type { Gateway, ReturnedClient } from "./aws/gateway.ts";
import { problemOf } from "./call-problem.ts";
import { differences } from "./compare.ts";
import { lookUp, type Sighting } from "./look-up.ts";
import type { Problem } from "./problem.ts";
import { sleep } from "./timing.ts";
import type {
  Created,
  Journal,
  NotCreated,
  Outcome,
  PendingCreate,
  Phase,
  Plan,
  PlanItem,
  Timing,
  Unknown,
} from "./types.ts";
import { consoleUrl } from "./where.ts";

export interface CreateContext {
  readonly plan: Plan;
  readonly journal: Journal;
  readonly timing: Timing;
  readonly signal: AbortSignal | undefined;
  readonly report: (phase: Phase, message: string, extra?: { waitMs?: number; cancellable?: boolean }) => void;
  /** Ids that this very run created: no surprise when they appear in the pool. */
  readonly ours: ReadonlySet<string>;
}

/** One app client: look at the pool, note it in the journal, send once, say what became of it. */
export async function createOne(item: PlanItem, context: CreateContext): Promise<Outcome> {
  const { plan, journal, signal, report } = context;
  const gateway = plan.connection().gateway(item.poolId);
  report("checking", `Looking for app clients called ${item.clientName}`);
  const known = await idsOfName(item, gateway, context);
  if ("outcome" in known) return known;
  if (signal?.aborted) return notCreated(item, cancelled);

  const record = recordOf(item, plan, known.ids);
  const answer = await sendUntilTaken(item, gateway, record, context);
  if ("outcome" in answer) return answer;
  if ("clientId" in answer) return created(item, answer, false, await forget(journal, record));

  // From here on it may have happened.
  report("looking-up", "The answer was lost; looking in the pool what became of it", { cancellable: false });
  const sought = { poolId: item.poolId, clientName: item.clientName, request: item.request(), secretKnown: true };
  const sighting: Sighting = known.ids
    ? await lookUp(gateway, { ...sought, knownIds: known.ids }, context.timing.lookUp, sleep)
    : { kind: "unclear", candidates: [] };
  if (sighting.kind === "found") return created(item, sighting.client, true, await forget(journal, record));
  const problem = problemOf(answer, situation(item, plan));
  if (sighting.kind === "nothing" && answer.fate === "failed") {
    const note = await forget(journal, record);
    const message = `${problem.message} The pool has no new app client called ${item.clientName}: nothing was created.${note ? ` ${note}` : ""}`;
    return notCreated(item, { ...problem, message });
  }
  return unknown(item, record, problem, sighting);
}

/** Sends, and again only after an answer that says "not now, not done". */
async function sendUntilTaken(
  item: PlanItem,
  gateway: Gateway,
  record: PendingCreate,
  { plan, journal, timing, signal, report }: CreateContext,
): Promise<ReturnedClient | CallError | NotCreated> {
  for (let attempt = 0; ; attempt++) {
    try {
      await journal.put({ ...record, sentAt: new Date().toISOString() });
    } catch {
      return notCreated(item, {
        kind: "config",
        message:
          "The note that a create is under way could not be stored, so nothing was sent. Check free space and permissions.",
        next: { kind: "retry" },
      });
    }
    if (signal?.aborted) {
      await forget(journal, record);
      return notCreated(item, cancelled);
    }
    report("sending", `Creating ${item.clientName}`, { cancellable: false });
    try {
      return await gateway.createClient(item.request());
    } catch (error) {
      if (!(error instanceof CallError)) throw error;
      if (error.fate === "failed" || error.fate === "no answer") return error;
      const waitMs = error.throttled ? timing.throttle[attempt] : undefined;
      if (waitMs === undefined || signal?.aborted) {
        await forget(journal, record);
        return notCreated(
          item,
          error.throttled && signal?.aborted ? cancelled : problemOf(error, situation(item, plan)),
        );
      }
      report("throttled", `AWS asks for patience; trying again in ${Math.round(waitMs / 100) / 10} s`, { waitMs });
      await sleep(waitMs, signal);
    }
  }
}

/** The ids of this name right before sending. An app client that was not there when the plan was shown stops it. */
async function idsOfName(
  item: PlanItem,
  gateway: Gateway,
  { plan, ours }: CreateContext,
): Promise<{ readonly ids: readonly string[] | undefined } | NotCreated> {
  try {
    const same = (await gateway.listClients(item.poolId)).filter(({ name }) => name === item.clientName);
    const news = same.filter(({ id }) => !ours.has(id) && !item.sameName?.some((shown) => shown.id === id));
    if (item.sameName && news.length > 0) {
      return notCreated(item, {
        kind: "changed",
        message: `Meanwhile an app client called ${item.clientName} has appeared in the pool (${news.map(({ id }) => id).join(", ")}). Nothing was sent. Look at the plan again.`,
        next: { kind: "plan-again" },
      });
    }
    return { ids: same.map(({ id }) => id) };
  } catch (error) {
    if (!(error instanceof CallError)) throw error;
    const unlisted = error.fate === "refused" && item.sameName === undefined;
    return unlisted ? { ids: undefined } : notCreated(item, problemOf(error, situation(item, plan)));
  }
}

function recordOf(item: PlanItem, plan: Plan, knownIds: readonly string[] | undefined): PendingCreate {
  return {
    id: randomUUID(),
    choice: plan.profile.choice,
    ...(plan.identity.accountId === undefined ? {} : { accountId: plan.identity.accountId }),
    region: item.where.region,
    poolId: item.poolId,
    ...(item.poolName === undefined ? {} : { poolName: item.poolName }),
    clientName: item.clientName,
    digest: plan.digest,
    sentAt: new Date().toISOString(),
    ...(knownIds ? { knownIds } : {}),
    shown: item.shown,
  };
}

/** @returns a sentence for the user when the note could not be removed: it would be reported as unresolved at the next start. */
async function forget(journal: Journal, record: PendingCreate): Promise<string | undefined> {
  try {
    await journal.remove(record.id);
    return undefined;
  } catch {
    return "The note about this create could not be removed, so it may be reported as unresolved later.";
  }
}

function created(item: PlanItem, client: ReturnedClient, adopted: boolean, note: string | undefined): Created {
  const url =
    item.where.endpoint === undefined ? consoleUrl(item.where.region, item.poolId, client.clientId) : undefined;
  return {
    outcome: "created",
    item,
    clientId: client.clientId,
    adopted,
    hasSecret: client.hasSecret,
    takeSecret: client.takeSecret,
    forgetSecret: client.forgetSecret,
    ...(url === undefined ? {} : { consoleUrl: url }),
    differences: differences(item.request(), client),
    remaining: afterCreate(item.facts, item.request()),
    ...(note === undefined ? {} : { note }),
  };
}

function notCreated(item: PlanItem, problem: Problem): NotCreated {
  const blame = problem.blame?.map((part) => ({ ...part, path: [...item.root, ...part.path] }));
  return { outcome: "not-created", item, problem: blame ? { ...problem, blame } : problem };
}

function unknown(item: PlanItem, record: PendingCreate, problem: Problem, sighting: Sighting): Unknown {
  const candidates = sighting.kind === "unclear" ? sighting.candidates : [];
  const ids = candidates.map(({ id }) => id).join(", ");
  const seen =
    sighting.kind === "blind"
      ? "and the pool cannot be listed"
      : record.knownIds === undefined
        ? "and without permission to list app clients it cannot be looked up"
        : ids
          ? `and whether ${ids} is it cannot be told`
          : "and it has not appeared in the pool so far";
  return {
    outcome: "unknown",
    item,
    candidates,
    record,
    problem: {
      kind: "unknown-outcome",
      message: `${item.clientName} may have been created: ${problem.message} It is not certain what became of the request, ${seen}. Look again before you create it anew.`,
      next: { kind: "look-again" },
      ...(problem.aws ? { aws: problem.aws } : {}),
    },
  };
}

const cancelled: Problem = { kind: "cancelled", message: "Cancelled. Nothing was sent.", next: { kind: "none" } };

function situation(item: PlanItem, plan: Plan) {
  return { connection: plan.connection(), poolId: item.poolId, request: item.request() };
}
