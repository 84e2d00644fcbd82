import * as vscode from "vscode";
import type { NamedClient } from "../../deploy/index.ts";
import { visible } from "../../server/src/sinks.ts";
import { wait } from "../ask/patience.ts";
import { type Answer, ask, type Choice } from "../ask/step.ts";
import { chooseTarget } from "../ask/target.ts";
import { showProblem } from "../aws/problem.ts";
import type { LifeTools } from "../existing/tools.ts";
import { nameOf } from "../languages.ts";
import { askAndWriteLink } from "./write-link.ts";

/** *Link…*: which app client of AWS a spec is. Reads AWS, and writes into the environments file alone. */
export async function linkSpec(
  tools: LifeTools,
  document: vscode.TextDocument,
  index: number | undefined,
): Promise<void> {
  const { aws, extension } = tools;
  const outline = await (await extension.session).outline(document);
  const at = index ?? (await chooseApp(outline?.apps ?? []));
  const app = at === undefined ? undefined : outline?.apps[at];
  if (at === undefined || !app) return;
  const title = vscode.l10n.t("Link: {0}", nameOf(document));
  const target = await chooseTarget(aws, extension.context.globalState, {
    title,
    whoActs: vscode.l10n.t("Choose the AWS profile that reads the pool"),
    stepsAfter: 1,
    askForPool: app.poolId === undefined,
    ...(app.poolId === undefined ? {} : { poolId: app.poolId }),
    tell: (problem) => showProblem(problem, extension.log),
  });
  const poolId = app.poolId ?? target?.chosen?.id;
  if (!target || poolId === undefined) return;
  const { connection } = target;
  const listed = await wait(
    vscode.l10n.t("Listing the app clients of {0}…", poolId),
    aws.listClients(connection, poolId),
  );
  if (!listed) return;
  if (!listed.ok) {
    await showProblem(listed.problem, extension.log);
    return;
  }
  const chosen = await chooseClient(listed.value, app.clientName, title);
  if (chosen.kind === "back") return linkSpec(tools, document, at);
  if (chosen.kind === "dismissed") return;
  const { accountId } = connection.identity;
  await askAndWriteLink(extension, { document, index: at, clientId: chosen.value, poolId, accountId });
}

async function chooseApp(apps: readonly { readonly clientName?: string }[]): Promise<number | undefined> {
  if (apps.length < 2) return 0;
  const answer = await ask<number>({
    title: vscode.l10n.t("Link"),
    placeholder: vscode.l10n.t("Which app client of the file?"),
    step: 1,
    totalSteps: 1,
    unselected: true,
    choices: apps.map(({ clientName }, index) => ({
      label: clientName ?? vscode.l10n.t("app client {0}", index + 1),
      value: index,
    })),
  });
  return answer.kind === "picked" ? answer.value : undefined;
}

/** The one of the spec's name comes first; Enter alone chooses nothing. */
export function chooseClient(
  clients: readonly NamedClient[],
  wanted: string | undefined,
  title: string,
  sameName = vscode.l10n.t("has the spec's name"),
): Promise<Answer<string>> {
  const same = clients.filter(({ name }) => name === wanted);
  const rest = clients.filter(({ name }) => name !== wanted);
  const choices = [...same, ...rest].map(
    ({ id, name }): Choice<string> => ({
      label: visible(name),
      description: id,
      ...(name === wanted && { detail: sameName }),
      value: id,
    }),
  );
  return ask({
    title,
    placeholder: vscode.l10n.t("Which app client of AWS is it?"),
    step: 2,
    totalSteps: 2,
    unselected: true,
    choices,
  });
}
