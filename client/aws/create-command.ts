import * as vscode from "vscode";
import type { SpecOutline } from "../../server/src/protocol.ts";
import { isSpec } from "../languages.ts";
import type { KnownPool, PoolStore } from "../pools/pool-store.ts";
import type { Extension } from "../start.ts";
import { type Created, create, nameOf } from "./create.ts";
import type { Aws } from "./load.ts";
import { lookUp } from "./pending.ts";
import type { Refusals } from "./refusals.ts";
import { report } from "./report.ts";
import type { VirtualDocuments } from "./virtual-documents.ts";

export interface CreateCommandTools {
  readonly extension: Extension;
  readonly load: () => Aws;
  readonly store: PoolStore;
  readonly documents: VirtualDocuments;
  readonly marks: Refusals;
}

/**
 * `cognitoClient.create`: from the palette and the editor's title (the spec in front), the explorer (a URI), or a code lens
 * (URI as string and the app client's zero-based place). While one is under way for a spec, a second run does nothing.
 */
export function createCommand(tools: CreateCommandTools): (...args: unknown[]) => Promise<void> {
  const underWay = new Set<string>();
  return async (where, index) => {
    const document = await specOf(where);
    if (!document) return;
    const key = document.uri.toString();
    if (underWay.has(key)) return;
    underWay.add(key);
    try {
      await run(tools, document, typeof index === "number" ? [index] : undefined);
    } finally {
      underWay.delete(key);
    }
  };
}

async function run(
  tools: CreateCommandTools,
  document: vscode.TextDocument,
  only: number[] | undefined,
): Promise<void> {
  const { extension, load, documents } = tools;
  const outline = await (await extension.session).outline(document);
  if (!outline || (await stoppedByErrors(outline, document, only))) return;
  const created = await create({ aws: load(), extension, documents }, document, outline, only);
  if (created) await tell(tools, document, created);
}

/** Findings of severity error stop a create before anything is asked: Problems has them. */
async function stoppedByErrors(
  { apps }: SpecOutline,
  document: vscode.TextDocument,
  only?: number[],
): Promise<boolean> {
  const wanted = only ? apps.filter((_, index) => only.includes(index)) : apps;
  const errors = wanted.reduce((sum, app) => sum + app.errors, 0);
  if (errors === 0) return false;
  await vscode.commands.executeCommand("workbench.actions.view.problems");
  void vscode.window.showErrorMessage(
    errors === 1
      ? vscode.l10n.t("{0} has one error. Fix it first; Problems says how. Nothing was sent.", nameOf(document))
      : vscode.l10n.t(
          "{0} has {1} errors. Fix them first; Problems says how. Nothing was sent.",
          nameOf(document),
          errors,
        ),
  );
  return true;
}

async function tell(
  tools: CreateCommandTools,
  document: vscode.TextDocument,
  { plan, outcomes }: Created,
): Promise<void> {
  const { extension, load, documents, marks, store } = tools;
  await marks.mark(document, outcomes);
  for (const { outcome, item } of outcomes) {
    if (outcome === "created") await store.put(knownPool(plan, item.facts));
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
  // Each has its own notification, and none waits for another to be closed: the command itself is done.
  for (const outcome of outcomes) void report(outcome, plan.connection(), reportTools);
}

function knownPool({ profile }: Created["plan"], facts: KnownPool["facts"]): KnownPool {
  return { facts, choice: profile.choice, profile: profile.label };
}

async function specOf(where: unknown): Promise<vscode.TextDocument | undefined> {
  const uri = typeof where === "string" ? vscode.Uri.parse(where) : where instanceof vscode.Uri ? where : undefined;
  const document = uri ? await vscode.workspace.openTextDocument(uri) : vscode.window.activeTextEditor?.document;
  if (!document || !isSpec(document)) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t(
        "Open a spec first: a file such as web.cognito-client.yaml. “New Spec…” starts one, “Use This File as a Client Spec” turns another file into one.",
      ),
    );
    return undefined;
  }
  // The plan is shown beside the spec, and refusals are shown in it.
  if (uri) await vscode.window.showTextDocument(document, { preview: false });
  return document;
}
