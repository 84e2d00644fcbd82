import { createOne } from "./create-one.ts";
import type { ApplyOptions } from "./deploy.ts";
import { sameJson } from "./digest.ts";
import { planDigest } from "./plan.ts";
import { fail, ok, type Problem, type Result } from "./problem.ts";
import type { Journal, NotCreated, Outcome, Plan, PlanItem, Timing } from "./types.ts";
import { wantedOf } from "./wanted.ts";

/** Sends a confirmed plan. What is sent is what was shown, or nothing is. */
export async function applyPlan(
  plan: Plan,
  { confirmed, current, signal, onProgress }: ApplyOptions,
  journal: Journal,
  timing: Timing,
): Promise<Result<readonly Outcome[]>> {
  const changed = await whatChanged(plan, confirmed, current);
  if (changed) return fail(changed);

  const outcomes: Outcome[] = [];
  const ours = new Set<string>();
  for (const [index, item] of plan.items.entries()) {
    const stopped = outcomes.find(stopsTheRest);
    if (stopped) {
      outcomes.push(skipped(item, stopped));
      continue;
    }
    const outcome = await createOne(item, {
      plan,
      journal,
      timing,
      signal,
      ours,
      report: (phase, message, extra) =>
        onProgress?.({
          item,
          number: index + 1,
          count: plan.items.length,
          phase,
          message,
          cancellable: true,
          ...extra,
        }),
    });
    if (outcome.outcome === "created") ours.add(outcome.clientId);
    outcomes.push(outcome);
    onProgress?.({
      item,
      number: index + 1,
      count: plan.items.length,
      phase: "done",
      cancellable: true,
      message: outcome.outcome,
    });
  }
  return ok(outcomes);
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
  const wanted = wantedOf(current, plan.options);
  if (!wanted.ok) return again(`${current.name} has changed`);
  const same =
    wanted.value.length === plan.items.length &&
    wanted.value.every(({ request }, index) => sameJson(request, plan.items[index]?.request()));
  if (!same) return again(`${current.name} has changed`);
  const connection = plan.connection();
  const digest = planDigest(connection, await connection.identify(), wanted.value);
  return digest === plan.digest
    ? undefined
    : again(`Who ${plan.profile.label} stands for has changed or cannot be confirmed`);
}

/** A refusal concerns one app client; everything else would meet the next one, too, or must be looked at first. */
function stopsTheRest(outcome: Outcome): boolean {
  return outcome.outcome === "unknown" || (outcome.outcome === "not-created" && outcome.problem.kind !== "refused");
}

function skipped(item: PlanItem, after: Outcome): NotCreated {
  const message = `Not sent, because of what happened to ${after.item.clientName} before it.`;
  return { outcome: "not-created", item, problem: { kind: "cancelled", message, next: { kind: "plan-again" } } };
}
