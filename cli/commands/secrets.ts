import type { Connection, Live, Problem, SecretsAction, SecretsChange } from "../../deploy/index.ts";
import { forPrograms, forTerminal } from "../../server/src/sinks.ts";
import { type Command, oneOf, parseOptions } from "../command.ts";
import { type Io, UsageError } from "../io.ts";
import { isConfirmed } from "../planning/confirm.ts";
import { connectionTo, type Linked, liveTargetOf, oneLinked } from "../planning/one-target.ts";
import { environmentOption, outputOption, outputs, profileOption } from "../planning/options.ts";
import { indented, whereText } from "../planning/plan-text.ts";
import { type Told, toldJson, toldText } from "../planning/secrets-told.ts";
import { sendOne } from "../planning/send-one.ts";
import { openWorkbench, type Workbench } from "../planning/workbench.ts";
import { printed } from "../printed.ts";
import { problemJson, problemText } from "../problem.ts";
import { settleEarlier } from "./earlier.ts";

const options = {
  ...profileOption,
  ...environmentOption,
  yes: { type: "boolean", help: "do not ask (needed where there is no terminal)" },
  "show-secret": { type: "boolean", help: "print the value of a new secret: AWS gives it once" },
  "confirm-env": { type: "string", value: "NAME", help: "the environment's name, where it is protected" },
  ...outputOption,
} as const;

export const secretsCommand: Command = {
  summary: "list, add or delete an app client's secrets",
  usage: "(list | add | delete SECRET_ID) --profile NAME [options] FILE[#NAME]",
  about: `An app client has at most two secrets, and both are valid: add one, give it to all that use it, then delete the older one.
AWS gives the value of a new secret once. It is printed only with --show-secret, and add does nothing without it.`,
  options,
  examples: [
    ["cognito-client secrets list --env prod api.cognito-client.yaml", "ids and dates, never values"],
    [
      "cognito-client secrets add --env prod --yes --show-secret --output json api.cognito-client.yaml",
      "for a pipe into a store",
    ],
    [
      "cognito-client secrets delete 7example--1764150000 --env prod api.cognito-client.yaml",
      "the one that nobody uses",
    ],
  ],
  writes: true,
  exitCodes: {
    0: "done",
    1: "refused, or it could not be looked",
    2: "bad usage, or a file that cannot be read",
    3: "it is not certain what became of a request",
  },
  run: secrets,
};

interface Run {
  readonly target: Linked;
  readonly bench: Workbench;
  readonly connection: Connection;
  readonly io: Io;
  readonly json: boolean;
  readonly showSecret: boolean;
  readonly yes: boolean;
  readonly confirmed: readonly string[];
}

async function secrets(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = parseOptions(options, args);
  const { action, file } = asked(positionals);
  const json = oneOf("--output", values.output ?? "text", outputs) === "json";
  const showSecret = values["show-secret"] ?? false;
  if (action?.action === "add" && !showSecret)
    throw new UsageError(
      "AWS gives the value of a new secret once, and nobody could ask for it later: say --show-secret.",
    );
  const target = await oneLinked(file, values.env, io);
  const bench = await openWorkbench(values.profile, io);
  const connection = await connectionTo(target, bench);
  const confirmed = values["confirm-env"] === undefined ? [] : [values["confirm-env"]];
  const base = { target, bench, io, json, showSecret, yes: values.yes ?? false, confirmed };
  if (!connection.ok) return told(connection.problem, base);
  const run = { ...base, connection: connection.value };
  return action ? change(action, run) : list(run);
}

/** @returns no action for a list. @throws UsageError */
function asked([name, ...rest]: readonly string[]): { action?: SecretsAction; file: string } {
  const [first, second, ...more] = rest;
  if (name === "delete" && first !== undefined && second !== undefined && more.length === 0)
    return { action: { action: "delete", secretId: first }, file: second };
  if ((name === "list" || name === "add") && first !== undefined && second === undefined)
    return name === "add" ? { action: { action: "add" }, file: first } : { file: first };
  throw new UsageError(
    "Say what to do with which: secrets list FILE, secrets add FILE, or secrets delete SECRET_ID FILE.",
  );
}

