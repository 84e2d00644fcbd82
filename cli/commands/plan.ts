import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { forPrograms } from "../../server/src/sinks.ts";
import { type Command, oneOf, parseOptions } from "../command.ts";
import { interruptible } from "../interrupt.ts";
import { type Io, UsageError } from "../io.ts";
import { version } from "../package-folder.ts";
import { exitCodeOf, type Result } from "../planning/exit-code.ts";
import { environmentOption, outputOption, outputs, profileOption } from "../planning/options.ts";
import { planAll, settingsOf, targetsOfAll } from "../planning/plan-all.ts";
import type { Planned } from "../planning/plan-target.ts";
import { itemText, summaryText } from "../planning/plan-text.ts";
import { openWorkbench, type Workbench } from "../planning/workbench.ts";
import { problemText } from "../problem.ts";

const options = {
  ...profileOption,
  ...environmentOption,
  out: { type: "string", value: "FILE", help: 'save the plan, for "cognito-client apply FILE"' },
  ...outputOption,
  "fail-on-changes": { type: "boolean", help: "exit 4 when there is something to do" },
} as const;

export const planCommand: Command = {
  summary: "show what apply would change, and write nothing",
  usage: "--profile NAME [options] FILE[#NAME]...",
  about: `Compares each app client of the files with AWS: create, update, none or blocked, and every change by what it may do.
An app client is known by its id: that of the environments file, or the spec's own ClientId. What the spec does not
declare stays as it is. #NAME picks one app client of a file that holds several.`,
  options,
  examples: [
    ["cognito-client plan --profile dev --env dev web.cognito-client.yaml", "what would change in dev"],
    ["cognito-client plan --env prod --out plan.json *.cognito-client.yaml", "to be approved, then applied"],
  ],
  exitCodes: {
    0: "the plan was made",
    1: "blocked or refused, or it could not be looked",
    2: "bad usage, a file that cannot be read, or output that cannot be written",
    4: "with --fail-on-changes: there is something to do",
  },
  run: plan,
};

async function plan(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = parseOptions(options, args);
  if (positionals.length === 0) throw new UsageError("Name at least one file to plan.");
  const json = oneOf("--output", values.output ?? "text", outputs) === "json";
  const targets = await targetsOfAll(positionals, values.env, io);
  const settings = await settingsOf(targets, io);
  const bench = await openWorkbench(values.profile, io);
  const { value: items, code } = await interruptible((signal) => planAll(targets, bench, settings, signal));
  if (code !== undefined) return code;

  const document = bench.aws.planDocument(items, { tool: version(), madeAt: new Date() });
  const text = `${forPrograms(JSON.stringify(document, null, 2))}\n`;
  const results = items.map((item) => resultOf(item, bench));
  if (json) io.out(text);
  else io.out(items.map((item) => `${itemText(item, bench.aws)}\n`).join("") + summaryText(items, bench.aws));
  if (values.out !== undefined) results.push(save(values.out, text, items, bench, io));
  return exitCodeOf(results.map((each) => (each === "differs" && !values["fail-on-changes"] ? "done" : each)));
}

function resultOf(item: Planned, { aws }: Workbench): Result {
  const action = aws.actionOf(item);
  if (action === "blocked") return "refused";
  const [change] = item.plan?.changes ?? [];
  return action === "none" && change?.verb === "update" && change.immovable.length === 0 ? "done" : "differs";
}

/** A plan in which something is blocked is none that could be applied. */
function save(name: string, text: string, items: readonly Planned[], { aws }: Workbench, io: Io): Result {
  const blocked = items.filter((item) => aws.actionOf(item) === "blocked").length;
  const problem = aws.notSavable(items);
  if (problem || blocked > 0) {
    io.err(problem ? problemText(problem) : `${name} was not written: ${blocked} of ${items.length} blocked.\n`);
    return "refused";
  }
  try {
    writeFileSync(resolve(io.cwd, name), text);
    return "done";
  } catch (error) {
    throw new UsageError(`${name} cannot be written (${(error as NodeJS.ErrnoException).code}).`);
  }
}
