import type { CreateChange, Plan, Problem, Result, UpdateChange } from "../../deploy/index.ts";
import { forTerminal } from "../../server/src/sinks.ts";
import { type Io, UsageError } from "../io.ts";
import { EnvironmentsFiles } from "../targets/environments-files.ts";
import { resolveTargets } from "../targets/resolve.ts";
import { type Target, TargetError } from "../targets/target.ts";
import type { Applied, Written } from "./applied.ts";
import { blamedIn } from "./blamed.ts";
import { noteWritten } from "./note-written.ts";
import { asksToCreate, linkedAs, type Planned } from "./plan-target.ts";
import type { Workbench } from "./workbench.ts";
import { writeLink } from "./write-link.ts";

export type { Applied } from "./applied.ts";

export interface ApplyRun {
  readonly link: boolean;
  readonly signal: AbortSignal;
  readonly io: Io;
}

/**
 * Sends what was confirmed, one app client after the other: AWS locks a pool's app clients while one is written. What concerns
 * more than one of them (credentials, an unknown outcome, a signal) stops the rest.
 */
export async function applyAll(
  planned: readonly Planned[],
  bench: Workbench,
  run: ApplyRun,
): Promise<readonly Applied[]> {
  const applied: Applied[] = [];
  let stopped: string | undefined;
  for (const item of planned) {
    const action = bench.aws.actionOf(item);
    const base = { item, action };
    if (action === "blocked") {
      const problem = bench.aws.blockedBy(item);
      applied.push({ ...base, ...(problem ? { problem } : {}) });
    } else if (action === "none") applied.push(base);
    else if (stopped !== undefined) applied.push({ ...base, problem: notSent(stopped) });
    else {
      const one = await applyOne(item, bench, run);
      applied.push({ ...base, ...one });
      if (stopsTheRest(one)) stopped = item.file;
    }
  }
  return applied;
}

type One = Pick<Applied, "outcome" | "problem" | "linked">;

async function applyOne(item: Planned, bench: Workbench, run: ApplyRun): Promise<One> {
  const current = await askedNow(item.target, run.io);
  if (!current.ok) return { problem: current.problem };
  const plan = item.plan as Plan<CreateChange> | Plan<UpdateChange>;
  const result = await sent(plan, item, current.value, bench, run);
  if (!result.ok) return { problem: result.problem };
  const [outcome] = result.value;
  if (!outcome) return {};
  if (outcome.outcome === "done") {
    outcome.forgetSecret();
    await noteWritten(outcome.change, outcome.clientId, plan, run.io);
  }
  if (outcome.outcome === "not-done") {
    const problem = blamedIn(outcome.problem, item.target, outcome.change.root.length, run.io.cwd);
    return { outcome: { ...outcome, problem } as Written };
  }
  const isNew = outcome.outcome === "done" && outcome.change.verb === "create";
  return isNew && run.link ? { outcome, ...linkedTo(item.target, outcome.clientId) } : { outcome };
}

function sent(
  plan: Plan<CreateChange> | Plan<UpdateChange>,
  { environment }: Planned,
  now: Target,
  { deploy }: Workbench,
  { signal, io }: ApplyRun,
): Promise<Result<readonly Written[]>> {
  const creates = plan.changes[0]?.verb === "create";
  return deploy.apply<CreateChange | UpdateChange>(plan as Plan<CreateChange | UpdateChange>, {
    confirmed: plan.digest,
    current: creates ? asksToCreate(now) : now.source,
    ...(environment ? { typedEnvironments: [environment.name] } : {}),
    signal,
    onProgress: ({ phase, message }) => phase !== "done" && io.err(`${forTerminal(message)}...\n`),
  }) as Promise<Result<readonly Written[]>>;
}

/** What the files say now, spec and environments file alike: what is sent is what they say, or nothing is. */
async function askedNow(target: Target, io: Io): Promise<Result<Target>> {
  const gone = (what: string): { ok: false; problem: Problem } => ({
    ok: false,
    problem: {
      kind: "changed",
      message: `${what} Nothing was sent. Look at the plan again.`,
      next: { kind: "plan-again" },
    },
  });
  try {
    const asked = { file: target.source.name, environment: target.environment?.name, index: target.index };
    const files = new EnvironmentsFiles();
    const [same] = await resolveTargets(asked, files, io);
    if (!same) return gone(`${target.file} does not hold this app client any more.`);
    if (linkedAs(same) !== linkedAs(target))
      return gone(`What the environments file says of ${target.file} has changed.`);
    return { ok: true, value: same };
  } catch (error) {
    if (error instanceof TargetError) return gone(`${target.file} cannot be read any more.`);
    if (error instanceof UsageError) return gone(error.message);
    throw error;
  }
}

function linkedTo({ path, several, clientName, environment, environments }: Target, id: string): One {
  const no = (message: string): One => ({ problem: { kind: "config", message, next: { kind: "none" } } });
  if (!environment || !environments)
    return no(`It was created, but its id (${id}) stands nowhere: no environment of an environments file is meant.`);
  const link = { path, environment: environment.name, id, ...(several ? { clientName } : {}) };
  const problem = writeLink(environments.path, link);
  return problem === undefined
    ? { linked: environments.path }
    : no(`It was created, but its id (${id}) is not written down: ${problem}`);
}

/** A refusal concerns one app client; everything else would meet the next one, too, or must be looked at first. */
function stopsTheRest({ outcome, problem }: One): boolean {
  if (outcome?.outcome === "unknown") return true;
  if (outcome?.outcome === "not-done") return outcome.problem.kind !== "refused";
  return outcome === undefined && problem !== undefined;
}

function notSent(after: string): Problem {
  return {
    kind: "cancelled",
    message: `Not sent, because of what happened to ${after} before it.`,
    next: { kind: "plan-again" },
  };
}
