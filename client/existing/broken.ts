import * as vscode from "vscode";
import type { SpecEnvironments } from "../../server/src/protocol.ts";
import { forNotification } from "../../server/src/sinks.ts";

/**
 * Whether an environments file has errors, which is told: it says where things go and what is protected, so that nothing is written
 * on the word of one that is half understood.
 */
export function isBroken(file: Pick<SpecEnvironments, "errors"> | undefined): boolean {
  const [error] = file?.errors ?? [];
  if (error === undefined) return false;
  void vscode.window.showErrorMessage(
    vscode.l10n.t(
      "The environments file has errors, so nothing is done on its word. Mend it first: {0}",
      forNotification(error),
    ),
  );
  return true;
}
