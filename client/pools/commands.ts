import * as vscode from "vscode";
import type { Connection } from "../../deploy/index.ts";
import { wait } from "../ask/patience.ts";
import { ask } from "../ask/step.ts";
import { chooseTarget } from "../ask/target.ts";
import type { Aws } from "../aws/load.ts";
import { showProblem } from "../aws/problem.ts";
import { reached } from "../commands/reached.ts";
import { isSpec } from "../languages.ts";
import type { Extension } from "../running.ts";
import type { TemplatePools } from "../templates/template-pools.ts";
import { age } from "./age.ts";
import type { KnownPool, PoolStore } from "./pool-store.ts";
import { poolsOf } from "./pools-of.ts";

/** *Connect to Pool…*: the user says which pool may be read, and with which profile. Reads only. */
export async function connectPool(
  extension: Extension,
  aws: Aws,
  store: PoolStore,
  templates: TemplatePools,
): Promise<void> {
  const template = await templateInFront(extension);
  if (template === "none") {
    void vscode.window.showInformationMessage(
      vscode.l10n.t("Put the cursor into an app client of the template first."),
    );
    return;
  }
  const own = template?.poolId;
  const named = template ? (own === undefined ? [] : [own]) : await poolsInFront(extension);
  const [poolId] = named;
  const target = await chooseTarget(aws, extension.context.globalState, {
    title: template ? vscode.l10n.t("Connect {0} to Pool", template.logicalId) : vscode.l10n.t("Connect to Pool"),
    whoActs: vscode.l10n.t("Choose the AWS profile that reads the pool"),
    stepsAfter: 0,
    tell: (problem) => showProblem(problem, extension.log),
    askForPool: poolId === undefined,
    ...(poolId === undefined ? {} : { poolId }),
  });
  if (!target) return;
  const ids = target.chosen ? [target.chosen.id] : named;
  for (const id of ids) {
    const isRead = await read(extension, aws, store, target.connection, id);
    if (isRead && template && own === undefined)
      await templates.put({ uri: template.uri, logicalId: template.logicalId, poolId: id });
  }
}

/** What a template calls the pool of the app client at the cursor, and its id where the template says that. */
async function templateInFront({
  session,
  templates,
}: Extension): Promise<{ uri: string; logicalId: string; poolId?: string } | "none" | undefined> {
  const editor = vscode.window.activeTextEditor;
  if (!editor || !templates.has(editor.document)) return undefined;
  const running = await session;
  const asked = await running.templateAppClient(editor.document, editor.selection.active);
  if (!asked) return "none";
  const { UserPoolId: poolId } = asked.members;
  const uri = running.uriOf(editor.document.uri);
  return { uri, logicalId: asked.pool, ...(typeof poolId === "string" && { poolId }) };
}

/** *Refresh Pool Facts*: reads again what the spec in front, or else everything connected, is checked against. */
export async function refreshPool(extension: Extension, aws: Aws, store: PoolStore): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  const inFront = document && isSpec(document) ? await poolsOf(await extension.session, document) : undefined;
  const named = (inFront?.ids ?? []).flatMap((id) => store.get(id) ?? []);
  const pools = named.length > 0 ? named : store.all();
  if (pools.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t("No pool is connected. Use “Connect to Pool…” first."));
  }
  for (const { facts, choice, profile } of pools) {
    const title = vscode.l10n.t("Getting the credentials of {0}…", profile);
    let again = true;
    while (again) {
      const connected = await wait(title, aws.connect(choice, { poolId: facts.poolId }));
      if (!connected) return;
      again = !connected.ok && (await showProblem(connected.problem, extension.log)) === "retry";
      if (connected.ok) await read(extension, aws, store, connected.value, facts.poolId);
    }
  }
}

/** *Disconnect*: forgets what is known of a pool. */
export async function disconnectPool(store: PoolStore, templates: TemplatePools): Promise<void> {
  const pools = store.all();
  if (pools.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t("No pool is connected."));
    return;
  }
  const answer = await ask({
    title: vscode.l10n.t("Disconnect from Pool"),
    placeholder: vscode.l10n.t("Choose the pool to forget"),
    step: 1,
    totalSteps: 1,
    choices: pools.map((pool) => poolChoice(pool)),
  });
  if (answer.kind !== "picked") return;
  await store.remove(answer.value);
  await templates.remove(answer.value);
}

function poolChoice({ facts, profile }: KnownPool) {
  const read = age(facts.fetchedAt, Date.now(), vscode.env.language);
  return {
    label: facts.poolName ?? facts.poolId,
    description: facts.poolId,
    detail: vscode.l10n.t("profile {0} · read {1}", profile, read),
    value: facts.poolId,
  };
}

async function read(
  { log }: Extension,
  aws: Aws,
  store: PoolStore,
  connection: Connection,
  poolId: string,
): Promise<boolean> {
  const reading = await wait(vscode.l10n.t("Reading pool {0}…", poolId), aws.readFacts(connection, poolId));
  if (!reading) return false;
  if (!reading.ok) {
    await showProblem(reading.problem, log);
    return false;
  }
  const { facts, denied } = reading.value;
  await store.put({ facts, choice: connection.profile.choice, profile: connection.profile.label });
  reached("connectPool");
  const name = facts.poolName ?? poolId;
  const message =
    denied.length === 0
      ? vscode.l10n.t("Specs for {0} are now checked against it.", name)
      : vscode.l10n.t(
          "Specs for {0} are now checked against what could be read of it. Not read, because these calls failed: {1}.",
          name,
          denied.map(({ action }) => action).join(", "),
        );
  void vscode.window.showInformationMessage(message);
  return true;
}

/** The pools that the spec in front names. */
async function poolsInFront({ session }: Extension): Promise<string[]> {
  const document = vscode.window.activeTextEditor?.document;
  if (!document || !isSpec(document)) return [];
  const outline = await (await session).outline(document);
  return [...new Set((outline?.apps ?? []).flatMap(({ poolId }) => poolId ?? []))];
}
