import * as vscode from "vscode";
import type { Connection, Live, NamedClient } from "../../deploy/index.ts";
import { forNotification, visible } from "../../server/src/sinks.ts";
import { wait } from "../ask/patience.ts";
import { ask } from "../ask/step.ts";
import { chooseTarget } from "../ask/target.ts";
import { showProblem } from "../aws/problem.ts";
import type { LifeTools } from "../existing/tools.ts";
import { knownInWorkspace } from "../link/workspace.ts";
import { askAndWriteLink } from "../link/write-link.ts";
import { chooseAs } from "./choose-as.ts";
import { chooseSeveral } from "./choose-several.ts";
import type { As } from "./texts.ts";
import { type Imported, writeSpecs } from "./write-specs.ts";

/** Milliseconds from one look to the next: at most four app clients a second. */
const PACE = 250;

/** What is known before the first question is asked: from the tree, pool and app client. */
export interface ImportFrom {
  readonly poolId: string;
  readonly clientId?: string;
}

/** *Import App Clients…*: profile, pool, app clients, folder; then a minimal spec for each. Reads AWS, and writes new files alone. */
export async function importAppClients(tools: LifeTools, from?: ImportFrom): Promise<void> {
  const { aws, extension } = tools;
  const title = vscode.l10n.t("Import App Clients");
  const target = await chooseTarget(aws, extension.context.globalState, {
    title,
    whoActs: vscode.l10n.t("Choose the AWS profile that reads the pool"),
    stepsAfter: 2,
    askForPool: from === undefined,
    ...(from === undefined ? {} : { poolId: from.poolId }),
    tell: (problem) => showProblem(problem, extension.log),
  });
  const poolId = from?.poolId ?? target?.chosen?.id;
  if (!target || poolId === undefined) return;
  const { connection } = target;
  const listing = vscode.l10n.t("Listing the app clients of {0}…", poolId);
  const listed = await wait(listing, Promise.all([aws.listWithKinds(connection, poolId), knownInWorkspace(extension)]));
  if (!listed) return;
  const [clients, known] = listed;
  if (!clients.ok) {
    await showProblem(clients.problem, extension.log);
    return;
  }
  const fileOf = new Map(
    known.map(({ clientId, spec }) => [clientId, vscode.workspace.asRelativePath(spec.document.uri)]),
  );
  const chosen =
    from?.clientId === undefined
      ? await chooseSeveral(clients.value, fileOf, title)
      : clients.value.filter(({ id }) => id === from.clientId);
  if (!chosen || chosen.length === 0) return;
  const folder = await chooseFolder(title);
  if (folder === undefined) return;
  const as = await chooseAs(chosen, title);
  if (as === undefined) return;
  const imported = await importAll(tools, connection, { poolId, chosen, folder, as, title });
  await tell(tools, connection, poolId, imported, chosen.length);
}

async function chooseFolder(title: string): Promise<string | undefined> {
  const folders = (vscode.workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === "file");
  const other = vscode.l10n.t("Another folder…");
  const answer = await ask<string>({
    title,
    placeholder: vscode.l10n.t("Which folder do the new specs go into? Nothing that is there is overwritten."),
    step: 1,
    totalSteps: 1,
    choices: [
      ...folders.map(({ name, uri }) => ({ label: name, description: uri.fsPath, value: uri.fsPath })),
      { label: other, value: "" },
    ],
  });
  if (answer.kind !== "picked") return undefined;
  if (answer.value !== "") return answer.value;
  const open = {
    title,
    canSelectFiles: false,
    canSelectFolders: true,
    openLabel: vscode.l10n.t("Import here"),
    ...(folders[0] && { defaultUri: folders[0].uri }),
  };
  return (await vscode.window.showOpenDialog(open))?.[0]?.fsPath;
}

interface Wanted {
  readonly poolId: string;
  readonly chosen: readonly NamedClient[];
  readonly folder: string;
  readonly as: As;
  readonly title: string;
}

async function importAll(
  { aws, extension }: LifeTools,
  connection: Connection,
  { poolId, chosen, folder, as, title }: Wanted,
): Promise<Imported[]> {
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  const read = await vscode.window.withProgress(options, async (progress, token) => {
    const all: Live[] = [];
    for (const [index, { id, name }] of chosen.entries()) {
      if (token.isCancellationRequested) break;
      progress.report({ message: `${index + 1}/${chosen.length} ${visible(name)}`, increment: 100 / chosen.length });
      const pause = index === 0 ? undefined : new Promise((resolve) => setTimeout(resolve, PACE));
      await pause;
      const live = await aws.readLive(connection, { poolId, clientId: id });
      if (!live.ok) {
        await showProblem(live.problem, extension.log);
        break;
      }
      all.push(live.value);
    }
    return all;
  });
  return writeSpecs(aws.texts, poolId, read, folder, as);
}

async function tell(
  { extension }: LifeTools,
  { identity }: Connection,
  poolId: string,
  imported: readonly Imported[],
  count: number,
): Promise<void> {
  if (imported.length === 0) return;
  const documents = new Map<string, vscode.TextDocument>();
  for (const { path } of imported) {
    if (documents.has(path)) continue;
    const document = await vscode.workspace.openTextDocument(vscode.Uri.file(path));
    await vscode.window.showTextDocument(document, { preview: false });
    documents.set(path, document);
  }
  const differing = imported.flatMap((each) => each.differing.map((name) => `${each.live.clientName}: ${name}`));
  const dynamic = imported.filter(({ live }) => live.dynamic).map(({ live }) => live.clientName);
  const sentences = [
    imported.length === count
      ? vscode.l10n.t("Imported app clients: {0}.", count)
      : vscode.l10n.t("Imported {0} of {1} app clients.", imported.length, count),
    differing.length === 0
      ? vscode.l10n.t("Compared with AWS: no difference.")
      : vscode.l10n.t("Compared with AWS, these differ: {0}.", forNotification(differing.join(", "))),
    ...(dynamic.length > 0
      ? [vscode.l10n.t("Registered dynamically, by software for itself: {0}.", forNotification(dynamic.join(", ")))]
      : []),
  ];
  const link = vscode.l10n.t("Link…");
  const chosen = await vscode.window.showInformationMessage(sentences.join(" "), link);
  if (chosen !== link) return;
  for (const { path, index, live } of imported) {
    const document = documents.get(path);
    if (!document) continue;
    const written = { document, index, clientId: live.clientId, poolId, accountId: identity.accountId };
    if (!(await askAndWriteLink(extension, written))) return;
  }
}
