import type { DeleteChange, Outcome, Plan } from "../../deploy/index.ts";
import { forPrograms, forTerminal } from "../../server/src/sinks.ts";
import { type Command, parseOptions } from "../command.ts";
import { type Io, UsageError } from "../io.ts";
import { isConfirmed } from "../planning/confirm.ts";
import { connectionTo, type Linked, liveTargetOf, oneLinked } from "../planning/one-target.ts";
import { environmentOption, profileOption } from "../planning/options.ts";
import { indented, whereText } from "../planning/plan-text.ts";
import { sendOne } from "../planning/send-one.ts";
import { openWorkbench } from "../planning/workbench.ts";
import { problemText } from "../problem.ts";
import { settleEarlier } from "./earlier.ts";

const options = {
  ...profileOption,
  ...environmentOption,
  confirm: { type: "string", value: "NAME", help: "the app client's name in AWS, typed exactly" },
  "confirm-env": { type: "string", value: "NAME", help: "the environment's name, where it is protected" },
} as const;

export const deleteCommand: Command = {
  summary: "delete one app client, once its name is typed",
  usage: "--profile NAME [--env NAME] FILE[#NAME] --confirm NAME",
  about: `Shows the app client as it is, with a spec from which another one could be made, and deletes it when its name has been
typed. Its users can no longer sign in through it; its id, secrets, style, risk and session settings do not come back.`,
  options,
  examples: [
    ["cognito-client delete --env dev web.cognito-client.yaml", "shows it, asks for its name"],
    ["cognito-client delete --env prod web.cognito-client.yaml --confirm web-prod --confirm-env prod", "from a script"],
  ],
  writes: true,
  exitCodes: {
    0: "deleted",
    1: "not deleted",
    2: "bad usage, or a file that cannot be read",
    3: "it is not certain whether it was deleted",
  },
  run: remove,
};

async function remove(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = parseOptions(options, args);
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0)
    throw new UsageError("Name one file: cognito-client delete FILE --confirm NAME.");
  const target = await oneLinked(file, values.env, io);
  if (values.confirm === undefined && !(io.isTerminal.in && io.ask))
    throw new UsageError("There is no terminal to ask on. Type the app client's name: --confirm NAME.");
  const bench = await openWorkbench(values.profile, io);
  const no = (problem: Parameters<typeof problemText>[0]): number => {
    io.err(problemText(problem));
    return 1;
  };
  const connection = await connectionTo(target, bench);
  if (!connection.ok) return no(connection.problem);
  const planned = await bench.deploy.planDelete(connection.value, liveTargetOf(target));
  if (!planned.ok) return no(planned.problem);
  const plan = planned.value;
  const [change] = plan.changes;
  if (!change) throw new Error("a plan without a change");
  const earlier = await settleEarlier(bench.deploy, connection.value, [plan], io);
  if (earlier !== undefined && earlier !== "settled") return no(earlier);

  io.out(shownText(target, plan, change));
  if (await io.isLost?.("out")) {
    io.err("Nothing was sent: what would be deleted cannot be shown.\n");
    return 1;
  }
  const typed =
    values.confirm ?? (await io.ask?.(`Type the app client's name to delete it (${forTerminal(change.clientName)}): `));
  if (typed !== change.clientName) {
    io.err(`That is not the name of ${forTerminal(change.clientName)}. Nothing was sent.\n`);
    return 1;
  }
  const confirmation = {
    question: "",
    changes: [change],
    yes: true,
    typed: values["confirm-env"] === undefined ? [] : [values["confirm-env"]],
    option: "--confirm-env",
  } as const;
  if (!(await isConfirmed(confirmation, io))) {
    io.err("Nothing was sent.\n");
    return 1;
  }
  const environment = change.environment?.name;
  const { result, code } = await sendOne(
    plan,
    { name: typed, ...(environment === undefined ? {} : { environment }) },
    bench,
    io,
  );
  if (!result.ok) return no(result.problem);
  const text = outcomeText(target, result.value);
  io.out(text);
  if (await io.isLost?.("out")) io.err(text);
  if (result.value.outcome === "unknown") return 3;
  return result.value.outcome === "done" ? 0 : (code ?? 1);
}

function shownText({ file }: Linked, plan: Plan<DeleteChange>, change: DeleteChange): string {
  const { live, last, madeByAws, wayBack } = change;
  const notes = [
    ...(live.dynamic ? ["It was registered dynamically, by somebody else."] : []),
    ...(madeByAws
      ? ["Its name is one that OpenSearch or Elasticsearch gives to app clients that it makes for itself."]
      : []),
    ...(last === true ? ["It is the only app client of its pool."] : []),
    ...(last === undefined ? ["Whether it is the pool's only one is not known: app clients may not be listed."] : []),
    "With it go its secrets, style, risk and session settings and terms. Access tokens that were issued end by themselves.",
  ];
  const lines = [...whereText(plan, change), ...notes.map((note) => `Note: ${note}`)];
  const spec = forPrograms(JSON.stringify(wayBack, null, 2));
  return `${forTerminal(file)}: delete\n${indented(lines.join("\n"))}  A spec to make another one, with another id and another secret:\n${indented(spec)}`;
}

function outcomeText({ file, environment, environments, link }: Linked, outcome: Outcome<DeleteChange>): string {
  const name = forTerminal(file);
  if (outcome.outcome !== "done") return `${name}: ${problemText(outcome.problem)}`;
  const { change, adopted, clientId } = outcome;
  const lines = [`${name}: deleted ${forTerminal(change.clientName)} (${clientId}).`];
  if (adopted) lines.push("  The answer was lost, or it was gone already; a look at AWS shows that it is gone.");
  if (link?.id !== undefined && environments)
    lines.push(
      `  Its id still stands under ${environment?.name} in ${forTerminal(environments.path)}: take it out there.`,
    );
  return `${lines.join("\n")}\n`;
}
