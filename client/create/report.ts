import * as vscode from "vscode";
import type { Connection, CreateChange, Done, Outcome } from "../../deploy/index.ts";
import { showProblem } from "../aws/problem.ts";
import { CLIPBOARD_SECONDS, copySecret } from "./secret.ts";
import { compareWithAws, type ShowTools } from "./show-existing.ts";

export interface ReportTools extends ShowTools {
  readonly subscriptions: vscode.Disposable[];
  /** Looks an unresolved create up again. */
  lookUp(outcome: Extract<Outcome<CreateChange>, { outcome: "unknown" }>): Promise<void>;
}

/** Minutes for which a secret that nobody asked for is kept in memory, should its notification never be closed. */
const SECRET_MINUTES = 15;

/** Tells what became of one app client. */
export async function report(
  outcome: Outcome<CreateChange>,
  connection: Connection,
  tools: ReportTools,
): Promise<void> {
  if (outcome.outcome === "done") return reportCreated(outcome, connection, tools);
  const reaction = await showProblem(outcome.problem, tools.log);
  if (outcome.outcome === "unknown" && reaction === "look-up") await tools.lookUp(outcome);
}

/**
 * The notification stays (comes back) after each action until it is closed; then the secret is gone from memory.
 */
async function reportCreated(created: Done<CreateChange>, connection: Connection, tools: ReportTools): Promise<void> {
  const { change: item, clientId } = created;
  const forget = setTimeout(() => created.forgetSecret(), SECRET_MINUTES * 60_000);
  let secretToTake = created.hasSecret && item.secret === "generated";
  let message = createdText(created);
  try {
    for (;;) {
      const chosen = await vscode.window.showInformationMessage(
        message,
        copyId(),
        ...(secretToTake ? [copySecretTitle()] : []),
        compare(),
      );
      if (chosen === undefined) return;
      if (chosen === copyId()) {
        await vscode.env.clipboard.writeText(clientId);
        message = vscode.l10n.t("Client ID {0} copied.", clientId);
      } else if (chosen === copySecretTitle()) {
        secretToTake = false;
        message = await takeSecret(created, tools);
      } else await compareWithAws(tools, connection, item, clientId);
    }
  } finally {
    clearTimeout(forget);
    created.forgetSecret();
  }
}

async function takeSecret(created: Done<CreateChange>, { subscriptions }: ReportTools): Promise<string> {
  const secret = created.takeSecret();
  if (secret === undefined) {
    return vscode.l10n.t(
      "The client secret is no longer kept here. Find it in the AWS console, on the app client's page.",
    );
  }
  await copySecret(secret, subscriptions);
  return vscode.l10n.t("Client secret copied. It leaves the clipboard in {0} seconds.", CLIPBOARD_SECONDS);
}

/** Links in a notification are Markdown's: what is left to do leads to AWS's page on it. */
function createdText({
  change: item,
  clientId,
  adopted,
  consoleUrl,
  differences,
  note,
  remaining,
}: Done<CreateChange>): string {
  const where = item.poolName ? `${item.poolName} (${item.poolId})` : item.poolId;
  const sentences = [
    adopted
      ? vscode.l10n.t(
          "AWS's answer was lost, but the app client “{0}” was created in {1}: {2}.",
          item.clientName,
          where,
          clientId,
        )
      : vscode.l10n.t("Created the app client “{0}” in {1}: {2}.", item.clientName, where, clientId),
  ];
  if (differences && differences.length > 0) {
    const names = differences.map(({ path }) => path.join(".")).join(", ");
    sentences.push(vscode.l10n.t("AWS has another value than asked for: {0}.", names));
  }
  if (note) sentences.push(note);
  for (const { message, url } of remaining) sentences.push(`${message} [${vscode.l10n.t("How to")}](${url})`);
  if (consoleUrl) sentences.push(`[${vscode.l10n.t("Open in console")}](${consoleUrl})`);
  return sentences.join(" ");
}

const copyId = () => vscode.l10n.t("Copy client ID");
const copySecretTitle = () => vscode.l10n.t("Copy secret");
const compare = () => vscode.l10n.t("Compare with AWS");
