import * as vscode from "vscode";
import type { CreateChange, Done } from "../../deploy/index.ts";
import { forNotification } from "../../server/src/sinks.ts";
import type { Aws } from "../aws/load.ts";
import type { VirtualDocuments } from "../aws/virtual-documents.ts";
import { offerSignInPages } from "../branding/branding.ts";
import { reached } from "../commands/reached.ts";
import type { Checks } from "../drift/checks.ts";
import { rememberEnvironment } from "../existing/remembered.ts";
import type { LifeTools } from "../existing/tools.ts";
import { isSpec, nameOf } from "../languages.ts";
import { askAndWriteLink } from "../link/write-link.ts";
import { lookUp } from "../pending/pending.ts";
import type { KnownPool, PoolStore } from "../pools/pool-store.ts";
import type { Extension } from "../running.ts";
import { existsAlready, isLinked, stoppedByErrors } from "./before.ts";
import { type Created, create, type Run } from "./create.ts";
import type { Refusals } from "./refusals.ts";
import { report } from "./report.ts";
import type { Results } from "./results.ts";

export interface CreateCommandTools {
  readonly extension: Extension;
  readonly load: () => Aws;
  readonly store: PoolStore;
  readonly documents: VirtualDocuments;
  readonly marks: Refusals;
  readonly results: Results;
  readonly checks: Checks;
}

/**
 * `cognitoClient.create`: from the palette and the editor's title (the spec in front), the explorer (a URI), or a code lens
 * (URI as string and the app client's zero-based place). Run anew for a spec, it starts from the beginning, and what an earlier
 * run still asked is void; while a request is under way it only says so.
 */
export function createCommand(tools: CreateCommandTools): (...args: unknown[]) => Promise<void> {
  const runs = new Map<string, Run>();
  return async (where, index) => {
    if (where === undefined && tools.extension.templates.has(vscode.window.activeTextEditor?.document)) {
      tellOfStack();
      return;
    }
    const document = await specOf(where);
    if (!document) return;
    const key = document.uri.toString();
    const earlier = runs.get(key);
    if (earlier?.sending) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t("{0} is being created. Wait for the answer.", forNotification(nameOf(document))),
      );
      return;
    }
    if (earlier) earlier.superseded = true;
    const run: Run = { superseded: false, sending: false };
    runs.set(key, run);
    try {
      await createFrom(tools, document, typeof index === "number" ? [index] : undefined, run);
    } finally {
      if (runs.get(key) === run) runs.delete(key);
    }
  };
}

/** Made beside the stack it would be an orphan and a second one; changed beside it, the next deploy would change it back. */
function tellOfStack(): void {
  const compare = vscode.l10n.t("Compare with Live App Client…");
  void vscode.window
    .showInformationMessage(
      vscode.l10n.t(
        "The app clients of a template are made and changed by its stack, so nothing is created or updated from here: deploy the stack. “Copy as Spec” makes one that stands alone.",
      ),
      compare,
    )
    .then((chosen) => {
      if (chosen === compare) void vscode.commands.executeCommand("cognitoClient.compareTemplate");
    });
}

async function createFrom(
  tools: CreateCommandTools,
  document: vscode.TextDocument,
  only: number[] | undefined,
  run: Run,
): Promise<void> {
  const { extension, load, documents } = tools;
  const session = await extension.session;
  const outline = await session.outline(document);
  if (!outline || run.superseded || (await existsAlready(outline, document, only))) return;
  if ((await isLinked(outline, await session.environments(document), document, only)) || run.superseded) return;
  if (await stoppedByErrors(outline, document, only)) return;
  const created = await create({ aws: load(), extension, documents }, document, only, run);
  if (created) await tell(tools, document, created);
}

async function tell(
  tools: CreateCommandTools,
  document: vscode.TextDocument,
  { plan, outcomes }: Created,
): Promise<void> {
  const { extension, load, documents, marks, store, results, checks } = tools;
  await marks.mark(document, outcomes);
  const made = outcomes.flatMap((each) => (each.outcome === "done" ? each.clientId : []));
  for (const { outcome, change } of outcomes) {
    if (outcome !== "done") continue;
    reached("create");
    await store.put(knownPool(plan, change.facts, made));
  }
  const aws = load();
  const { log, context } = extension;
  const reportTools = {
    aws,
    documents,
    log,
    subscriptions: context.subscriptions,
    lookUp: ({ record }: { record: Parameters<typeof lookUp>[0] }) => lookUp(record, aws, log),
  };
  const life: LifeTools = { extension, aws, documents, results, marks, store, checks };
  // Nobody waits for a notification to be closed: the command itself is done.
  void report(document, outcomes, plan.connection(), results, reportTools);
  for (const outcome of outcomes) if (outcome.outcome === "done") void afterCreate(life, document, outcome, plan);
}

/** What may be left to do: its id written down, where no file has it, and its sign-in pages made available. */
async function afterCreate(
  tools: LifeTools,
  document: vscode.TextDocument,
  { clientId, change }: Done<CreateChange>,
  plan: Created["plan"],
): Promise<void> {
  const { poolId, clientName, index, environment } = change;
  await rememberEnvironment({ clientId, ...(environment && { environment }) }, tools.extension.context.globalState);
  void offerSignInPages(tools, plan.connection(), { poolId, clientId, ...(environment && { environment }) });
  const link = vscode.l10n.t("Link…");
  const message = vscode.l10n.t(
    "Write down which app client {0} is now ({1})? Then it can be compared and updated from its spec.",
    forNotification(clientName),
    forNotification(clientId),
  );
  if ((await vscode.window.showInformationMessage(message, link)) !== link) return;
  const { accountId } = plan.identity;
  await askAndWriteLink(tools.extension, { document, index, clientId, poolId, accountId });
}

/** @param made ids of app clients that were just created: a spec is no double of what was made from it. */
function knownPool({ profile }: Created["plan"], read: KnownPool["facts"], made: readonly string[]): KnownPool {
  const clients = read.clients?.filter(({ id }) => !made.includes(id));
  return { facts: { ...read, ...(clients && { clients }) }, choice: profile.choice, profile: profile.label };
}

async function specOf(where: unknown): Promise<vscode.TextDocument | undefined> {
  const uri = typeof where === "string" ? vscode.Uri.parse(where) : where instanceof vscode.Uri ? where : undefined;
  const document = uri ? await vscode.workspace.openTextDocument(uri) : vscode.window.activeTextEditor?.document;
  if (!document || !isSpec(document)) {
    void openFirst();
    return undefined;
  }
  // The plan is shown beside the spec, and refusals are shown in it.
  if (uri) await vscode.window.showTextDocument(document, { preview: false });
  return document;
}

/** Says what is missing, with the two ways to it. */
async function openFirst(): Promise<void> {
  const start = vscode.l10n.t("New Spec…");
  const use = vscode.l10n.t("Use This File");
  const inFront = vscode.window.activeTextEditor !== undefined;
  const chosen = await vscode.window.showInformationMessage(
    vscode.l10n.t("Open a spec first, such as web.cognito-client.yaml."),
    start,
    ...(inFront ? [use] : []),
  );
  if (chosen === start) await vscode.commands.executeCommand("cognitoClient.newSpec");
  if (chosen === use) await vscode.commands.executeCommand("cognitoClient.useAsSpec");
}
