import * as vscode from "vscode";
import type { ClientSecret, Connection, Done, SecretsAction, SecretsChange } from "../../deploy/index.ts";
import { forNotification, visible } from "../../server/src/sinks.ts";
import { wait } from "../ask/patience.ts";
import { type Answer, ask } from "../ask/step.ts";
import { showProblem } from "../aws/problem.ts";
import { heldSecret } from "../create/secret.ts";
import { confirmed } from "../existing/confirm.ts";
import { connectTo } from "../existing/connect.ts";
import type { ExistingClient } from "../existing/existing-client.ts";
import { whichOf } from "../existing/facts.ts";
import { sendOne } from "../existing/send.ts";
import type { LifeTools } from "../existing/tools.ts";

/** *Rotate Client Secret: Add Client Secret…* Both stay valid until the old one is deleted, which is a command of its own. */
export async function addSecret(tools: LifeTools, client: ExistingClient): Promise<void> {
  const title = vscode.l10n.t("Add Client Secret");
  const connection = await connectTo(tools, client, { title, stepsAfter: 0, writes: true });
  if (!connection) return;
  const done = await change(tools, connection, client, { action: "add" });
  if (done) await showSecret(tools, done);
}

/** *Rotate Client Secret: Delete Old Client Secret…* The secret is chosen by its date; none is selected at first. */
export async function deleteSecret(tools: LifeTools, client: ExistingClient): Promise<void> {
  const { aws, extension } = tools;
  const title = vscode.l10n.t("Delete Old Client Secret");
  const connection = await connectTo(tools, client, { title, stepsAfter: 1, writes: true });
  if (!connection) return;
  const live = await wait(vscode.l10n.t("Reading its secrets…"), aws.readLive(connection, client));
  if (!live) return;
  if (!live.ok) {
    await showProblem(live.problem, extension.log);
    return;
  }
  const chosen = await chooseSecret(live.value.secrets ?? [], title);
  if (chosen.kind === "back") return deleteSecret(tools, client);
  if (chosen.kind === "dismissed") return;
  const secretId = chosen.value;
  const done = await change(tools, connection, client, { action: "delete", secretId });
  if (done)
    void vscode.window.showInformationMessage(
      vscode.l10n.t("Deleted the secret {0} of {1}.", forNotification(secretId), forNotification(whichOf(done.change))),
    );
}

async function chooseSecret(secrets: readonly ClientSecret[], title: string): Promise<Answer<string>> {
  if (secrets.length < 2) {
    void vscode.window.showWarningMessage(
      secrets.length === 1
        ? vscode.l10n.t("It is the app client's only secret, and one has to stay. Add another first.")
        : vscode.l10n.t("No secret is there to be deleted, or its secrets may not be listed."),
    );
    return { kind: "dismissed" };
  }
  return ask<string>({
    title,
    placeholder: vscode.l10n.t("Which secret is no longer used? Nothing has been sent yet."),
    step: 2,
    totalSteps: 2,
    unselected: true,
    choices: secrets.map(({ id, created }, index) => ({
      label: index === secrets.length - 1 ? vscode.l10n.t("The newest one") : vscode.l10n.t("The older one"),
      description: visible(id),
      detail:
        created === undefined
          ? vscode.l10n.t("date unknown")
          : vscode.l10n.t("added {0}", new Date(created).toLocaleString(vscode.env.language)),
      value: id,
    })),
  });
}

async function change(
  tools: LifeTools,
  connection: Connection,
  client: ExistingClient,
  action: SecretsAction,
): Promise<Done<SecretsChange> | undefined> {
  const { aws, extension } = tools;
  for (;;) {
    const planned = await wait(vscode.l10n.t("Reading its secrets…"), aws.planSecrets(connection, client, action));
    if (!planned) return undefined;
    if (!planned.ok) {
      if ((await showProblem(planned.problem, extension.log)) === "retry") continue;
      return undefined;
    }
    const plan = planned.value;
    const [item] = plan.changes;
    if (!item) return undefined;
    const typed = await confirmed(plan, item, questionOf(item), extension.context.globalState);
    if (!typed) return undefined;
    const title =
      action.action === "add"
        ? vscode.l10n.t("Adding a secret to {0}", whichOf(item))
        : vscode.l10n.t("Deleting a secret of {0}", whichOf(item));
    const sent = await sendOne(tools, plan, title, typed, client);
    if (sent?.outcome === "done") return sent;
    if (sent?.outcome === "again" && sent.reaction === "plan-again") continue;
    if (sent?.outcome === "not-done" && (await showProblem(sent.problem, extension.log)) === "plan-again") continue;
    return undefined;
  }
}

function questionOf(item: SecretsChange) {
  const { action, secrets, secretId, warnings } = item;
  const dates = secrets.map(({ id, created }, index) => {
    const age =
      secrets.length < 2 ? "" : index === 0 ? vscode.l10n.t("the older one") : vscode.l10n.t("the newest one");
    const at = created === undefined ? "" : new Date(created).toLocaleString(vscode.env.language);
    return {
      label: vscode.l10n.t("Secret"),
      value: [id, age, at]
        .filter((part) => part !== "")
        .map((part) => visible(part))
        .join(" · "),
    };
  });
  if (action === "add")
    return {
      question: vscode.l10n.t("Add a secret to the app client {0}?", whichOf(item)),
      button: vscode.l10n.t("Add secret"),
      lines: dates,
      remarks: [
        vscode.l10n.t("The secret that is there stays valid. Move everything to the new one, then delete the old one."),
        ...warnings,
      ],
    };
  return {
    question: vscode.l10n.t("Delete the secret {0} of the app client {1}?", visible(secretId ?? ""), whichOf(item)),
    button: vscode.l10n.t("Delete secret"),
    lines: dates,
    remarks: [vscode.l10n.t("Whoever still uses it can no longer get tokens."), ...warnings],
  };
}

/** The value is told once by AWS: it can be copied until the result's tab is closed, and is shown nowhere. */
async function showSecret({ results, extension }: LifeTools, done: Done<SecretsChange>): Promise<void> {
  const secret = heldSecret(done, extension.context.subscriptions);
  const which = whichOf(done.change);
  const text = [
    vscode.l10n.t("Added a secret to {0}, {1}.", which, new Date().toLocaleString(vscode.env.language)),
    vscode.l10n.t("Its id: {0}", done.secretId ?? vscode.l10n.t("unknown")),
    vscode.l10n.t(
      "The value is not in this page: copy it now, since AWS tells it once. It is forgotten when you close this tab.",
    ),
    vscode.l10n.t("The older secret is still valid. When nothing uses it any more: “Delete Old Client Secret…”."),
  ];
  const copy = vscode.l10n.t("Copy secret");
  const name = vscode.l10n.t("New secret of {0}", visible(done.change.clientName));
  const actions = secret ? [{ line: 1, title: copy, run: () => secret.copy() }] : [];
  await results.keep(name, `${text.map((line) => `// ${visible(line)}`).join("\n")}\n`, actions, () =>
    secret?.forget(),
  );
  const message = vscode.l10n.t("Added a secret to {0}. The older one stays valid.", forNotification(which));
  void vscode.window.showInformationMessage(message, copy).then((chosen) => {
    if (chosen === copy) void secret?.copy();
  });
}
