import type { Json, JsonObject } from "../json.ts";
import type { Problem, SpecFinding } from "../problem.ts";
import type { CreateChange, UpdateChange } from "./change.ts";
import { actionOf, blockedBy, type PlannedItem, savedDigest } from "./item.ts";
import type { SettingChange } from "./setting-change.ts";

/** The JSON of `plan`, which is also a saved plan. It holds no secret and no authority: applying reads everything again. */
export function planDocument(
  items: readonly PlannedItem[],
  { tool, madeAt }: { readonly tool: string; readonly madeAt: Date },
): JsonObject {
  return { plans: items.map(planJson), digest: savedDigest(items), madeAt: madeAt.toISOString(), tool };
}

function planJson(item: PlannedItem): JsonObject {
  const { file, environment, plan } = item;
  const problem = blockedBy(item);
  const [change] = plan?.changes ?? [];
  return {
    file,
    ...(environment ? { environment: environment.name, protected: environment.protected === true } : {}),
    action: actionOf(item),
    ...(problem ? { problem: problemOf(problem) } : {}),
    ...(plan && change
      ? {
          account: plan.identity.accountId ?? null,
          region: change.where.region,
          ...(change.where.endpoint === undefined ? {} : { endpoint: change.where.endpoint }),
          poolId: change.poolId,
          clientName: change.clientName,
          ...(change.verb === "create" ? created(change) : updated(change)),
          request: change.shown,
          findings: plan.findings.map((finding) => findingJson(file, finding)),
        }
      : problem?.findings
        ? { findings: problem.findings.map((finding) => findingJson(file, finding)) }
        : {}),
  };
}

function created({ filledIn }: CreateChange): JsonObject {
  return {
    changes: [],
    undeclared: [],
    immovable: [],
    filledIn: filledIn.map(({ path, text }) => ({ path: pointer(path), text })),
  };
}

function updated(change: UpdateChange): JsonObject {
  const { clientId, live } = change;
  return {
    clientId,
    ...(live.changedAt === undefined ? {} : { lastModified: live.changedAt }),
    ...groups(change),
    filledIn: [],
  };
}

/** The three groups of an update: what changes, what stays unsaid, what cannot be changed. Paths count from the request. */
function groups({ changes, undeclared, immovable }: UpdateChange): JsonObject {
  return {
    changes: changes.map(changeJson),
    undeclared: undeclared.map(({ path, ...rest }) => ({ path: pointer(path), ...rest })),
    immovable: immovable.map(({ path, ...rest }) => ({ path: pointer(path), ...rest })),
  };
}

function changeJson({ path, live, wanted, ...rest }: SettingChange): JsonObject {
  return { path: pointer(path), ...rest, live: live ?? null, wanted: wanted ?? null };
}

export type DriftStatus = "in-sync" | "differs" | "missing" | "unknown";

/**
 * Whether an app client is as its spec has it.
 * @param declaredOnly what the spec does not say is no difference.
 */
export function driftOf({ plan, problem }: PlannedItem, declaredOnly: boolean): DriftStatus {
  if (problem?.kind === "missing") return "missing";
  const [change] = plan?.changes ?? [];
  if (change?.verb !== "update") return "unknown";
  const { changes, undeclared, immovable } = change;
  const differs = changes.length + immovable.length + (declaredOnly ? 0 : undeclared.length) > 0;
  return differs ? "differs" : "in-sync";
}

/** The JSON of `drift`. */
export function driftDocument(items: readonly PlannedItem[], declaredOnly: boolean): JsonObject {
  const summary: Record<string, number> = { inSync: 0, differs: 0, missing: 0, unknown: 0 };
  const drift = items.map((item): Json => {
    const status = driftOf(item, declaredOnly);
    const counter = status === "in-sync" ? "inSync" : status;
    summary[counter] = (summary[counter] ?? 0) + 1;
    const [change] = item.plan?.changes ?? [];
    return {
      file: item.file,
      ...(item.environment ? { environment: item.environment.name } : {}),
      ...(change?.verb === "update" ? { clientId: change.clientId, ...groups(change) } : {}),
      status,
      ...(item.problem ? { problem: problemOf(item.problem) } : {}),
    };
  });
  return { drift, summary };
}

function problemOf({ kind, message, next, aws }: Problem): JsonObject {
  return { kind, message, next: next as unknown as JsonObject, ...(aws ? { aws: { ...aws } } : {}) };
}

function findingJson(spec: string, { file = spec, ruleId, severity, message, path }: SpecFinding): JsonObject {
  return { file, ruleId, severity, message, path: pointer(path) };
}

/** RFC 6901. */
function pointer(path: readonly (string | number)[]): string {
  return path.map((step) => `/${String(step).replace(/~/g, "~0").replace(/\//g, "~1")}`).join("");
}
