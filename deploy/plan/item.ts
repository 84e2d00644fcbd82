import { canonical, type Json, type JsonObject } from "../json.ts";
import { stateOf } from "../pool/live.ts";
import type { Problem } from "../problem.ts";
import type { CreateChange, Environment, UpdateChange } from "./change.ts";
import { digestOf } from "./digest.ts";
import type { Plan } from "./plan.ts";

/** One app client of a run over several files: what would be done, or why nothing can be. */
export interface PlannedItem {
  /** As the user named it. */
  readonly file: string;
  readonly environment?: Environment;
  readonly plan?: Plan<CreateChange> | Plan<UpdateChange>;
  readonly problem?: Problem;
}

export type Action = "create" | "update" | "none" | "blocked";

/** What would be done; a create only where the pool certainly has no app client of that name. */
export function actionOf(item: PlannedItem): Action {
  const [change] = item.plan?.changes ?? [];
  if (!change || blockedBy(item)) return "blocked";
  if (change.verb === "create") return "create";
  return change.changes.length > 0 ? "update" : "none";
}

/** @returns why nothing is done: it could not be planned, or a create might make a second app client of a name. */
export function blockedBy({ plan, problem }: PlannedItem): Problem | undefined {
  if (problem) return problem;
  const [change] = plan?.changes ?? [];
  if (change?.verb !== "create") return undefined;
  const { clientName, sameName, pending } = change;
  const blocked = (message: string): Problem => ({ kind: "changed", message, next: { kind: "plan-again" } });
  const link = `link it in cognito-client.environments.yaml by its id, or use "cognito-client create" to make one`;
  if (sameName === undefined)
    return blocked(`The pool's app clients may not be listed, so that ${clientName} may exist already: ${link}.`);
  const ids = sameName.map(({ id }) => id).join(", ");
  if (ids) return blocked(`The pool has ${clientName} already (${ids}): ${link} of the same name.`);
  return pending.length > 0
    ? blocked(`An earlier create of ${clientName} is not settled: look it up first.`)
    : undefined;
}

/** @returns why a plan cannot be saved: its file would have to hold a secret. */
export function notSavable(items: readonly PlannedItem[]): Problem | undefined {
  const secret = items.find(({ plan }) =>
    plan?.changes.some((change) => change.verb === "create" && change.secret === "from the spec"),
  );
  if (!secret) return undefined;
  const message = `${secret.file} holds a ClientSecret, and a saved plan holds none. Apply it without saving the plan.`;
  return { kind: "spec", message, next: { kind: "fix-spec" } };
}

/**
 * What a saved plan is bound to: account, place, ids, live state and wanted state of each app client; not the name of a
 * profile, a role or a session, so that another machine may apply it.
 */
export function savedDigest(items: readonly PlannedItem[]): string {
  return digestOf(items.map(stated));
}

function stated(item: PlannedItem): Json {
  const { file, environment, plan } = item;
  const [change] = plan?.changes ?? [];
  const base = {
    file,
    environment: environment?.name ?? null,
    protected: environment?.protected === true,
    action: actionOf(item),
  };
  if (!plan || !change) return base;
  const { region, endpoint } = change.where;
  const place = { account: plan.identity.accountId ?? null, region, endpoint: endpoint ?? null, poolId: change.poolId };
  if (change.verb === "create") return { ...base, ...place, wanted: canonical(change.shown) };
  const { clientId, live, shown } = change;
  const state = { live: stateOf(live), changedAt: live.changedAt ?? null };
  return { ...base, ...place, clientId, ...state, wanted: canonical(shown as JsonObject) };
}
