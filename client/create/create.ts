import * as vscode from "vscode";
import type { CreateChange, Environment, Outcome, Plan, SpecSource } from "../../deploy/index.ts";
import type { SpecOutline } from "../../server/src/protocol.ts";
import { wait } from "../ask/patience.ts";
import { chooseTarget, type Target } from "../ask/target.ts";
import type { Aws } from "../aws/load.ts";
import { showProblem, type Tell } from "../aws/problem.ts";
import type { VirtualDocuments } from "../aws/virtual-documents.ts";
import { isBroken } from "../existing/broken.ts";
import { nameOf } from "../languages.ts";
import type { Extension } from "../running.ts";
import { confirm } from "./confirm.ts";
import { poolIntoSpec } from "./pool-into-spec.ts";
import { review } from "./review.ts";
import { send } from "./send.ts";
import { compareWithAws } from "./show-existing.ts";

export interface CreateTools {
  readonly aws: Aws;
  readonly extension: Extension;
  readonly documents: VirtualDocuments;
}

/** What a create ended with. */
export interface Created {
  readonly plan: Plan<CreateChange>;
  readonly outcomes: readonly Outcome<CreateChange>[];
}

/** One run of the command for one spec. */
export interface Run {
  /** The command was run anew for the same spec while this run waited for an answer to a message: it gives up. */
  superseded: boolean;
  /** From the confirmation until the outcome is known; a further run is then refused. */
  sending: boolean;
}

interface Situation extends CreateTools {
  readonly run: Run;
  readonly document: vscode.TextDocument;
  readonly outline: SpecOutline;
  readonly only: readonly number[] | undefined;
  /** What the nearest environments file says of pools. */
  readonly environments: readonly Environment[];
  readonly title: string;
  readonly tell: Tell;
}

/**
 * *Create in AWS…* for a spec: target, plan, review, confirmation, one create. Every way out before the confirmation's button
 * sends nothing.
 * @param only zero-based places of the app clients to create; all when absent.
 */
export async function create(
  tools: CreateTools,
  document: vscode.TextDocument,
  only: readonly number[] | undefined,
  run: Run,
): Promise<Created | undefined> {
  const { aws, extension, documents } = tools;
  const title = vscode.l10n.t("Create in AWS: {0}", nameOf(document));
  const tell = tellWhileWanted(extension.log, document, run);
  try {
    let kept: Target | undefined;
    for (;;) {
      const session = await extension.session;
      const outline = await session.outline(document);
      if (!outline || run.superseded) return undefined;
      const apps = only ? outline.apps.filter((_, index) => only.includes(index)) : outline.apps;
      const poolId = apps.find((app) => app.poolId !== undefined)?.poolId;
      const askForPool = apps.some((app) => app.poolId === undefined);
      const whoActs = vscode.l10n.t("Choose the AWS profile that creates and pays");
      const question = { title, whoActs, stepsAfter: 1, askForPool, tell, ...(poolId === undefined ? {} : { poolId }) };
      const target: Target | undefined = kept ?? (await chooseTarget(aws, extension.context.globalState, question));
      if (!target || run.superseded) return undefined;
      const file = await session.environments(document);
      if (isBroken(file)) return undefined;
      const { environments = [] } = file ?? {};
      const situation: Situation = { ...tools, document, outline, only, environments, title, run, tell };
      const done = await planAndSend(situation, target, askForPool ? 3 : 2);
      if (done === "choose-pool") {
        const indexes = only ?? outline.apps.map((_, index) => index);
        if (!(await poolIntoSpec(aws, target.connection, session, document, indexes))) return undefined;
        kept = target;
      } else if (done !== "back") return done;
      else kept = undefined;
    }
  } finally {
    if (!run.superseded) await documents.close(planName(document));
  }
}

