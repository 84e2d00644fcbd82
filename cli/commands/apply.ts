import type { Change, Problem } from "../../deploy/index.ts";
import { forPrograms, forTerminal } from "../../server/src/sinks.ts";
import { type Command, oneOf, parseOptions } from "../command.ts";
import { interruptible } from "../interrupt.ts";
import { type Io, UsageError } from "../io.ts";
import { appliedJson, appliedText, resultOf } from "../planning/applied.ts";
import { type Applied, applyAll } from "../planning/apply-all.ts";
import { isConfirmed } from "../planning/confirm.ts";
import { exitCodeOf } from "../planning/exit-code.ts";
import { environmentOption, outputOption, outputs, profileOption } from "../planning/options.ts";
import { planAll, settingsOf, targetsOfAll } from "../planning/plan-all.ts";
import type { Planned } from "../planning/plan-target.ts";
import { itemText, summaryText } from "../planning/plan-text.ts";
import { ageText, movedSince, readSavedPlan, type SavedPlan } from "../planning/saved-plan.ts";
import { openWorkbench, type Workbench } from "../planning/workbench.ts";
import { problemJson, problemText } from "../problem.ts";
import type { Target } from "../targets/target.ts";
import { settleEarlier } from "./earlier.ts";

const options = {
  ...profileOption,
  ...environmentOption,
  yes: { type: "boolean", help: "do not ask (needed where there is no terminal)" },
  confirm: {
    type: "string",
    value: "ENV",
    multiple: true,
    help: "name of a protected environment, which --yes alone does not open",
  },
  link: { type: "boolean", help: "write the id of a new app client into the environments file" },
  ...outputOption,
} as const;

export const applyCommand: Command = {
  summary: "update app clients as their specs say, and create those that certainly do not exist",
  usage: "--profile NAME [options] (PLAN.json | FILE[#NAME]...)",
  about: `Shows the plan, asks, looks at AWS again, and sends each change once. Declared wins, undeclared stays: what the spec does
not say keeps its value. An app client is created only where its pool certainly has none of that name; nothing is deleted.
A plan that was saved is made anew, and refused if anything is not as it was saved.`,
  options,
  examples: [
    ["cognito-client apply --profile dev --env dev web.cognito-client.yaml", "shows, asks, updates"],
    ["cognito-client apply --env prod --yes --confirm prod web.cognito-client.yaml", "from a script"],
    ["cognito-client apply --yes plan.json", "what was approved, or nothing"],
  ],
  writes: true,
  exitCodes: {
    0: "all is as the specs say",
    1: "refused, blocked or not done",
    2: "bad usage, or a file that cannot be read",
    3: "it is not certain what became of a request",
    130: "interrupted (143: terminated); what was under way is told",
  },
  run: apply,
};

interface Run {
  readonly io: Io;
  readonly json: boolean;
}

