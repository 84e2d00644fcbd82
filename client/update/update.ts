import * as vscode from "vscode";
import type { Connection, Done, Plan, Undeclared, UpdateChange } from "../../deploy/index.ts";
import { forNotification, forPlan } from "../../server/src/sinks.ts";
import { wait } from "../ask/patience.ts";
import { showProblem } from "../aws/problem.ts";
import { offerSignInPages } from "../branding/branding.ts";
import { saidOf } from "../drift/checks.ts";
import { confirmed } from "../existing/confirm.ts";
import { connectTo } from "../existing/connect.ts";
import type { LinkedClient } from "../existing/existing-client.ts";
import { whichOf } from "../existing/facts.ts";
import { planOfSpec, sourceOf, titleOf } from "../existing/plan.ts";
import { sendOne } from "../existing/send.ts";
import type { LifeTools } from "../existing/tools.ts";
import { tellGone } from "../link/take-out.ts";
import { showDiff } from "./live-and-wanted.ts";
import { review, reviewUndeclared } from "./review.ts";
import { countText } from "./words.ts";

interface Round {
  readonly connection: Connection;
  setBack: string[];
  note: string | undefined;
}

/**
 * *Plan Update…*: profile, diff and plan, the name of a protected environment, the modal, one update. Every way out before the
 * modal's button sends nothing.
 */
export async function planUpdate(tools: LifeTools, client: LinkedClient): Promise<void> {
  const title = titleOf(vscode.l10n.t("Update"), client);
  for (;;) {
    const connection = await connectTo(tools, client, { title, stepsAfter: 1, writes: true });
    if (!connection) return;
    const round: Round = { connection, setBack: [], note: undefined };
    let next: "again" | "profile" | "end" = "again";
    while (next === "again") next = await oneRound(tools, client, title, round);
    if (next === "end") return;
  }
}

async function oneRound(
  tools: LifeTools,
  client: LinkedClient,
  title: string,
  round: Round,
): Promise<"again" | "profile" | "end"> {
  const { documents, extension, checks } = tools;
  const { document } = client.spec;
  const { version } = document;
  const said = saidOf(client);
  const reading = vscode.l10n.t("Reading what AWS has…");
  const planned = await wait(reading, planOfSpec(tools, round.connection, client, round));
  if (!planned) return "end";
  if (!planned.ok) {
    const { kind, message } = planned.problem;
    if (kind === "missing" && (await tellGone(extension, client, message))) return "end";
    const reaction = await showProblem(planned.problem, extension.log);
    if (reaction === "choose-profile") return "profile";
    return reaction === undefined ? "end" : "again";
  }
  const plan = planned.value;
  const [change] = plan.changes;
  if (!change) return "end";
  if (change.changes.length + change.undeclared.length + change.immovable.length === 0) {
    tellInSync(change);
    return "end";
  }
  const closeDiff = await showDiff(documents, change);
  try {
    const decided = await decide(tools, plan, change, client, title, round);
    if (decided !== "update") return decided;
    if (document.version !== version || document.isClosed) {
      round.note = vscode.l10n.t("The spec changed, so the plan was made again. Read it, then confirm.");
      return "again";
    }
    const state = extension.context.globalState;
    const typed = await confirmed(plan, change, questionOf(plan, change, document), state);
    if (!typed) return "end";
    const sending = vscode.l10n.t("Updating {0}", whichOf(change));
    const sent = await sendOne(tools, plan, sending, { ...typed, current: sourceOf(document) }, client);
    if (!sent) return "end";
    // What was refused before is no longer, whether the text has changed or the pool.
    if (sent.outcome !== "again") await tools.marks.mark(document, [sent], overlayOf(client));
    if (sent.outcome === "done") {
      checks.note(client, (sent.differences?.length ?? 0) + change.undeclared.length + change.immovable.length, said);
      void tellDone(sent, change);
      void offerSignInPages(tools, plan.connection(), client);
      return "end";
    }
    const reaction = sent.outcome === "again" ? sent.reaction : await showProblem(sent.problem, extension.log);
    if (reaction === undefined) return "end";
    round.note = vscode.l10n.t("The plan was made again. Read it, then confirm.");
    return reaction === "choose-profile" ? "profile" : "again";
  } finally {
    await closeDiff();
  }
}

