import * as vscode from "vscode";
import type { Outcome, Plan, SpecSource } from "../../deploy/index.ts";
import type { SpecOutline } from "../../server/src/protocol.ts";
import type { Extension } from "../start.ts";
import { confirm } from "./confirm.ts";
import type { Aws } from "./load.ts";
import { wait } from "./patience.ts";
import { showProblem } from "./problem.ts";
import { review } from "./review.ts";
import { send } from "./send.ts";
import { showExisting } from "./show-existing.ts";
import { chooseTarget, type Target } from "./target.ts";
import type { VirtualDocuments } from "./virtual-documents.ts";

export interface CreateTools {
  readonly aws: Aws;
  readonly extension: Extension;
  readonly documents: VirtualDocuments;
}

/** What a create ended with. */
export interface Created {
  readonly plan: Plan;
  readonly outcomes: readonly Outcome[];
}

interface Situation extends CreateTools {
  readonly document: vscode.TextDocument;
  readonly outline: SpecOutline;
  readonly only: readonly number[] | undefined;
  readonly title: string;
}

/**
 * *Create in AWS…* for a spec: target, plan, review, confirmation, one create. Every way out before the confirmation's button
 * sends nothing.
 * @param only zero-based places of the app clients to create; all when absent.
 */
export async function create(
  tools: CreateTools,
  document: vscode.TextDocument,
  outline: SpecOutline,
  only: readonly number[] | undefined,
): Promise<Created | undefined> {
  const title = vscode.l10n.t("Create in AWS: {0}", nameOf(document));
  const situation: Situation = { ...tools, document, outline, only, title };
  const apps = only ? outline.apps.filter((_, index) => only.includes(index)) : outline.apps;
  const poolId = apps.find((app) => app.poolId !== undefined)?.poolId;
  const question = {
    title,
    stepsAfter: 1,
    askForPool: apps.some((app) => app.poolId === undefined),
    ...(poolId === undefined ? {} : { poolId }),
  };
  try {
    for (;;) {
      const target = await chooseTarget(tools.aws, tools.extension, question);
      if (!target) return undefined;
      const done = await planAndSend(situation, target, question.askForPool ? 3 : 2);
      if (done !== "back") return done;
    }
  } finally {
    await tools.documents.close(planName(document));
  }
}

async function planAndSend(
  situation: Situation,
  target: Target,
  totalSteps: number,
): Promise<Created | "back" | undefined> {
  const { aws, extension, document, documents } = situation;
  let note: string | undefined;
  for (;;) {
    const version = document.version;
    const planned = await wait(
      vscode.l10n.t("Making the plan…"),
      aws.plan(target.connection, sourceOf(situation), planOptions(situation, target)),
    );
    if (!planned) return undefined;
    if (!planned.ok) {
      const reaction = await showProblem(planned.problem, extension.log);
      if (reaction === "choose-profile" || reaction === "choose-pool") return "back";
      if (reaction === undefined) return undefined;
      continue;
    }
    const plan = planned.value;
    await documents.show(planName(document), aws.texts.planText(plan));
    const answer = await decide(situation, plan, totalSteps, note);
    if (answer !== "create") return answer === "back" ? "back" : undefined;
    if (document.version !== version || document.isClosed) {
      note = vscode.l10n.t("The spec changed, so the plan was made again. Read it, then confirm.");
      continue;
    }
    if (!(await confirm(plan, aws.texts, document.isDirty))) return undefined;
    const sent = await send(aws, plan, sourceOf(situation));
    if (sent.ok) return { plan, outcomes: sent.value };
    if ((await showProblem(sent.problem, extension.log)) === undefined) return undefined;
    note = vscode.l10n.t("The plan was made again. Read it, then confirm.");
  }
}

async function decide(
  { aws, documents, extension, title }: Situation,
  plan: Plan,
  totalSteps: number,
  note: string | undefined,
): Promise<"create" | "back" | "cancel"> {
  for (;;) {
    const answer = await review(plan, title, totalSteps, note);
    if (answer.kind !== "picked") return answer.kind === "back" ? "back" : "cancel";
    if (answer.value.kind !== "show") return answer.value.kind;
    const item = plan.items[answer.value.index];
    if (item) await showExisting({ aws, documents, log: extension.log }, plan.connection(), item, answer.value.client);
  }
}

function planOptions({ only, outline }: Situation, { chosen }: Target) {
  return { settings: outline.settings, ...(chosen && { poolId: chosen.id }), ...(only && { only }) };
}

/** The spec as it stands in the editor, saved or not. */
function sourceOf({ document, outline }: Situation): SpecSource {
  return { text: document.getText(), dialect: outline.dialect, name: nameOf(document) };
}

function planName(document: vscode.TextDocument): string {
  return vscode.l10n.t("Plan for {0}", nameOf(document).replace(/(\.cognito-(app-)?client)?\.(jsonc?|ya?ml)$/, ""));
}

export function nameOf(document: vscode.TextDocument): string {
  return document.uri.path.split("/").at(-1) ?? document.uri.path;
}
