import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { CreateChange, Deploy, Outcome, Plan, Problem, SpecSource } from "../../deploy/index.ts";
import { dialectOf } from "../../server/src/engine/document/dialect.ts";
import { SettingsOfFiles } from "../config.ts";
import { decode, EncodingError } from "../decode.ts";
import { type Io, UsageError } from "../io.ts";
import { problemJson, problemText } from "../problem.ts";
import { profileChoice } from "../profile-choice.ts";
import { type CreateOptions, createOptions } from "./create-options.ts";
import { type FileOutcome, outcomesJson, outcomeText, plansJson } from "./create-output.ts";

/**
 * `cognito-client create`: the extension's plan and apply, from a terminal or a CI job.
 * @returns 0 all created (or the plan shown), 1 findings, refused or not created, 2 a file that cannot be read, 3 unknown outcome
 * @throws UsageError
 */
export async function create(args: readonly string[], io: Io): Promise<number> {
  const options = createOptions(args);
  const choice = profileChoice(options.profile, io.env);
  const sources = options.files.map((file) => readSpec(file, io));
  if (sources.some((source) => source === undefined)) return 2;
  const specs = sources.filter((source) => source !== undefined);
  const settings = new SettingsOfFiles();
  for (const { name } of specs) await settings.of(resolve(io.cwd, name));
  // What the team's file says decides what stops a create, so one that is half understood stops it, too.
  if (settings.tellProblems(io) > 0) return 2;

  const { createDeploy, memoryJournal, namedPools, planText } = await import("../../deploy/index.ts");
  const mfaCode = async ({ profile, device }: { profile: string; device: string }) =>
    io.ask?.(`MFA code for ${profile} (${device}): `);
  const deploy = createDeploy({ env: io.env, journal: memoryJournal(), mfaCode });
  const poolId = specs.flatMap(namedPools).find((pool) => pool !== undefined) ?? options.poolId;
  const connection = await deploy.connect(choice, {
    ...(poolId === undefined ? {} : { poolId }),
    ...(options.region === undefined ? {} : { region: options.region }),
  });
  if (!connection.ok) return told(connection.problem, options, io);

  const plans: { source: SpecSource; plan: Plan<CreateChange> }[] = [];
  for (const source of specs) {
    const plan = await deploy.plan(connection.value, source, {
      settings: await settings.of(resolve(io.cwd, source.name)),
      ...(options.poolId === undefined ? {} : { poolId: options.poolId }),
    });
    if (!plan.ok) return told(plan.problem, options, io);
    plans.push({ source, plan: plan.value });
  }
  if (options.dryRun) {
    io.out(
      options.json
        ? `${JSON.stringify(plansJson(plans), null, 2)}\n`
        : plans.map(({ plan }) => planText(plan)).join("\n"),
    );
    return 0;
  }
  const show = options.json ? io.err : io.out;
  for (const { plan } of plans) show(`${planText(plan)}\n`);
  const refusal = await confirmed(
    plans.map(({ plan }) => plan),
    options,
    io,
  );
  if (refusal !== undefined) return refusal;
  return applyAll(deploy, plans, options, io);
}

/** @returns an exit code when it must not go on. */
async function confirmed(
  plans: readonly Plan<CreateChange>[],
  options: CreateOptions,
  io: Io,
): Promise<number | undefined> {
  if (options.yes) return undefined;
  if (!io.isTerminal.in || !io.ask) {
    throw new UsageError("There is no terminal to ask on. Look at the plan with --dry-run, then create with --yes.");
  }
  const items = plans.flatMap(({ changes }) => changes);
  const what = items.length === 1 ? `app client ${items[0]?.clientName}` : `${items.length} app clients`;
  const account = plans[0]?.identity.accountId ?? "(unknown)";
  const answer = await io.ask(`Create ${what} in account ${account}? Type yes to create: `);
  if (answer?.trim().toLowerCase() === "yes") return undefined;
  io.err("Nothing was sent.\n");
  return 1;
}

async function applyAll(
  deploy: Deploy,
  plans: readonly { source: SpecSource; plan: Plan<CreateChange> }[],
  options: CreateOptions,
  io: Io,
): Promise<number> {
  const interrupt = new AbortController();
  const onInterrupt = () => interrupt.abort();
  process.once("SIGINT", onInterrupt);
  const results: FileOutcome[] = [];
  try {
    for (const { source, plan } of plans) {
      const result = await deploy.apply(plan, {
        confirmed: plan.digest,
        current: source,
        signal: interrupt.signal,
        onProgress: ({ phase, message }) => phase !== "done" && io.err(`${message}...\n`),
      });
      if (!result.ok) {
        results.push({ file: source.name, problem: result.problem });
        break;
      }
      results.push(...result.value.map((outcome): FileOutcome => ({ file: source.name, outcome })));
      if (result.value.some(({ outcome }) => outcome !== "done")) break;
    }
  } finally {
    process.off("SIGINT", onInterrupt);
  }
  if (options.json) io.out(`${JSON.stringify(outcomesJson(results, options.showSecret), null, 2)}\n`);
  else for (const result of results) io.out(outcomeText(result, options.showSecret));
  return exitCode(results.map(({ outcome }) => outcome));
}

function exitCode(outcomes: readonly (Outcome<CreateChange> | undefined)[]): number {
  if (outcomes.some((outcome) => outcome?.outcome === "unknown")) return 3;
  return outcomes.every((outcome) => outcome?.outcome === "done") ? 0 : 1;
}

function told(problem: Problem, options: CreateOptions, io: Io): number {
  if (options.json) io.out(`${JSON.stringify({ problem: problemJson(problem) }, null, 2)}\n`);
  else io.err(problemText(problem));
  return 1;
}

function readSpec(file: string, io: Io): SpecSource | undefined {
  try {
    const { text } = decode(readFileSync(resolve(io.cwd, file)));
    return { name: file, text, dialect: dialectOf(file, "", text) };
  } catch (error) {
    const why = error instanceof EncodingError ? error.message : reason(error as NodeJS.ErrnoException);
    io.err(`${file} ${why}.\n`);
    return undefined;
  }
}

function reason(error: NodeJS.ErrnoException): string {
  if (error.code === "ENOENT") return "does not exist";
  if (error.code === "EISDIR") return "is a folder: name the file";
  if (error.code === undefined) throw error;
  return `cannot be read (${error.code})`;
}