/** A button of a message that an earlier run left standing starts the command from the beginning. */
function tellWhileWanted(log: vscode.LogOutputChannel, document: vscode.TextDocument, run: Run): Tell {
  return async (problem) => {
    const reaction = await showProblem(problem, log);
    if (!run.superseded || reaction === undefined) return reaction;
    void vscode.commands.executeCommand("cognitoClient.create", document.uri);
    return undefined;
  };
}

async function planAndSend(
  situation: Situation,
  target: Target,
  totalSteps: number,
): Promise<Created | "back" | "choose-pool" | undefined> {
  const { aws, document, documents, run, tell } = situation;
  let note: string | undefined;
  for (;;) {
    const version = document.version;
    const planned = await wait(
      vscode.l10n.t("Making the plan…"),
      aws.plan(target.connection, sourceOf(situation), planOptions(situation, target)),
    );
    if (!planned || run.superseded) return undefined;
    if (!planned.ok) {
      const reaction = await tell(planned.problem);
      if (reaction === "choose-pool") return situation.outline.apps.every(({ poolId }) => poolId) ? reaction : "back";
      if (reaction === "choose-profile") return "back";
      if (reaction === undefined) return undefined;
      continue;
    }
    const plan = planned.value;
    const text = aws.texts.planText(plan);
    await documents.show(planName(document), `${guide(vscode.l10n.t("Nothing has been sent yet."))}${text}`);
    const answer = await decide(situation, plan, totalSteps, note);
    if (answer !== "create") return answer === "back" ? "back" : undefined;
    if (document.version !== version || document.isClosed) {
      note = vscode.l10n.t("The spec changed, so the plan was made again. Read it, then confirm.");
      continue;
    }
    const typed = await confirm(plan, aws.texts, document.isDirty);
    if (!typed || run.superseded) return undefined;
    run.sending = true;
    documents.put(planName(document), `${guide(vscode.l10n.t("This is being sent now."))}${text}`);
    const session = await situation.extension.session;
    const sent = await send({ aws, session, document }, plan, sourceOf(situation), typed);
    run.sending = false;
    if (!sent) return undefined;
    if (sent.ok) return { plan, outcomes: sent.value };
    if ((await tell(sent.problem)) === undefined) return undefined;
    note = vscode.l10n.t("The plan was made again. Read it, then confirm.");
  }
}

async function decide(
  { aws, documents, extension, title }: Situation,
  plan: Plan<CreateChange>,
  totalSteps: number,
  note: string | undefined,
): Promise<"create" | "back" | "cancel"> {
  for (;;) {
    const answer = await review(plan, title, totalSteps, note);
    if (answer.kind !== "picked") return answer.kind === "back" ? "back" : "cancel";
    if (answer.value.kind !== "compare") return answer.value.kind;
    const item = plan.changes[answer.value.index];
    const tools = { aws, documents, log: extension.log };
    if (item) await compareWithAws(tools, plan.connection(), item, answer.value.client.id);
  }
}

function planOptions({ only, outline, environments }: Situation, { chosen }: Target) {
  return { settings: outline.settings, environments, ...(chosen && { poolId: chosen.id }), ...(only && { only }) };
}

/** The spec as it stands in the editor, saved or not. */
function sourceOf({ document, outline }: Situation): SpecSource {
  return { text: document.getText(), dialect: outline.dialect, name: nameOf(document) };
}

function planName(document: vscode.TextDocument): string {
  return vscode.l10n.t("Plan for {0}", nameOf(document).replace(/(\.cognito-(app-)?client)?\.(jsonc?|ya?ml)$/, ""));
}

/** Stands above the plan, where the quick pick may hide it: what must be read comes below. */
function guide(state: string): string {
  return `${[
    vscode.l10n.t("The plan: exactly what would be sent, once, and only after you have confirmed it."),
    vscode.l10n.t("{0} Escape at any step sends nothing.", state),
    vscode.l10n.t("A line that begins with // is not part of the request. A secret is never shown."),
    "",
    "",
  ]
    .map((line) => `// ${line}`.trimEnd())
    .join("\n")}\n`;
}
