import * as vscode from "vscode";
import { forNotification } from "../../server/src/sinks.ts";
import { wait } from "../ask/patience.ts";
import { showProblem } from "../aws/problem.ts";
import { connectTo } from "../existing/connect.ts";
import type { LinkedClient } from "../existing/existing-client.ts";
import { whichOf } from "../existing/facts.ts";
import { planOfSpec, titleOf } from "../existing/plan.ts";
import type { LifeTools } from "../existing/tools.ts";
import { tellGone } from "../link/take-out.ts";
import { showDiff } from "../update/live-and-wanted.ts";

/** *Compare with AWS…*: the diff, and one sentence. Reads only. */
export async function compareSpec(tools: LifeTools, client: LinkedClient): Promise<void> {
  const title = titleOf(vscode.l10n.t("Compare"), client);
  for (;;) {
    const connection = await connectTo(tools, client, { title, stepsAfter: 0, writes: false });
    if (!connection) return;
    const planned = await wait(vscode.l10n.t("Reading what AWS has…"), planOfSpec(tools, connection, client));
    if (!planned) return;
    if (!planned.ok) {
      const { kind, message } = planned.problem;
      if (kind === "missing" && (await tellGone(tools.extension, client, message))) return;
      const reaction = await showProblem(planned.problem, tools.extension.log);
      if (reaction === "retry" || reaction === "choose-profile") continue;
      return;
    }
    const [change] = planned.value.changes;
    if (!change) return;
    const { changes, undeclared, immovable } = change;
    const which = forNotification(whichOf(change));
    if (changes.length + undeclared.length + immovable.length === 0) {
      void vscode.window.showInformationMessage(vscode.l10n.t("Compared with AWS: no difference. {0}", which));
      return;
    }
    await showDiff(tools.documents, change);
    const plan = vscode.l10n.t("Plan Update…");
    const message = [
      vscode.l10n.t("{0} differs from AWS.", which),
      ...(changes.length > 0 ? [vscode.l10n.t("Different: {0}.", changes.length)] : []),
      ...(undeclared.length > 0 ? [vscode.l10n.t("Not said by the spec: {0}.", undeclared.length)] : []),
      ...(immovable.length > 0 ? [vscode.l10n.t("Cannot be changed: {0}.", immovable.length)] : []),
    ].join(" ");
    void vscode.window.showInformationMessage(message, plan).then((chosen) => {
      const { document, index } = client.spec;
      if (chosen === plan)
        void vscode.commands.executeCommand(
          "cognitoClient.planUpdate",
          document.uri.toString(),
          index,
          client.environment?.name,
        );
    });
    return;
  }
}
