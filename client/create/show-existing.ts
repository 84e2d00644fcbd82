import * as vscode from "vscode";
import type { Connection, CreateChange } from "../../deploy/index.ts";
import { wait } from "../ask/patience.ts";
import type { Aws } from "../aws/load.ts";
import { showProblem } from "../aws/problem.ts";
import type { VirtualDocuments } from "../aws/virtual-documents.ts";
import { comparison } from "./comparison.ts";

export interface ShowTools {
  readonly aws: Aws;
  readonly documents: VirtualDocuments;
  readonly log: vscode.LogOutputChannel;
}

/** *Compare with AWS*: what was asked for beside what AWS has. Nothing marked means that nothing differs. */
export async function compareWithAws(
  tools: ShowTools,
  connection: Connection,
  item: CreateChange,
  clientId: string,
): Promise<void> {
  const described = await describe(tools, connection, item.poolId, clientId);
  if (!described) return;
  const differences = tools.aws.texts.differences(item.shown, described);
  const { asked, found } = comparison(item.shown, described.settings, differences);
  const left = tools.documents.put(`${item.clientName} (${vscode.l10n.t("as asked")})`, asked);
  const right = tools.documents.put(`${item.clientName} (${vscode.l10n.t("in AWS")})`, found);
  const title = vscode.l10n.t("{0}: as asked ↔ in AWS", item.clientName);
  // In a tab of its own, and without the focus: the plan and the question about it stay.
  const where = { preview: false, preserveFocus: true, viewColumn: vscode.ViewColumn.Beside };
  await vscode.commands.executeCommand("vscode.diff", left, right, title, where);
  if (differences.length === 0) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t("AWS has {0} exactly as it was asked for.", item.clientName),
    );
  }
}

async function describe({ aws, log }: ShowTools, connection: Connection, poolId: string, clientId: string) {
  const title = vscode.l10n.t("Reading app client {0}…", clientId);
  const described = await wait(title, aws.describe(connection, poolId, clientId));
  if (described && !described.ok) await showProblem(described.problem, log);
  return described?.ok ? described.value : undefined;
}
