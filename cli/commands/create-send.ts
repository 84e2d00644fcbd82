import type { CreateChange, Deploy, Outcome, Plan, Problem, Result, SpecSource } from "../../deploy/index.ts";
import { forPrograms, forTerminal } from "../../server/src/sinks.ts";
import { interruptible } from "../interrupt.ts";
import type { Io } from "../io.ts";
import { noteWritten } from "../planning/note-written.ts";
import { readSpec } from "../spec-file.ts";
import { stillGuarded } from "./create-guards.ts";
import type { CreateOptions } from "./create-options.ts";
import { type FileOutcome, outcomesJson, outcomeText } from "./create-output.ts";

export interface PlannedFile {
  readonly source: SpecSource;
  readonly plan: Plan<CreateChange>;
}

/** Sends confirmed plans, file by file, up to the first app client that is not created, and tells what became of each. */
export async function sendAll(
  deploy: Deploy,
  plans: readonly PlannedFile[],
  options: CreateOptions,
  io: Io,
): Promise<number> {
  const { value: results, code } = await interruptible(async (signal) => {
    const results: FileOutcome[] = [];
    for (const planned of plans) {
      const result = await sendOne(deploy, planned, signal, io);
      const { name: file } = planned.source;
      if (!result.ok) results.push({ file, problem: result.problem });
      for (const outcome of result.ok ? result.value : []) {
        results.push({ file, outcome });
        if (outcome.outcome === "done") await noteWritten(outcome.change, outcome.clientId, planned.plan, io);
      }
      if (results.some(({ outcome }) => outcome?.outcome !== "done")) break;
    }
    return results;
  });
  const text = options.json
    ? `${forPrograms(JSON.stringify(outcomesJson(results, options.showSecret), null, 2))}\n`
    : results.map((result) => outcomeText(result, options.showSecret)).join("");
  io.out(text);
  // An id that nobody has seen is an app client that nobody knows of.
  if (await io.isLost?.("out")) io.err(text);
  const own = exitCode(results.map(({ outcome }) => outcome));
  return own === 1 && code !== undefined ? code : own;
}

/** What is sent is what the file says now, or nothing is. */
async function sendOne(
  deploy: Deploy,
  { source, plan }: PlannedFile,
  signal: AbortSignal,
  io: Io,
): Promise<Result<readonly Outcome<CreateChange>[]>> {
  const current = readSpec(source.name, io);
  if (!current) return { ok: false, problem: changed(`${source.name} cannot be read any more.`) };
  if (!(await stillGuarded(current, plan.changes, io)))
    return { ok: false, problem: changed(`What the environments file says of ${source.name} has changed.`) };
  // Confirmed one by one, or there would be nothing to send.
  const typedEnvironments = plan.changes.flatMap(({ environment }) => environment?.name ?? []);
  return deploy.apply(plan, {
    confirmed: plan.digest,
    current,
    typedEnvironments,
    signal,
    onProgress: ({ phase, message }) => phase !== "done" && io.err(`${forTerminal(message)}...\n`),
  });
}

function changed(what: string): Problem {
  return {
    kind: "changed",
    message: `${what} Nothing was sent. Look at the plan again.`,
    next: { kind: "plan-again" },
  };
}

function exitCode(outcomes: readonly (Outcome<CreateChange> | undefined)[]): number {
  if (outcomes.some((outcome) => outcome?.outcome === "unknown")) return 3;
  return outcomes.every((outcome) => outcome?.outcome === "done") ? 0 : 1;
}
