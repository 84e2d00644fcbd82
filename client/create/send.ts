import * as vscode from "vscode";
import type { CreateChange, Outcome, Plan, Progress, Result, SpecSource } from "../../deploy/index.ts";
import type { Aws } from "../aws/load.ts";

/** Applies a confirmed plan with a progress notification. Its Cancel works until a request leaves; after that it says so. */
export function send(
  aws: Aws,
  plan: Plan<CreateChange>,
  current: SpecSource,
): Thenable<Result<readonly Outcome<CreateChange>[]>> {
  const many = plan.changes.length > 1;
  const title = many
    ? vscode.l10n.t("Creating {0} app clients", plan.changes.length)
    : vscode.l10n.t("Creating app client “{0}”", plan.changes[0]?.clientName ?? "");
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  return vscode.window.withProgress(options, (notification, token) => {
    const cancelled = new AbortController();
    let sent = false;
    const say = (message: string) => notification.report({ message });
    token.onCancellationRequested(() => {
      cancelled.abort();
      if (sent) say(vscode.l10n.t("the request is under way and cannot be recalled; waiting for the answer"));
    });
    return aws.apply(plan, {
      confirmed: plan.digest,
      current,
      signal: cancelled.signal,
      onProgress(progress) {
        sent = !progress.cancellable;
        say(progressText(progress));
      },
    });
  });
}

function progressText({ change, number, count, message, cancellable }: Progress<CreateChange>): string {
  const text = count > 1 ? `${number}/${count} ${change.clientName}: ${message}` : message;
  return cancellable ? text : vscode.l10n.t("{0} (can no longer be cancelled)", text);
}
