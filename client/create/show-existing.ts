import * as vscode from "vscode";
import type { Connection, CreateChange, NamedClient } from "../../deploy/index.ts";
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

/** Reads an app client of the pool and shows it beside, without its secret. */
export async function showExisting(
  tools: ShowTools,
  connection: Connection,
  item: CreateChange,
  client: NamedClient,
): Promise<void> {
  const described = await describe(tools, connection, item.poolId, client.id);
  if (!described) return;
  const { settings, clientId, created, hasSecret } = described;
  const head = [
    `// ${vscode.l10n.t("App client {0} as it is in {1}.", clientId, item.poolName ?? item.poolId)}`,
    ...(created ? [`// ${vscode.l10n.t("Created {0}.", created)}`] : []),
    `// ${hasSecret ? vscode.l10n.t("It has a secret, which is not shown.") : vscode.l10n.t("It has no secret.")}`,
  ];
  await tools.documents.show(
    `${client.name} (${clientId})`,
    `${head.join("\n")}\n${JSON.stringify(settings, null, 2)}\n`,
  );
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
  await vscode.commands.executeCommand("vscode.diff", left, right, title);
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
