import { setTimeout as sleep } from "node:timers/promises";
import type { Problem } from "../../deploy/index.ts";
import { SettingsOfFiles } from "../config.ts";
import type { Io } from "../io.ts";
import { EnvironmentsFiles } from "../targets/environments-files.ts";
import { resolveTargets } from "../targets/resolve.ts";
import { type Target, TargetError } from "../targets/target.ts";
import { type Planned, planTarget } from "./plan-target.ts";
import type { Workbench } from "./workbench.ts";

/** Resolves what was typed, all of it before anything is asked of AWS. @throws UsageError, TargetError */
export async function targetsOfAll(
  files: readonly string[],
  environment: string | undefined,
  io: Io,
): Promise<readonly Target[]> {
  const found = new EnvironmentsFiles();
  const targets: Target[] = [];
  for (const file of files) targets.push(...(await resolveTargets({ file, environment }, found, io)));
  return targets;
}

/** The settings of the files in question. @throws TargetError where a config file is only half understood, which is told */
export async function settingsOf(targets: readonly Target[], io: Io): Promise<SettingsOfFiles> {
  const settings = new SettingsOfFiles();
  for (const { path } of targets) await settings.of(path);
  if (settings.tellProblems(io) > 0) throw new TargetError();
  return settings;
}

/** Milliseconds from one app client to the next: a pool takes five calls of a kind in a second, for everybody together. */
const PACE = 250;

/**
 * Plans all of them, four a second at most: each begins a while after the one before it, whose answers may still be on their way.
 * Stops early on a signal.
 */
export async function planAll(
  targets: readonly Target[],
  bench: Workbench,
  settings: SettingsOfFiles,
  signal?: AbortSignal,
  compareOnly = false,
): Promise<readonly Planned[]> {
  const under: Promise<Planned>[] = [];
  for (const target of targets) {
    if (under.length > 0) await sleep(PACE);
    if (signal?.aborted) break;
    const one = planTarget(target, bench, settings, compareOnly);
    // What it rejects with is told below, not by Node while the next one waits.
    one.catch(() => {});
    under.push(one);
  }
  return withoutTwins(await Promise.all(under));
}

/** One app client that several specs would write, or one name that several would create: neither of them is the right one. */
function withoutTwins(planned: readonly Planned[]): readonly Planned[] {
  const byIdentity = new Map<string, Planned[]>();
  for (const item of planned) {
    const [change] = item.plan?.changes ?? [];
    if (!change) continue;
    const own = change.verb === "create" ? ["name", change.clientName] : ["id", change.clientId];
    const key = JSON.stringify([change.where.endpoint ?? change.where.region, change.poolId, ...own]);
    byIdentity.set(key, [...(byIdentity.get(key) ?? []), item]);
  }
  const twins = new Map<Planned, Problem>();
  for (const items of byIdentity.values()) {
    if (items.length < 2) continue;
    const files = items.map(({ file }) => file).join(" and ");
    const message = `${files} stand for the same app client (${nameIn(items)}), so neither is written. Name one of them.`;
    for (const item of items) twins.set(item, { kind: "spec", message, next: { kind: "fix-spec" } });
  }
  return planned.map((item) => {
    const problem = twins.get(item);
    return problem ? { ...item, problem } : item;
  });
}

function nameIn(items: readonly Planned[]): string {
  const [change] = items[0]?.plan?.changes ?? [];
  if (!change) return "";
  return change.verb === "create" ? change.clientName : change.clientId;
}
