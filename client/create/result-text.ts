import * as vscode from "vscode";
import type { CreateChange, Done, Outcome } from "../../deploy/index.ts";
import { forPlan, visible } from "../../server/src/sinks.ts";

/** A result as it is shown: its text, and on which of its zero-based lines each app client begins. */
export interface ResultText {
  readonly text: string;
  readonly lines: readonly number[];
}

/** What became of each app client, with all that one may want to know later; never a secret. */
export function resultText(fileName: string, outcomes: readonly Outcome<CreateChange>[], at: Date): ResultText {
  const text = [
    `// ${vscode.l10n.t("What came of creating {0}, {1}.", visible(fileName), at.toLocaleString(vscode.env.language))}`,
    `// ${vscode.l10n.t("This page stays until you close it, and is kept nowhere else. Secrets are not in it: they can be copied until then.")}`,
  ];
  const lines: number[] = [];
  for (const outcome of outcomes) {
    text.push("");
    lines.push(text.length);
    text.push(...(outcome.outcome === "done" ? created(outcome) : other(outcome)));
  }
  return { text: `${text.join("\n")}\n`, lines };
}

function created(done: Done<CreateChange>): string[] {
  const { change, clientId, adopted, hasSecret, differences, note, remaining } = done;
  const facts = {
    ClientName: change.clientName,
    ClientId: clientId,
    UserPoolId: change.poolId,
    ...(change.poolName && { UserPoolName: change.poolName }),
    Secret: hasSecret,
  };
  const head = adopted
    ? vscode.l10n.t("Created. The answer was lost; a look into the pool found the app client.")
    : vscode.l10n.t("Created.");
  const differing = (differences ?? []).map(({ path }) => path.join(".")).join(", ");
  const rest = [
    ...(differing === "" ? [] : [storedOtherwise(change, differing)]),
    ...(note ? [note] : []),
    ...remaining.map(({ message, url }) => `${vscode.l10n.t("Still to do:")} ${message} ${url}`),
  ];
  return [
    `// ${head}`,
    ...forPlan(JSON.stringify(facts, null, 2)).split("\n"),
    ...rest.map((line) => `// ${visible(line)}`),
  ];
}

/** An emulator is not AWS, and says so: on a first try against one the difference would look like a fault of the spec. */
export function storedOtherwise({ where }: CreateChange, names: string): string {
  return where.endpoint === undefined
    ? vscode.l10n.t("AWS has another value than asked for: {0}.", names)
    : vscode.l10n.t("{0}, which is not AWS, has another value than asked for: {1}.", where.endpoint, names);
}

function other({ change, outcome, problem }: Exclude<Outcome<CreateChange>, Done<CreateChange>>): string[] {
  const head = outcome === "unknown" ? vscode.l10n.t("Not known.") : vscode.l10n.t("Not created.");
  const words = problem.aws?.message && !problem.message.includes(problem.aws.message) ? ` ${problem.aws.message}` : "";
  return [`// ${visible(`${change.clientName}: ${head} ${problem.message}${words}`)}`];
}
