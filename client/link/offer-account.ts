import * as vscode from "vscode";
import type { Extension } from "../running.ts";
import { applyLinkEdits } from "./apply-edits.ts";

/** Offers to write down the account of an environment that names none, so that it is asserted from now on. */
export async function offerAccount(
  { session }: Pick<Extension, "session">,
  file: string,
  environment: string,
  account: string,
): Promise<void> {
  const down = vscode.l10n.t("Write it down");
  const message = vscode.l10n.t(
    "“{0}” names no account in the environments file. Write {1} down, so that nobody else's account is taken for it?",
    environment,
    account,
  );
  if ((await vscode.window.showInformationMessage(message, down)) === down)
    await applyLinkEdits(await (await session).writeAccount({ uri: file, environment, account }), "account");
}