async function list(run: Run): Promise<number> {
  const { target, bench, connection, io, json } = run;
  const live = await bench.deploy.readLive(connection, liveTargetOf(target));
  if (!live.ok) return told(live.problem, run);
  const { secrets: known, clientName } = live.value;
  if (!known) {
    const message = `The secrets of ${clientName} may not be listed. Ask for cognito-idp:ListUserPoolClientSecrets.`;
    return told({ kind: "permission", message, next: { kind: "choose-profile" } }, run);
  }
  if (json) {
    const { clientId, poolId } = target;
    io.out(
      `${forPrograms(JSON.stringify({ file: target.file, clientId, clientName, poolId, secrets: known }, null, 2))}\n`,
    );
  } else
    io.out(`${forTerminal(target.file)}: ${forTerminal(clientName)} (${target.clientId})\n${listText(live.value)}`);
  return printed(0, io);
}

function listText({ secret, secrets: known = [] }: Pick<Live, "secret" | "secrets">): string {
  if (known.length === 0) return secret === "yes" ? "  It has a secret that no list shows.\n" : "  It has no secret.\n";
  return known
    .map(({ id, created }, index) => {
      const age = known.length < 2 ? "" : index === known.length - 1 ? ", newer" : ", older";
      return `  ${forTerminal(id)}  ${created ?? "date not known"}${age}\n`;
    })
    .join("");
}

async function change(action: SecretsAction, run: Run): Promise<number> {
  const { target, bench, connection, io, json } = run;
  const plan = () => bench.deploy.planSecrets(connection, liveTargetOf(target), action);
  let planned = await plan();
  const earlier = await settleEarlier(bench.deploy, connection, planned.ok ? [planned.value] : [], io);
  if (earlier === "settled") planned = await plan();
  else if (earlier !== undefined) return told(earlier, run);
  if (!planned.ok) return told(planned.problem, run);
  const [shown] = planned.value.changes;
  if (!shown) throw new Error("a plan without a change");
  const text = [
    ...whereText(planned.value, shown),
    ...listText(shown.live).trimEnd().split("\n"),
    ...shown.warnings.map((warning) => `Note: ${warning}`),
  ];
  (json ? io.err : io.out)(`${forTerminal(target.file)}: ${says(shown)}\n${indented(text.join("\n"))}`);
  const confirmation = {
    question: `${says(shown)} of ${shown.clientName}?`,
    changes: [shown],
    yes: run.yes,
    typed: run.confirmed,
    option: "--confirm-env",
  } as const;
  if (!(await isConfirmed(confirmation, io))) {
    io.err("Nothing was sent.\n");
    return 1;
  }
  const environment = shown.environment?.name;
  const { result, code } = await sendOne(planned.value, environment === undefined ? {} : { environment }, bench, io);
  if (!result.ok) return told(result.problem, run);
  const outcome = result.value;
  const secret = outcome.outcome === "done" && shown.action === "add" ? outcome.takeSecret() : undefined;
  const said: Told = { file: target.file, shown, outcome, ...(secret === undefined ? {} : { secret }) };
  io.out(json ? `${forPrograms(JSON.stringify(toldJson(said), null, 2))}\n` : toldText(said));
  if (await io.isLost?.("out")) {
    // Not the value: nobody said that standard error is the place for it.
    const { secret: _value, ...rest } = said;
    io.err(toldText(rest));
    if (secret !== undefined) return 1;
  }
  if (outcome.outcome === "unknown") return 3;
  return outcome.outcome === "done" ? 0 : (code ?? 1);
}

function says({ action, secretId }: SecretsChange): string {
  return action === "add" ? "Add a secret" : `Delete the secret ${forTerminal(secretId ?? "")}`;
}

function told(problem: Problem, { io, json }: Pick<Run, "io" | "json">): number {
  if (json) io.out(`${forPrograms(JSON.stringify({ problem: problemJson(problem) }, null, 2))}\n`);
  else io.err(problemText(problem));
  return 1;
}
