import * as vscode from "vscode";
import type { Connection, CreateChange, Done, Outcome } from "../../deploy/index.ts";
import { forNotification } from "../../server/src/sinks.ts";
import { showProblem } from "../aws/problem.ts";
import { storedOtherwise } from "./result-text.ts";
import type { Held, Results, ResultTools } from "./results.ts";
import { heldSecret } from "./secret.ts";
import { compareWithAws } from "./show-existing.ts";

/**
 * Tells what became of a create: the result beside the spec, which stays until it is closed and has everything, and one
 * notification, which goes by. What was refused or is not known has a notification of its own, since it wants something done.
 */
export async function report(
  document: vscode.TextDocument,
  outcomes: readonly Outcome<CreateChange>[],
  connection: Connection,
  results: Results,
  tools: ResultTools & { readonly subscriptions: vscode.Disposable[] },
): Promise<void> {
  const all = outcomes.map((outcome): Held => {
    const secret = outcome.outcome === "done" ? heldSecret(outcome, tools.subscriptions) : undefined;
    return { outcome, ...(secret && { secret }) };
  });
  const done = outcomes.filter((outcome) => outcome.outcome === "done");
  if (done.length > 0 || outcomes.length > 1) await results.show(document, all, connection, tools);
  for (const outcome of outcomes) if (outcome.outcome !== "done") void tellOf(outcome, tools);
  if (outcomes.length > 1 && done.length > 0) tellOfSeveral(done, outcomes.length);
  const [only] = all;
  if (all.length === 1 && only?.outcome.outcome === "done") await tellOfOne(only.outcome, only, connection, tools);
}

async function tellOf(
  outcome: Exclude<Outcome<CreateChange>, Done<CreateChange>>,
  { log, lookUp }: ResultTools,
): Promise<void> {
  const reaction = await showProblem(outcome.problem, log);
  if (outcome.outcome === "unknown" && reaction === "look-up") await lookUp(outcome);
}

function tellOfSeveral(done: readonly Done<CreateChange>[], count: number): void {
  const message =
    done.length === count
      ? vscode.l10n.t("Created {0} app clients. The result beside has their ids and secrets until you close it.", count)
      : vscode.l10n.t(
          "Created {0} of {1} app clients. The result beside says what became of each.",
          done.length,
          count,
        );
  void vscode.window.showInformationMessage(message);
}

/** Shown again after each action until it is closed; the result beside has the same actions, and stays. */
async function tellOfOne(
  done: Done<CreateChange>,
  { secret }: Held,
  connection: Connection,
  tools: ResultTools,
): Promise<void> {
  const copyId = vscode.l10n.t("Copy client ID");
  const copySecret = vscode.l10n.t("Copy secret");
  const compare = vscode.l10n.t("Compare with AWS");
  let message = createdText(done);
  for (;;) {
    const buttons = [copyId, ...(secret ? [copySecret] : []), compare];
    const chosen = await vscode.window.showInformationMessage(message, ...buttons);
    if (chosen === undefined) return;
    if (chosen === copyId) {
      await vscode.env.clipboard.writeText(done.clientId);
      message = vscode.l10n.t("Client ID {0} copied.", forNotification(done.clientId));
    } else if (chosen === copySecret) {
      await secret?.copy();
      return;
    } else await compareWithAws(tools, connection, done.change, done.clientId);
  }
}

/** Links in a notification are Markdown's. What is left to do stands in the result beside, with AWS's pages on it. */
function createdText({
  change,
  clientId,
  adopted,
  consoleUrl,
  differences,
  note,
  remaining,
}: Done<CreateChange>): string {
  const [name, id, pool] = [change.clientName, clientId, change.poolId].map((text) => forNotification(text));
  const where = change.poolName ? `${forNotification(change.poolName)} (${pool})` : pool;
  const sentences = [
    adopted
      ? vscode.l10n.t(
          "AWS's answer was lost, but the app client “{0}” was created in {1}: {2}.",
          name ?? "",
          where ?? "",
          id ?? "",
        )
      : vscode.l10n.t("Created the app client “{0}” in {1}: {2}.", name ?? "", where ?? "", id ?? ""),
  ];
  if (differences && differences.length > 0)
    sentences.push(forNotification(storedOtherwise(change, differences.map(({ path }) => path.join(".")).join(", "))));
  if (note) sentences.push(forNotification(note));
  if (remaining.length > 0) sentences.push(vscode.l10n.t("The result beside says what is still to do."));
  if (consoleUrl) sentences.push(`[${vscode.l10n.t("Open in console")}](${consoleUrl})`);
  return sentences.join(" ");
}