async function apply(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = parseOptions(options, args);
  const [first] = positionals;
  if (first === undefined) throw new UsageError("Name a saved plan, or at least one file to apply.");
  const run = { io, json: oneOf("--output", values.output ?? "text", outputs) === "json" };
  const saved = positionals.length === 1 ? readSavedPlan(first, io) : undefined;
  if (saved && values.env !== undefined)
    throw new UsageError(`${saved.name} says which environments it is for: leave --env out.`);
  const targets = saved ? await targetsOfSaved(saved, io) : await targetsOfAll(positionals, values.env, io);
  const settings = await settingsOf(targets, io);
  const bench = await openWorkbench(values.profile, io);

  const { value: planned, code } = await interruptible(async (signal) => {
    const items = await planAll(targets, bench, settings, signal);
    const earlier = await settleAll(items, bench, io);
    return earlier === "settled" ? planAll(targets, bench, settings, signal) : (earlier ?? items);
  });
  if (code !== undefined) return code;
  if ("kind" in planned) return told(planned, run);
  const moved = saved ? movedSince(saved, bench.aws.planDocument(planned, { tool: "", madeAt: new Date(0) })) : [];

  const show = run.json ? io.err : io.out;
  const age = saved ? ageText(saved, Date.now()) : "";
  if (age !== "") io.err(`${forTerminal(age)}\n`);
  show(planned.map((item) => `${itemText(item, bench.aws)}\n`).join("") + summaryText(planned, bench.aws));
  if (saved && moved.length > 0) return told(notAsSaved(saved, moved), run);
  const todo = planned.filter((item) => ["create", "update"].includes(bench.aws.actionOf(item)));
  if (todo.length > 0) {
    if (await io.isLost?.(run.json ? "err" : "out")) {
      io.err("Nothing was sent: the plan cannot be written, so nobody can have seen it.\n");
      return 1;
    }
    const confirmation = {
      question: questionOf(todo),
      changes: todo.flatMap(({ plan }): Change[] => [...(plan?.changes ?? [])]),
      yes: values.yes ?? false,
      typed: values.confirm ?? [],
      option: "--confirm",
      saved: saved !== undefined,
    } as const;
    if (!(await isConfirmed(confirmation, io))) {
      io.err("Nothing was sent.\n");
      return 1;
    }
  }
  return send(planned, bench, values.link ?? false, run);
}

async function send(planned: readonly Planned[], bench: Workbench, link: boolean, { io, json }: Run): Promise<number> {
  const { value: applied, code } = await interruptible((signal) => applyAll(planned, bench, { link, signal, io }));
  const text = json
    ? `${forPrograms(JSON.stringify(appliedJson(applied), null, 2))}\n`
    : applied.map((each: Applied) => appliedText(each)).join("");
  io.out(text);
  // An id that nobody has seen is an app client that nobody knows of.
  if (await io.isLost?.("out")) io.err(text);
  const own = exitCodeOf(applied.map(resultOf));
  return own <= 1 && code !== undefined ? code : own;
}

/** The files and environments that a saved plan names, read anew. Paths count from the current folder. */
async function targetsOfSaved({ plans }: SavedPlan, io: Io): Promise<readonly Target[]> {
  const targets: Target[] = [];
  for (const { file, environment } of plans) targets.push(...(await targetsOfAll([file], environment, io)));
  return targets;
}

async function settleAll(
  items: readonly Planned[],
  { deploy }: Workbench,
  io: Io,
): Promise<Problem | "settled" | undefined> {
  let settled = false;
  for (const { plan } of items) {
    if (!plan) continue;
    const earlier = await settleEarlier(deploy, plan.connection(), [plan], io);
    if (earlier !== undefined && earlier !== "settled") return earlier;
    settled ||= earlier === "settled";
  }
  return settled ? "settled" : undefined;
}

function questionOf(todo: readonly Planned[]): string {
  const names = todo.map(({ plan, environment }) => {
    const [change] = plan?.changes ?? [];
    const where = environment ? ` in ${environment.name}` : "";
    return `${change?.verb} ${change?.clientName}${where}`;
  });
  const accounts = new Set(todo.map(({ plan }) => plan?.identity.accountId ?? "(unknown)"));
  const what = names.length > 5 ? `${names.length} app clients` : names.join(", ");
  return `${what.charAt(0).toUpperCase()}${what.slice(1)}, account ${[...accounts].join(", ")}?`;
}

function notAsSaved({ name }: SavedPlan, moved: readonly string[]): Problem {
  const message = `What ${name} was made for is not so any more: ${moved.join("; ")}. Nothing was sent. Make the plan anew.`;
  return { kind: "changed", message, next: { kind: "plan-again" } };
}

function told(problem: Problem, { io, json }: Run): number {
  if (json) io.out(`${forPrograms(JSON.stringify({ problem: problemJson(problem) }, null, 2))}\n`);
  else io.err(problemText(problem));
  return 1;
}
