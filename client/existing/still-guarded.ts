import * as vscode from "vscode";
import type { Environment } from "../../deploy/index.ts";
import { isGuardedAsShown } from "../../server/src/guard.ts";
import type { Session } from "../language-client/session.ts";
import { isBroken } from "./broken.ts";

/**
 * Whether the environments file still guards as it was shown what is to be written to pools that the spec itself names, or the user
 * has chosen. What is not so any more is told, and nothing is sent.
 */
export async function isStillGuarded(
  session: Pick<Session, "environments">,
  document: vscode.TextDocument,
  changes: readonly { readonly poolId: string; readonly environment?: Environment }[],
): Promise<boolean> {
  const file = await session.environments(document);
  if (isBroken(file)) return false;
  if (isGuardedAsShown<Environment>(file?.environments ?? [], changes)) return true;
  tellChanged();
  return false;
}

export function tellChanged(): void {
  void vscode.window.showWarningMessage(
    vscode.l10n.t(
      "The environments file has changed since the plan was shown. Nothing was sent. Run the command again.",
    ),
  );
}
