import * as vscode from "vscode";
import type { TemplateAppClient } from "../../server/src/protocol.ts";
import { forNotification, visible } from "../../server/src/sinks.ts";
import { wait } from "../ask/patience.ts";
import { type Answer, ask } from "../ask/step.ts";
import { chooseTarget } from "../ask/target.ts";
import { showProblem } from "../aws/problem.ts";
import type { LifeTools } from "../existing/tools.ts";
import { nameOf } from "../languages.ts";
import { chooseClient } from "../link/link.ts";
import { type Compared, compared } from "./compared.ts";

interface Remembered {
  readonly poolId: string;
  readonly clientId: string;
}

/** *Compare with Live App Client…* on a template: profile, pool, app client, then the two side by side. Reads only. */
export async function compareTemplate(
  tools: LifeTools,
  document: vscode.TextDocument,
  index: number | undefined,
): Promise<void> {
  const { extension, aws } = tools;
  const position = vscode.window.activeTextEditor?.selection.active ?? new vscode.Position(0, 0);
  const asked = await (await extension.session).templateAppClient(document, index ?? position);
  if (!asked) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t("Put the cursor into an app client of the template first."),
    );
    return;
  }
  const title = vscode.l10n.t("Compare {0}", asked.logicalId);
  const key = `template.${document.uri.toString()}#${asked.logicalId}`;
  const before = await again(extension.context.workspaceState.get<Remembered>(key), title);
  if (before === undefined) return;
  const target = await chooseTarget(aws, extension.context.globalState, {
    title,
    whoActs: vscode.l10n.t("Choose the AWS profile that reads the pool"),
    stepsAfter: before === "other" ? 1 : 0,
    askForPool: before === "other",
    ...(before === "other" ? {} : { poolId: before.poolId }),
    tell: (problem) => showProblem(problem, extension.log),
  });
  if (!target) return;
  const { connection } = target;
  const poolId = before === "other" ? target.chosen?.id : before.poolId;
  if (poolId === undefined) return;
  const name = typeof asked.members["ClientName"] === "string" ? asked.members["ClientName"] : undefined;
  const chosen: Answer<string> =
    before === "other"
      ? await chosenOf(tools, connection, poolId, name, title)
      : { kind: "picked", value: before.clientId };
  if (chosen.kind === "back") return compareTemplate(tools, document, index);
  if (chosen.kind === "dismissed") return;
  const clientId = chosen.value;
  const live = await wait(
    vscode.l10n.t("Reading app client {0}…", clientId),
    aws.describe(connection, poolId, clientId),
  );
  if (!live) return;
  if (!live.ok) {
    await showProblem(live.problem, extension.log);
    return;
  }
  await extension.context.workspaceState.update(key, { poolId, clientId } satisfies Remembered);
  await show(tools, document, asked, compared(asked, live.value, poolId, aws.texts.differences));
}

/** What was compared the last time, or another. */
async function again(last: Remembered | undefined, title: string): Promise<Remembered | "other" | undefined> {
  if (!last) return "other";
  const answer = await ask<Remembered | "other">({
    title,
    placeholder: vscode.l10n.t("Compare with which app client of AWS?"),
    step: 1,
    totalSteps: 1,
    choices: [
      { label: last.clientId, description: last.poolId, detail: vscode.l10n.t("compared last"), value: last },
      { label: vscode.l10n.t("Another…"), value: "other" },
    ],
  });
  return answer.kind === "picked" ? answer.value : undefined;
}

async function chosenOf(
  { aws, extension }: LifeTools,
  connection: Parameters<typeof aws.listClients>[0],
  poolId: string,
  name: string | undefined,
  title: string,
): Promise<Answer<string>> {
  const listing = vscode.l10n.t("Listing the app clients of {0}…", poolId);
  const listed = await wait(listing, aws.listClients(connection, poolId));
  if (!listed) return { kind: "dismissed" };
  if (listed.ok) return chooseClient(listed.value, name, title, vscode.l10n.t("has the template's name"));
  await showProblem(listed.problem, extension.log);
  return { kind: "dismissed" };
}

async function show(
  { documents }: LifeTools,
  document: vscode.TextDocument,
  { logicalId }: TemplateAppClient,
  { asked, found, replaces, count }: Compared,
): Promise<void> {
  const id = visible(logicalId);
  const left = documents.put(`${id} (${vscode.l10n.t("in {0}", nameOf(document))})`, asked);
  const right = documents.put(`${id} (${vscode.l10n.t("in AWS")})`, found);
  const title = vscode.l10n.t("{0}: template ↔ AWS", id);
  await vscode.commands.executeCommand("vscode.diff", left, right, title, { preview: false });
  const who = forNotification(logicalId);
  if (replaces.length > 0) {
    void vscode.window.showWarningMessage(
      vscode.l10n.t(
        "{0} of {1} differs: the next deploy replaces this app client. It gets another id, and another secret if it has one.",
        replaces.join(", "),
        who,
      ),
    );
  } else if (count === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t("AWS has {0} as far as the template says it.", who));
  }
}
