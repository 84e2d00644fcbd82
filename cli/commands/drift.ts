import type { DriftStatus } from "../../deploy/index.ts";
import { forPrograms, forTerminal } from "../../server/src/sinks.ts";
import { type Command, oneOf, parseOptions } from "../command.ts";
import { interruptible } from "../interrupt.ts";
import type { Io } from "../io.ts";
import { exitCodeOf, type Result } from "../planning/exit-code.ts";
import { environmentOption, outputOption, outputs, profileOption } from "../planning/options.ts";
import { planAll, settingsOf, targetsOfAll } from "../planning/plan-all.ts";
import type { Planned } from "../planning/plan-target.ts";
import { groupsText, indented } from "../planning/plan-text.ts";
import { openWorkbench, type Workbench } from "../planning/workbench.ts";
import { problemText } from "../problem.ts";
import { allLinked } from "../targets/all-linked.ts";
import { EnvironmentsFiles } from "../targets/environments-files.ts";
import type { Target } from "../targets/target.ts";

const options = {
  ...profileOption,
  ...environmentOption,
  "declared-only": { type: "boolean", help: "what a spec does not declare is no difference" },
  ...outputOption,
} as const;

export const driftCommand: Command = {
  summary: "compare what is linked with AWS, and write nothing",
  usage: "--profile NAME [options] [FILE[#NAME]...]",
  about: `Describes each app client that has an id, and nothing else of its pool's app clients. Without a file: all that the nearest
cognito-client.environments.yaml links in the environment, and specs below the current folder that have a ClientId.`,
  options,
  examples: [
    ["cognito-client drift --env prod", "all that is linked in prod"],
    ["cognito-client drift --env prod --declared-only --output json", "for a nightly job"],
  ],
  exitCodes: {
    0: "no difference",
    1: "it could not be looked, or a spec cannot be compared",
    2: "bad usage, a file that cannot be read, or output that cannot be written",
    4: "differences, or an app client that is gone",
  },
  run: drift,
};

const results: Readonly<Record<DriftStatus, Result>> = {
  "in-sync": "done",
  differs: "differs",
  missing: "differs",
  unknown: "refused",
};

async function drift(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = parseOptions(options, args);
  const json = oneOf("--output", values.output ?? "text", outputs) === "json";
  const declaredOnly = values["declared-only"] ?? false;
  const targets =
    positionals.length > 0
      ? await targetsOfAll(positionals, values.env, io)
      : await allLinked(values.env, new EnvironmentsFiles(), io);
  const settings = await settingsOf(targets, io);
  const bench = await openWorkbench(values.profile, io);
  const { value: items, code } = await interruptible(async (signal) => [
    ...targets.filter((target) => target.clientId === undefined).map(notLinked),
    ...(await planAll(
      targets.filter((target) => target.clientId !== undefined),
      bench,
      settings,
      signal,
      true,
    )),
  ]);
  if (code !== undefined) return code;
  if (json) io.out(`${forPrograms(JSON.stringify(bench.aws.driftDocument(items, declaredOnly), null, 2))}\n`);
  else for (const item of items) io.out(driftText(item, declaredOnly, bench));
  return exitCodeOf(items.map((item) => results[bench.aws.driftOf(item, declaredOnly)]));
}

function notLinked(target: Target): Planned {
  const { file, environment } = target;
  const where = environment ? ` in ${environment.name}` : "";
  const message = `${file} is not linked${where}: no id says which app client it is.`;
  return { file, target, problem: { kind: "spec", message, next: { kind: "none" } } };
}

const says: Readonly<Record<DriftStatus, string>> = {
  "in-sync": "in sync",
  differs: "differs",
  missing: "gone",
  unknown: "could not be compared",
};

function driftText(item: Planned, declaredOnly: boolean, { aws }: Workbench): string {
  const { file, environment, plan, problem } = item;
  const status = aws.driftOf(item, declaredOnly);
  const [change] = plan?.changes ?? [];
  const id = change?.verb === "update" ? ` (${change.clientId})` : "";
  const head = `${forTerminal(file)}${environment ? ` in ${environment.name}` : ""}${id}: ${says[status]}\n`;
  if (problem) return head + indented(problemText(problem));
  if (change?.verb !== "update" || status === "in-sync") return head;
  const { changes, immovable } = change;
  return (
    head + indented(groupsText({ changes, immovable, undeclared: declaredOnly ? [] : change.undeclared }).join("\n"))
  );
}