async function decide(
  tools: LifeTools,
  plan: Plan<UpdateChange>,
  change: UpdateChange,
  client: LinkedClient,
  title: string,
  round: Round,
): Promise<"update" | "again" | "profile" | "end"> {
  const { documents, extension } = tools;
  for (;;) {
    const asked = { title, totalSteps: 2, note: round.note, state: extension.context.globalState };
    const answer = await review(plan, change, asked);
    if (answer.kind !== "picked") return answer.kind === "back" ? "profile" : "end";
    const decision = answer.value;
    if (decision.kind === "cancel") return "end";
    if (decision.kind === "update") return "update";
    if (decision.kind === "request") {
      const head = `// ${vscode.l10n.t("What UpdateUserPoolClient would get, once, and only after you have confirmed it.")}\n`;
      const name = vscode.l10n.t("Request for {0}", change.clientName);
      await documents.show(name, `${head}${forPlan(JSON.stringify(change.shown, null, 2))}\n`);
      continue;
    }
    const { member } = decision;
    const what = await reviewUndeclared(member, title);
    if (what.kind === "dismissed") return "end";
    if (what.kind === "back") continue;
    if (what.value === "set-back") round.setBack.push(member.path[0]);
    else if (!(await addToSpec(tools, change, client, member))) continue;
    round.note = vscode.l10n.t("The plan was made again. Read it, then confirm.");
    return "again";
  }
}

/** Writes into the spec what AWS has; an edit like any other, which can be undone. */
async function addToSpec(
  { aws, extension }: LifeTools,
  { poolId, live }: UpdateChange,
  { spec: { document, index } }: LinkedClient,
  { path: [name] }: Undeclared,
): Promise<boolean> {
  const minimal = aws.texts.minimalSpec(poolId, live);
  const unit = name.endsWith("TokenValidity") ? name.slice(0, -"Validity".length) : undefined;
  const units = minimal["TokenValidityUnits"] as Record<string, unknown> | undefined;
  const own = unit === undefined ? undefined : units?.[unit];
  const members = {
    [name]: minimal[name] ?? live.settings[name],
    ...(own === undefined ? {} : { TokenValidityUnits: { [String(unit)]: own } }),
  };
  const uri = document.uri.toString();
  const edits = await (await extension.session).writeMembers({ uri, index, members });
  const edit = new vscode.WorkspaceEdit();
  if (edits) edit.set(document.uri, [...edits]);
  if (edits && (await vscode.workspace.applyEdit(edit))) return true;
  void vscode.window.showErrorMessage(
    vscode.l10n.t("The spec cannot be edited as it stands. Write {0} into it yourself.", name),
  );
  return false;
}

function overlayOf({ file, environment, spec: { set, key } }: LinkedClient) {
  if (file === undefined || !environment || !set || key === undefined) return undefined;
  return { file, path: ["clients", key, environment.name, "set"], set };
}

function questionOf(plan: Plan<UpdateChange>, change: UpdateChange, document: vscode.TextDocument) {
  const { changes, undeclared, immovable, environment } = change;
  const warnings = plan.findings.filter(({ severity }) => severity === "warning").map(({ message }) => message);
  return {
    question: vscode.l10n.t("Update the app client {0}?", whichOf(change)),
    button: environment
      ? vscode.l10n.t("Update app client in {0}", environment.name)
      : vscode.l10n.t("Update app client"),
    lines: [
      { label: vscode.l10n.t("Changes"), value: countText(changes) },
      ...(undeclared.length > 0
        ? [{ label: vscode.l10n.t("Stays, though not in the spec"), value: String(undeclared.length) }]
        : []),
      ...(immovable.length > 0 ? [{ label: vscode.l10n.t("Cannot be changed"), value: String(immovable.length) }] : []),
    ],
    remarks: [
      ...changes.flatMap(({ path: [name], why }) => why.map((reason) => `${name}: ${reason}`)),
      ...warnings,
      ...(document.isDirty ? [vscode.l10n.t("The spec has unsaved changes. What is shown in the editor counts.")] : []),
    ],
  };
}

function tellInSync(change: UpdateChange): void {
  void vscode.window.showInformationMessage(
    vscode.l10n.t("AWS has {0} exactly as the spec says. Nothing to update.", forNotification(whichOf(change))),
  );
}

async function tellDone({ adopted, differences = [], note, consoleUrl }: Done<UpdateChange>, change: UpdateChange) {
  const which = forNotification(whichOf(change));
  const sentences = [
    adopted
      ? vscode.l10n.t("AWS's answer was lost, but {0} was updated: two looks in a row show it.", which)
      : vscode.l10n.t("Updated {0}. Changes: {1}.", which, countText(change.changes)),
    ...(differences.length > 0
      ? [
          vscode.l10n.t(
            "AWS has another value than asked for: {0}.",
            forNotification(differences.map(({ path }) => path.join(".")).join(", ")),
          ),
        ]
      : []),
    ...(note === undefined ? [] : [forNotification(note)]),
    ...(consoleUrl === undefined ? [] : [`[${vscode.l10n.t("Open in console")}](${consoleUrl})`]),
  ];
  const show = differences.length > 0 ? vscode.window.showWarningMessage : vscode.window.showInformationMessage;
  await show(sentences.join(" "));
}
