import type {
  Environment,
  JsonObject,
  PlanHelp,
  PlannedItem,
  Problem,
  Result,
  SpecSource,
} from "../../deploy/index.ts";
import { mergedRequest, type Environment as NamedEnvironment, plainOf } from "../../server/src/engine/index.ts";
import type { SettingsOfFiles } from "../config.ts";
import type { Target } from "../targets/target.ts";
import { judgeOf } from "./judge.ts";
import type { Workbench } from "./workbench.ts";

/** An app client of a run: what it is, and what would be done with it. */
export interface Planned extends PlannedItem {
  readonly target: Target;
}

/**
 * What an update or a create of a target would do. Reads AWS, never writes; the environment's account is asserted first.
 * @param compareOnly for looking alone: what rules object to stops nothing, and the plan cannot be sent.
 */
export async function planTarget(
  target: Target,
  bench: Workbench,
  settings: SettingsOfFiles,
  compareOnly = false,
): Promise<Planned> {
  const environment = assertedOf(target.environment);
  const item = { file: target.file, target, ...(environment ? { environment } : {}) };
  const plan = await planOf(target, bench, settings, compareOnly);
  return plan.ok ? { ...item, plan: plan.value } : { ...item, problem: plan.problem };
}

async function planOf(
  target: Target,
  { deploy, connections, factsThrough, cwd }: Workbench,
  files: SettingsOfFiles,
  compareOnly: boolean,
): Promise<Result<NonNullable<PlannedItem["plan"]>>> {
  const { file, path, source, index, clientId, poolId } = target;
  const environment = assertedOf(target.environment);
  if (poolId === undefined) return no(withoutPool(target));
  if (environment?.pool !== undefined && environment.pool !== poolId)
    return no(
      `${file} is for the user pool ${poolId}, and ${environment.name} for ${environment.pool}. A spec's own pool is never overridden: correct one of them.`,
    );
  const connection = await connections.to(poolId);
  if (!connection.ok) return connection;
  const settings = await files.of(path);
  const help: PlanHelp = { readFacts: factsThrough(connection.value), ...judgeOf(target, settings, cwd) };
  if (clientId !== undefined) {
    const set = setOf(target);
    if (!set.ok) return set;
    const where = { ...(environment ? { environment } : {}), ...(set.value ? { set: set.value } : {}) };
    const { alsoIn = [] } = target;
    const asked = { source, index, clientId, settings, alsoIn, ...where, ...help };
    return deploy.planUpdate(connection.value, compareOnly ? { ...asked, compareOnly } : asked);
  }
  const only = asksToCreate(target) === source ? { only: [index] } : {};
  return deploy.plan(connection.value, asksToCreate(target), {
    settings,
    poolId,
    ...(environment ? { environment } : {}),
    ...only,
    ...help,
  });
}

/** The spec that a create sends: the file as it is, or its request with the environment's `set` laid over it. */
export function asksToCreate({ source, client, environment, link }: Target): SpecSource {
  if (!environment || !link?.set) return source;
  const request = mergedRequest(client, environment, link);
  return { name: source.name, dialect: "json", text: JSON.stringify(request, null, 2) };
}

/** What the environments file says of a target, for a comparison with what it says later. */
export function linkedAs({ environment, clientId, poolId, link }: Target): string {
  const { set } = link ?? {};
  return JSON.stringify([assertedOf(environment) ?? null, clientId ?? null, poolId ?? null, plainOf(set) ?? null]);
}

/** What an environment asserts, without its place in the file. */
export function assertedOf(environment: NamedEnvironment | undefined): Environment | undefined {
  if (!environment) return undefined;
  const { name, account, pool, protected: guarded } = environment;
  return {
    name,
    protected: guarded,
    ...(account === undefined ? {} : { account }),
    ...(pool === undefined ? {} : { pool }),
  };
}

function setOf({ file, environment, link }: Target): Result<JsonObject | undefined> {
  if (!link?.set) return { ok: true, value: undefined };
  const value = plainOf(link.set);
  if (value === undefined)
    return no(`What ${environment?.name} sets for ${file} holds a value that is still to be filled in. Write it out.`);
  return { ok: true, value: value as JsonObject };
}

function withoutPool({ file, environment, environments }: Target): string {
  if (environment)
    return `No user pool is known: give ${environment.name} its pool in the environments file, or ${file} its UserPoolId.`;
  if (environments) return `${file} names no UserPoolId. Say which environment is meant: --env NAME.`;
  return `${file} names no UserPoolId, and no cognito-client.environments.yaml stands beside it or above.`;
}

function no(message: string): { readonly ok: false; readonly problem: Problem } {
  return { ok: false, problem: { kind: "spec", message, next: { kind: "fix-spec" } } };
}
