import * as vscode from "vscode";
import type { CreateChange, Outcome, Plan, Progress, Result, SpecSource } from "../../deploy/index.ts";
import { forNotification } from "../../server/src/sinks.ts";
import type { Aws } from "../aws/load.ts";
import { progressNotification } from "../aws/progress.ts";
import type { Confirmed } from "../existing/confirm.ts";
import { isStillGuarded } from "../existing/still-guarded.ts";
import type { Session } from "../language-client/session.ts";

interface SendTools {
  readonly aws: Pick<Aws, "apply">;
  readonly session: Pick<Session, "environments">;
  /** The spec, open. */
  readonly document: vscode.TextDocument;
}

/**
 * Applies a confirmed plan with a progress notification. Its Cancel works until a request leaves; after that it says so.
 * @returns `undefined` where the environments file has changed since the plan was made: that is told, and nothing was sent.
 */
export async function send(
  { aws, session, document }: SendTools,
  plan: Plan<CreateChange>,
  current: SpecSource,
  typed: Confirmed,
): Promise<Result<readonly Outcome<CreateChange>[]> | undefined> {
  if (!(await isStillGuarded(session, document, plan.changes))) return undefined;
  const many = plan.changes.length > 1;
  const title = many
    ? vscode.l10n.t("Creating {0} app clients", plan.changes.length)
    : vscode.l10n.t("Creating app client “{0}”", plan.changes[0]?.clientName ?? "");
  const cancelled = new AbortController();
  const shown = progressNotification(title, () => cancelled.abort());
  const options = {
    confirmed: plan.digest,
    current,
    ...typed,
    signal: cancelled.signal,
    onProgress: (progress: Progress<CreateChange>) => shown.say(progressText(progress), progress.cancellable),
  };
  return aws.apply(plan, options).finally(() => shown.close());
}

function progressText({ change, number, count, message }: Progress<CreateChange>): string {
  return count > 1 ? `${number}/${count} ${forNotification(change.clientName)}: ${message}` : message;
}
