import * as vscode from "vscode";
import type { Connection, Problem, UpdateChange } from "../../deploy/index.ts";
import { visible } from "../../server/src/sinks.ts";
import { ask } from "../ask/step.ts";
import { showProblem } from "../aws/problem.ts";
import { counted } from "../counted.ts";
import type { Action } from "../create/results.ts";
import { isBroken } from "../existing/broken.ts";
import { connectTo } from "../existing/connect.ts";
import type { LinkedClient } from "../existing/existing-client.ts";
import { linkedIn, tellUnlinked } from "../existing/of-spec.ts";
import { toldOutside } from "../existing/outside.ts";
import { planOfSpec } from "../existing/plan.ts";
import type { LifeTools } from "../existing/tools.ts";
import { nameOf } from "../languages.ts";
import { linkedInWorkspace } from "../link/workspace.ts";
import { changeText, valueText } from "../update/words.ts";

/** Milliseconds from one look to the next: at most four app clients a second. */
const PACE = 250;

interface Looked {
  readonly client: LinkedClient;
  readonly change?: UpdateChange;
  readonly problem?: Problem;
}

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
  if (looked.length > 0) await show(tools, looked, clients.length, name);
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

async function show(
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
