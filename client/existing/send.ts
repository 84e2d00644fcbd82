import * as vscode from "vscode";
import type { ApplyOptions, Change, Outcome, Plan } from "../../deploy/index.ts";
import { forNotification } from "../../server/src/sinks.ts";
import { type Reaction, showProblem } from "../aws/problem.ts";
import { progressNotification } from "../aws/progress.ts";
import { offerAccount } from "../link/offer-account.ts";
import { lookUp } from "../pending/pending.ts";
import type { ExistingClient } from "./existing-client.ts";
import { rememberEnvironment, rememberedOf } from "./remembered.ts";
import { isStillLinked } from "./still-linked.ts";
import type { LifeTools } from "./tools.ts";

export type Sent<C extends Change> = Outcome<C> | { readonly outcome: "again"; readonly reaction: Reaction };

/**
 * Sends a confirmed plan of one change, and tells what went wrong; what went right is the verb's own to tell.
 * @param client as the plan was made for it: what an environments file says of it must still be so.
 * @returns `undefined` when nothing more is to be done.
 */
export async function sendOne<C extends Change>(
  { aws, extension }: LifeTools,
  plan: Plan<C>,
  title: string,
  options: Pick<ApplyOptions<C>, "current" | "typedName" | "typedEnvironments">,
  client: ExistingClient,
): Promise<Sent<C> | undefined> {
  if (!(await isStillLinked(extension, client))) return undefined;
  const { file } = client;
  const cancelled = new AbortController();
  const shown = progressNotification(title, () => cancelled.abort());
  const { log } = extension;
  const result = await aws
    .apply(plan, {
      ...options,
      confirmed: plan.digest,
      signal: cancelled.signal,
      onProgress: ({ message, cancellable }) => shown.say(forNotification(message), cancellable),
    })
    .finally(() => shown.close());
  if (!result.ok) return { outcome: "again", reaction: await showProblem(result.problem, log) };
  const [outcome] = result.value;
  if (outcome?.outcome === "unknown") {
    if ((await showProblem(outcome.problem, log)) === "look-up") await lookUp(outcome.record, aws, log);
    return undefined;
  }
  if (outcome?.outcome === "done" && outcome.change.verb !== "create") {
    const state = extension.context.globalState;
    const isFirst = rememberedOf(outcome.change, state) === undefined;
    await rememberEnvironment(outcome.change, state);
    const { environment } = outcome.change;
    const { accountId } = plan.identity;
    if (isFirst && file !== undefined && environment && environment.account === undefined && accountId !== undefined)
      void offerAccount(extension, file, environment.name, accountId);
  }
  return outcome;
}

/** A button that copies an id. */
export async function copyId(clientId: string): Promise<void> {
  await vscode.env.clipboard.writeText(clientId);
  vscode.window.setStatusBarMessage(vscode.l10n.t("Client ID {0} copied.", clientId), 5000);
}
