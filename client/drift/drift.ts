import * as vscode from "vscode";
import type { Connection } from "../../deploy/index.ts";
import { ask } from "../ask/step.ts";
import { showProblem } from "../aws/problem.ts";
import { isBroken } from "../existing/broken.ts";
import { connectTo } from "../existing/connect.ts";
import type { LinkedClient } from "../existing/existing-client.ts";
import { linkedIn, tellUnlinked } from "../existing/of-spec.ts";
import { toldOutside } from "../existing/outside.ts";
import { planOfSpec } from "../existing/plan.ts";
import type { LifeTools } from "../existing/tools.ts";
import { nameOf } from "../languages.ts";
import { linkedInWorkspace } from "../link/workspace.ts";
import { type Looked, showDrift } from "./result.ts";

/** Milliseconds from one look to the next: at most four app clients a second. */
const PACE = 250;

/** *Check for Drift*: every app client that an environment links, looked at one after the other. Reads only; can be cancelled. */
export async function checkForDrift(tools: LifeTools): Promise<void> {
  const linked = await linkedInWorkspace(tools.extension);
  if (linked.length > 0) return look(tools, linked);
  void vscode.window.showInformationMessage(
    vscode.l10n.t("No environments file of this workspace links an app client. Use “Link…” on a spec first."),
  );
}

/** *Check This Spec for Drift*: the app clients of one file, by their links or their own ClientId. */
export async function checkSpecForDrift(tools: LifeTools, document: vscode.TextDocument): Promise<void> {
  const { listed, errors } = await linkedIn(tools.extension, document);
  if (isBroken({ errors })) return;
  const linked = listed.flatMap(({ client }) => client ?? []);
  if (linked.some(toldOutside)) return;
  if (linked.length > 0) return look(tools, linked);
  await tellUnlinked(document);
}

/** Looks at those of one environment, or at those that have none. */
async function look(tools: LifeTools, linked: readonly LinkedClient[]): Promise<void> {
  const clients = await chooseEnvironment(linked);
  const [first] = clients ?? [];
  if (!clients || !first) return;
  const name = first.environment?.name ?? nameOf(first.spec.document);
  const title = vscode.l10n.t("Check for Drift: {0}", name);
  const connection = await connectTo(tools, first, { title, stepsAfter: 0, writes: false });
  if (!connection) return;
  const looked = await lookAtAll(tools, connection, clients, title);
  if (looked.length > 0) await showDrift(tools, looked, clients.length, name);
}

async function chooseEnvironment(linked: readonly LinkedClient[]): Promise<readonly LinkedClient[] | undefined> {
  const all = new Map<string, LinkedClient[]>();
  for (const client of linked) {
    const key = JSON.stringify([client.file ?? "", client.environment?.name ?? ""]);
    all.set(key, [...(all.get(key) ?? []), client]);
  }
  const [only] = all.values();
  if (all.size === 1) return only;
  const answer = await ask({
    title: vscode.l10n.t("Check for Drift"),
    placeholder: vscode.l10n.t("Which environment?"),
    step: 1,
    totalSteps: 1,
    unselected: true,
    choices: [...all.values()].map((clients) => {
      const [first] = clients;
      const file = first?.file;
      return {
        label: first?.environment?.name ?? vscode.l10n.t("by their own ClientId"),
        description: vscode.l10n.t("linked app clients: {0}", clients.length),
        ...(file === undefined ? {} : { detail: vscode.workspace.asRelativePath(vscode.Uri.parse(file)) }),
        value: clients,
      };
    }),
  });
  return answer.kind === "picked" ? answer.value : undefined;
}

async function lookAtAll(
  tools: LifeTools,
  connection: Connection,
  clients: readonly LinkedClient[],
  title: string,
): Promise<Looked[]> {
  const readFacts = tools.aws.texts.readOnce((poolId) => tools.aws.readFacts(connection, poolId));
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  return vscode.window.withProgress(options, async (progress, token) => {
    const looked: Looked[] = [];
    for (const client of clients) {
      if (token.isCancellationRequested) break;
      const message = `${looked.length + 1}/${clients.length} ${nameOf(client.spec.document)}`;
      progress.report({ message, increment: 100 / clients.length });
      const pause = new Promise((resolve) => setTimeout(resolve, PACE));
      const planned = await planOfSpec(tools, connection, client, { readFacts });
      if (planned.ok) looked.push({ client, ...(planned.value.changes[0] && { change: planned.value.changes[0] }) });
      else {
        looked.push({ client, problem: planned.problem });
        // What is wrong with the caller or the network is so for all of them.
        if (["credentials", "network", "region", "config"].includes(planned.problem.kind)) {
          await showProblem(planned.problem, tools.extension.log);
          break;
        }
      }
      await pause;
    }
    return looked;
  });
}
