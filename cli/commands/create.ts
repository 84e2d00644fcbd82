import { resolve } from "node:path";
import type { CreateChange, Problem, Result, SpecSource } from "../../deploy/index.ts";
import { forPrograms, forTerminal, linesForTerminal } from "../../server/src/sinks.ts";
import type { Command } from "../command.ts";
import { SettingsOfFiles } from "../config.ts";
import type { Io } from "../io.ts";
import { isConfirmed } from "../planning/confirm.ts";
import { openWorkbench } from "../planning/workbench.ts";
import { printed } from "../printed.ts";
import { problemJson, problemText } from "../problem.ts";
import { profileChoice } from "../profile-choice.ts";
import { readSpec } from "../spec-file.ts";
import { sortExisting } from "./create-existing.ts";
import { environmentsOf } from "./create-guards.ts";
import { type CreateOptions, createOptions, optionsOfCreate } from "./create-options.ts";
import { plansJson } from "./create-output.ts";
import { type PlannedFile, sendAll } from "./create-send.ts";
import { settleEarlier } from "./earlier.ts";

export const createCommand: Command = {
  summary: "create app clients in AWS, after showing what is sent",
  usage: "--profile NAME [options] FILE...",
  about: `Shows what would be sent to AWS and what Cognito fills in, asks, and creates each app client once.
A lost answer is looked up in the user pool; nothing is sent twice.
A cognito-client.config.json in a file's folder, or the nearest above it, says what is an error, as in lint. What a
cognito-client.environments.yaml there says of the pool guards it: its account, and its name where it is protected.`,
  options: optionsOfCreate,
  examples: [
    ["cognito-client create --profile dev --dry-run web.cognito-client.yaml", "shows the plan"],
    ["cognito-client create --profile dev web.cognito-client.yaml", "shows it, asks, and creates"],
  ],
  writes: true,
  exitCodes: {
    0: "all created (or the plan shown)",
    1: "findings, refused or not created",
    2: "bad usage, or a file that cannot be read",
    3: "it is not certain what became of a request",
  },
  run: create,
};

async function create(args: readonly string[], io: Io): Promise<number> {
  const options = createOptions(args);
  const choice = profileChoice(options.profile, io.env);
  const sources = options.files.map((file) => readSpec(file, io));
  if (sources.some((source) => source === undefined)) return 2;
  const specs = sources.filter((source) => source !== undefined);
  const settings = new SettingsOfFiles();
  for (const { name } of specs) await settings.of(resolve(io.cwd, name));
  // What the team's file says decides what stops a create, so one that is half understood stops it, too.
  if (settings.tellProblems(io) > 0) return 2;

  const environments = await environmentsOf(specs, io);

  const {
    aws: { namedPools, planText },
    deploy,
  } = await openWorkbench(options.profile, io);
  const poolId = specs.flatMap(namedPools).find((pool) => pool !== undefined) ?? options.poolId;
  const connection = await deploy.connect(choice, {
    ...(poolId === undefined ? {} : { poolId }),
    ...(options.region === undefined ? {} : { region: options.region }),
  });
  if (!connection.ok) return told(connection.problem, options, io);

  let asked: SpecSource | undefined;
  const skipped: CreateChange[] = [];
  const planAll = async (): Promise<Result<readonly PlannedFile[]>> => {
    const plans: PlannedFile[] = [];
    skipped.length = 0;
    for (const source of specs) {
      asked = source;
      const wish = {
        settings: await settings.of(resolve(io.cwd, source.name)),
        environments: environments.get(source) ?? [],
        ...(options.poolId === undefined ? {} : { poolId: options.poolId }),
      };
      const plan = await deploy.plan(connection.value, source, wish);
      if (!plan.ok) return plan;
      const sorted = sortExisting(plan.value, options.ifExists);
      if ("kind" in sorted) return { ok: false, problem: sorted };
      const { missing, existing } = sorted;
      skipped.push(...existing);
      if (missing.length === 0) continue;
      const rest =
        existing.length === 0 ? plan : await deploy.plan(connection.value, source, { ...wish, only: missing });
      if (!rest.ok) return rest;
      plans.push({ source, plan: rest.value });
    }
    return { ok: true, value: plans };
  };
  let planned = await planAll();
  if (!planned.ok) return told(planned.problem, options, io, asked);
  const earlier = await settleEarlier(
    deploy,
    connection.value,
    planned.value.map(({ plan }) => plan),
    io,
  );
  if (earlier === "settled") planned = await planAll();
  if (!planned.ok) return told(planned.problem, options, io, asked);
  const plans = planned.value;
  for (const { clientName, sameName = [] } of skipped)
    io.err(
      `${forTerminal(`${clientName} exists already (${sameName.map(({ id }) => id).join(", ")}): passed over.`)}\n`,
    );
  if (options.dryRun) {
    io.out(
      options.json
        ? `${forPrograms(JSON.stringify(plansJson(plans), null, 2))}\n`
        : linesForTerminal(plans.map(({ plan }) => planText(plan)).join("\n")),
    );
    return printed(0, io);
  }
  if (earlier !== undefined && earlier !== "settled") return told(earlier, options, io);
  const show = options.json ? io.err : io.out;
  for (const { plan } of plans) show(`${linesForTerminal(planText(plan))}\n`);
  if (await io.isLost?.(options.json ? "err" : "out")) {
    io.err("Nothing was sent: the plan cannot be written, so nobody can have seen it. Use --dry-run to look at it.\n");
    return 1;
  }
  if (plans.length === 0) {
    if (options.json) io.out(`${JSON.stringify({ results: [] }, null, 2)}\n`);
    return 0;
  }
  if (!(await isConfirmed(confirmationOf(plans, options), io))) {
    io.err("Nothing was sent.\n");
    return 1;
  }
  return sendAll(deploy, plans, options, io);
}

function confirmationOf(plans: readonly PlannedFile[], { yes, confirmed }: CreateOptions) {
  const items = plans.flatMap(({ plan }) => plan.changes);
  const what =
    items.length === 1 ? `app client ${forTerminal(items[0]?.clientName ?? "")}` : `${items.length} app clients`;
  const account = plans[0]?.plan.identity.accountId ?? "(unknown)";
  return {
    question: `Create ${what} in account ${account}?`,
    changes: items,
    yes,
    typed: confirmed,
    option: "--confirm",
  } as const;
}

function told(problem: Problem, options: CreateOptions, io: Io, source?: SpecSource): number {
  if (options.json) io.out(`${forPrograms(JSON.stringify({ problem: problemJson(problem) }, null, 2))}\n`);
  else io.err(problemText(problem, source));
  return 1;
}
