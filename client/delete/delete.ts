import * as vscode from "vscode";
import type { DeleteChange, Plan } from "../../deploy/index.ts";
import { forNotification, forPlan, visible } from "../../server/src/sinks.ts";
import { wait } from "../ask/patience.ts";
import { ask } from "../ask/step.ts";
import { showProblem } from "../aws/problem.ts";
import { saidOf } from "../drift/checks.ts";
import { confirmed } from "../existing/confirm.ts";
import { connectTo } from "../existing/connect.ts";
import type { ExistingClient } from "../existing/existing-client.ts";
import { whereTo, whichOf } from "../existing/facts.ts";
import { sendOne } from "../existing/send.ts";
import type { LifeTools } from "../existing/tools.ts";
import { typedName } from "../existing/typed-name.ts";
import { tellGone } from "../link/take-out.ts";

/** *Delete App Client…*: shown first, a way back offered, the name typed, the modal, one delete. */
export async function deleteAppClient(tools: LifeTools, client: ExistingClient): Promise<void> {
  const title = vscode.l10n.t("Delete App Client");
  const { aws, extension, documents, checks } = tools;
  const connection = await connectTo(tools, client, { title, stepsAfter: 1, writes: true });
  if (!connection) return;
  for (;;) {
    const planned = await wait(vscode.l10n.t("Reading what AWS has…"), aws.planDelete(connection, client));
    if (!planned) return;
    if (!planned.ok) {
      const { kind, message } = planned.problem;
      if (kind === "missing" && (await tellGone(extension, client, message))) return;
      if ((await showProblem(planned.problem, extension.log)) === "retry") continue;
      return;
    }
    const plan = planned.value;
    const [change] = plan.changes;
    if (!change) return;
    const decided = await reviewed(tools, plan, change, title, client);
    if (decided === "back") return deleteAppClient(tools, client);
    if (decided !== "delete") return;
    const prompt = vscode.l10n.t("Type the app client's name to go on; Escape sends nothing.");
    const name = await typedName(whichOf(change), prompt, change.clientName);
    if (name === undefined) return;
    const question = {
      question: vscode.l10n.t("Delete the app client {0}? This cannot be undone.", whichOf(change)),
      button: vscode.l10n.t("Delete app client"),
      remarks: remarksOf(change, client),
    };
    const typed = await confirmed(plan, change, question, extension.context.globalState);
    if (!typed) return;
    const sent = await sendOne(
      tools,
      plan,
      vscode.l10n.t("Deleting {0}", whichOf(change)),
      {
        ...typed,
        typedName: name,
      },
      client,
    );
    if (sent?.outcome === "done") {
      if (client.spec) {
        const linked = { ...client, spec: client.spec };
        checks.note(linked, "gone", saidOf(linked));
      }
      await documents.close(shownAs(change));
      void tellDeleted(tools, sent.adopted, change, client);
      return;
    }
    if (sent?.outcome === "again" && sent.reaction === "plan-again") continue;
    if (sent?.outcome === "not-done" && (await showProblem(sent.problem, extension.log)) === "plan-again") continue;
    return;
  }
}

function shownAs({ clientName }: DeleteChange): string {
  return vscode.l10n.t("{0}, as it is now", visible(clientName));
}

/** The app client as a document, and the way back. */
async function reviewed(
  { documents, aws }: LifeTools,
  plan: Plan<DeleteChange>,
  change: DeleteChange,
  title: string,
  client: ExistingClient,
): Promise<"delete" | "back" | "cancel"> {
  const head = [
    vscode.l10n.t(
      "What the app client is now, as a spec: the way back. A new one would have another id and another secret.",
    ),
    ...remarksOf(change, client),
  ].map((line) => `// ${visible(line)}`);
  await documents.show(shownAs(change), `${head.join("\n")}\n${forPlan(JSON.stringify(change.wayBack, null, 2))}\n`);
  for (;;) {
    const answer = await ask<"delete" | "save" | "cancel">({
      title,
      placeholder: vscode.l10n.t("Read beside what would be gone. Nothing has been sent yet."),
      step: 2,
      totalSteps: 2,
      unselected: true,
      choices: [
        {
          label: vscode.l10n.t("$(save) Save as a spec first"),
          detail: vscode.l10n.t("opens it as a new, unsaved file"),
          value: "save",
        },
        {
          label: vscode.l10n.t("$(trash) Delete {0}…", whichOf(change)),
          detail: whereTo(plan, change),
          value: "delete",
        },
        { label: vscode.l10n.t("Cancel"), value: "cancel" },
      ],
    });
    if (answer.kind !== "picked") return answer.kind === "back" ? "back" : "cancel";
    if (answer.value !== "save") return answer.value;
    const content = aws.texts.specText(change.wayBack, "yaml");
    const saved = await vscode.workspace.openTextDocument({ language: "cognito-client-yaml", content });
    await vscode.window.showTextDocument(saved, { preview: false, preserveFocus: true });
  }
}

function remarksOf({ last, madeByAws, live }: DeleteChange, { spec }: ExistingClient): string[] {
  return [
    vscode.l10n.t(
      "With it go its secrets, its styles, and its risk, session and terms settings; everything that signs in with it stops at once.",
    ),
    ...(last ? [vscode.l10n.t("It is the pool's last app client: nobody can sign in to this pool afterwards.")] : []),
    ...(madeByAws
      ? [
          vscode.l10n.t(
            "Its name is one that an AWS service (OpenSearch) gives to app clients that it makes for itself.",
          ),
        ]
      : []),
    ...(live.dynamic ? [vscode.l10n.t("It was registered dynamically: somebody's software made it for itself.")] : []),
    ...(spec?.key === undefined
      ? []
      : [vscode.l10n.t("The environments file still names it afterwards; the link can be taken out then.")]),
  ];
}

async function tellDeleted(
  { extension }: LifeTools,
  already: boolean,
  change: DeleteChange,
  client: ExistingClient,
): Promise<void> {
  const which = whichOf(change);
  const done = already
    ? vscode.l10n.t("{0} was already gone.", which)
    : vscode.l10n.t("Deleted the app client {0}.", which);
  if (!(await tellGone(extension, client, done))) void vscode.window.showInformationMessage(forNotification(done));
}
