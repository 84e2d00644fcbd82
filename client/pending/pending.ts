import * as vscode from "vscode";
import type { Note, Resolution } from "../../deploy/index.ts";
import { forNotification } from "../../server/src/sinks.ts";
import { wait } from "../ask/patience.ts";
import { whyNoAws } from "../aws/availability.ts";
import type { Aws } from "../aws/load.ts";
import { showProblem } from "../aws/problem.ts";
import type { Extension } from "../running.ts";
import { pendingCreates } from "./journal.ts";

/** Milliseconds for which a write may still be under way in another window. */
const STILL_RUNNING = 60_000;

/** At the start: says which writes were sent and never answered, as when the window was closed in the middle. */
export function tellOfPending({ context, log }: Extension, load: () => Aws): void {
  const records = pendingCreates(context.globalState);
  if (records.length === 0 || whyNoAws() !== undefined) return;
  const youngest = Math.max(...records.map(({ sentAt }) => Date.parse(sentAt)));
  const timer = setTimeout(
    () => {
      for (const record of pendingCreates(context.globalState)) void offerLookUp(record, load, log);
    },
    Math.max(0, Math.min(STILL_RUNNING, youngest + STILL_RUNNING - Date.now())),
  );
  context.subscriptions.push({ dispose: () => clearTimeout(timer) });
}

async function offerLookUp(record: Note, load: () => Aws, log: vscode.LogOutputChannel): Promise<void> {
  const lookItUp = vscode.l10n.t("Look it up");
  const forget = vscode.l10n.t("Forget it");
  const message = vscode.l10n.t(
    "{3} of the app client “{0}” in {1} was sent at {2}, and the answer never came. It may have happened.",
    forNotification(record.clientName),
    forNotification(record.poolName ?? record.poolId),
    new Date(record.sentAt).toLocaleString(),
    whatWasSent(record),
  );
  const chosen = await vscode.window.showWarningMessage(message, lookItUp, forget);
  if (chosen === lookItUp) await lookUp(record, load(), log);
  else if (chosen === forget) await load().dismissPending(record);
}

/** Looks what became of a write whose answer was lost, with the profile that sent it. */
export async function lookUp(record: Note, aws: Aws, log: vscode.LogOutputChannel): Promise<void> {
  for (;;) {
    const looking = vscode.l10n.t("Looking for the app client “{0}”…", record.clientName);
    const connected = await wait(looking, aws.connect(record.choice, { poolId: record.poolId, region: record.region }));
    if (!connected) return;
    if (!connected.ok) {
      if ((await showProblem(connected.problem, log)) === "retry") continue;
      return;
    }
    const resolution = await wait(looking, aws.resolvePending(record, connected.value));
    if (!resolution) return;
    if (!(await tell(resolution, log))) return;
  }
}

/** At the start of a sentence. */
function whatWasSent({ verb, shown }: Note): string {
  switch (verb) {
    case "create":
      return vscode.l10n.t("A create");
    case "update":
      return vscode.l10n.t("An update");
    case "delete":
      return vscode.l10n.t("A delete");
    case "secrets":
      return shown["ClientSecretId"] === undefined
        ? vscode.l10n.t("A new secret")
        : vscode.l10n.t("The delete of a secret");
    case "branding":
      return vscode.l10n.t("A new style");
  }
}

/** @returns whether to look once more. */
async function tell(resolution: Resolution, log: vscode.LogOutputChannel): Promise<boolean> {
  const { record } = resolution;
  switch (resolution.outcome) {
    case "done": {
      if (record.verb !== "create") {
        void vscode.window.showInformationMessage(
          vscode.l10n.t(
            "{0} of the app client “{1}” has happened.",
            whatWasSent(record),
            forNotification(record.clientName),
          ),
        );
        return false;
      }
      const copy = vscode.l10n.t("Copy client ID");
      const message = vscode.l10n.t("The app client “{0}” was created: {1}.", record.clientName, resolution.clientId);
      if ((await vscode.window.showInformationMessage(message, copy)) === copy)
        await vscode.env.clipboard.writeText(resolution.clientId);
      return false;
    }
    case "not-done":
      void vscode.window.showInformationMessage(resolution.message);
      return false;
    case "unknown":
      return ["look-up", "retry"].includes((await showProblem(resolution.problem, log)) ?? "");
  }
}

/** *Look Up Unresolved Creates*: the same by command. */
export async function lookUpAll({ context, log }: Extension, load: () => Aws): Promise<void> {
  const records = pendingCreates(context.globalState);
  if (records.length === 0) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t("Nothing is unresolved: every write that was sent has had its answer."),
    );
  }
  for (const record of records) await lookUp(record, load(), log);
}
