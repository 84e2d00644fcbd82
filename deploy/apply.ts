import { applyChange } from "./apply-change.ts";
import type { ApplyOptions } from "./deploy.ts";
import type { Journal } from "./journal/note.ts";
import type { Change } from "./plan/change.ts";
import { planDigest } from "./plan/digest.ts";
import type { Plan } from "./plan/plan.ts";
import { fail, ok, type Problem, type Result } from "./problem.ts";
import { sessionOf } from "./sign-in/connection.ts";
import type { Timing } from "./timing.ts";
import type { NotDone, Outcome } from "./verbs/outcome.ts";
import { verbOf } from "./verbs/verbs.ts";

/** Sends a confirmed plan. What is sent is what was shown, or nothing is. */
export async function applyPlan<C extends Change>(
  plan: Plan<C>,
  options: ApplyOptions<C>,
  journal: Journal,
  timing: Timing,
): Promise<Result<readonly Outcome<C>[]>> {
  const { confirmed, current, signal, onProgress } = options;
  const changed = untyped(plan, options) ?? (await whatChanged(plan, confirmed, current));
  if (changed) return fail(changed);

  const session = sessionOf(plan.connection());
  const outcomes: Outcome<C>[] = [];
  const ours = new Set<string>();
  for (const [index, change] of plan.changes.entries()) {
    const stopped = outcomes.find(stopsTheRest);
    if (stopped) {
      outcomes.push(skipped(change, stopped));
      continue;
    }
    const progress = { change, number: index + 1, count: plan.changes.length, cancellable: true };
    const outcome = await applyChange(change, verbOf(change), {
      session,
      plan,
      journal,
      timing,
      signal,
      ours,
      notes: () => journal.list(),
      report: (phase, message, extra) => onProgress?.({ ...progress, phase, message, ...extra }),
    });
    if (outcome.outcome === "done") ours.add(outcome.clientId);
    outcomes.push(outcome);
    onProgress?.({ ...progress, phase: "done", message: outcome.outcome });
  }
  return ok(outcomes);
}

/**
 * What has to be typed: the name of what is deleted, and of each protected environment, whatever is written to it. Compared
 * exactly: another case, or a part of it, is another name.
 */
function untyped({ changes }: Plan, { typedName, typedEnvironments = [] }: ApplyOptions<never>): Problem | undefined {
  const not = (name: string): Problem => ({
    kind: "cancelled",
    message: `The name that was typed is not ${name}. Nothing was sent.`,
    next: { kind: "none" },
  });
  for (const change of changes) {
    if (change.verb === "delete" && typedName !== change.clientName) return not(change.clientName);
    const { environment } = change;
    if (environment?.protected && !typedEnvironments.includes(environment.name)) return not(environment.name);
  }
  return undefined;
}

async function whatChanged(
  plan: Plan,
  confirmed: string,
  current: ApplyOptions["current"],
): Promise<Problem | undefined> {
  const again = (what: string): Problem => ({
    kind: "changed",
    message: `${what} since the plan was shown. Nothing was sent. Look at the plan again.`,
    next: { kind: "plan-again" },
  });
  if (confirmed !== plan.digest) return again("The plan that was confirmed is another one: something has changed");
  if (!plan.stillAsked(current)) return again(`${current?.name ?? "The spec"} has changed`);
  const connection = plan.connection();
  const digest = planDigest(connection, await connection.identify(), plan.changes);
  return digest === plan.digest
    ? undefined
    : again(`Who ${plan.profile.label} stands for has changed or cannot be confirmed`);
}

/** A refusal concerns one app client; everything else would meet the next one, too, or must be looked at first. */
function stopsTheRest(outcome: Outcome): boolean {
  return outcome.outcome === "unknown" || (outcome.outcome === "not-done" && outcome.problem.kind !== "refused");
}

function skipped<C extends Change>(change: C, after: Outcome): NotDone<C> {
  const message = `Not sent, because of what happened to ${after.change.clientName} before it.`;
  return { outcome: "not-done", change, problem: { kind: "cancelled", message, next: { kind: "plan-again" } } };
}
