import * as vscode from "vscode";
import type { Problem, UpdateChange } from "../../deploy/index.ts";
import { visible } from "../../server/src/sinks.ts";
import { counted } from "../counted.ts";
import type { Action } from "../create/results.ts";
import type { LinkedClient } from "../existing/existing-client.ts";
import type { LifeTools } from "../existing/tools.ts";
import { changeText, valueText } from "../update/words.ts";

/** What a look at one app client has shown. */
export interface Looked {
  readonly client: LinkedClient;
  readonly change?: UpdateChange;
  readonly problem?: Problem;
}

/** What all looks of a run have shown, as a page with a way to a plan at each difference. */
export async function showDrift(
  { results }: LifeTools,
  looked: readonly Looked[],
  count: number,
  environment: string,
): Promise<void> {
  const made = new Date().toLocaleTimeString(vscode.env.language);
  const text = [
    `// ${
      looked.length === count
        ? vscode.l10n.t("{0} compared with AWS, {1}: {2}.", environment, made, counted.appClients(count))
        : vscode.l10n.t(
            "{0} compared with AWS, {1}: {2} of {3} app clients looked at.",
            environment,
            made,
            looked.length,
            count,
          )
    }`,
  ];
  const actions: Action[] = [];
  for (const { client, change, problem } of looked) {
    text.push("");
    const { document, index } = client.spec;
    const name = `${vscode.workspace.asRelativePath(document.uri)} (${client.clientId})`;
    if (change && change.changes.length + change.undeclared.length + change.immovable.length > 0) {
      const run = async () =>
        void (await vscode.commands.executeCommand(
          "cognitoClient.planUpdate",
          document.uri.toString(),
          index,
          client.environment?.name,
        ));
      actions.push({ line: text.length, title: vscode.l10n.t("Plan Update…"), run });
    }
    text.push(...linesOf(name, change, problem).map((line) => `// ${visible(line)}`));
  }
  await results.keep(vscode.l10n.t("Drift of {0}, {1}", environment, made), `${text.join("\n")}\n`, actions);
}

function linesOf(name: string, change: UpdateChange | undefined, problem: Problem | undefined): string[] {
  if (problem?.kind === "missing") return [vscode.l10n.t("{0}: gone. The link leads nowhere.", name)];
  if (!change) return [vscode.l10n.t("{0}: not known. {1}", name, problem?.message ?? "")];
  const { changes, undeclared, immovable } = change;
  if (changes.length + undeclared.length + immovable.length === 0) return [vscode.l10n.t("{0}: in sync", name)];
  return [
    vscode.l10n.t("{0}: differs", name),
    ...changes.map((each) => `  ${each.path[0]}: ${changeText(each)}`),
    ...undeclared.map(({ path: [member], live }) =>
      vscode.l10n.t("  {0}: {1}, which the spec does not say", member, valueText(live)),
    ),
    ...immovable.map(({ path: [member], live }) =>
      vscode.l10n.t("  {0}: {1}, which no update changes", member, valueText(live)),
    ),
  ];
}
