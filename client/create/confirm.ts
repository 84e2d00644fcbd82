import * as vscode from "vscode";
import type { CreateChange, Plan } from "../../deploy/index.ts";
import type { Aws } from "../aws/load.ts";
import { type Confirmed, typedGuard } from "../existing/confirm.ts";
import { confirmationDetail } from "./confirmation-detail.ts";

/** The name of each protected environment, then the modal confirmation: names the act, and states who, where and what. Anything but its button means no. */
export async function confirm(
  plan: Plan<CreateChange>,
  texts: Aws["texts"],
  unsaved: boolean,
): Promise<Confirmed | undefined> {
  const { changes: items } = plan;
  const [first] = items;
  if (!first) return undefined;
  const remarks = items.flatMap((item) => texts.remarks(plan, item));
  if (unsaved) remarks.push(vscode.l10n.t("The spec has unsaved changes. What is shown in the editor is created."));
  const detail = confirmationDetail(
    items.map((item) => texts.confirmation(plan, item)),
    remarks,
  );
  const one = items.length === 1;
  const question = one
    ? vscode.l10n.t("Create the app client “{0}” in {1}?", first.clientName, first.poolName ?? first.poolId)
    : vscode.l10n.t("Create {0} app clients?", items.length);
  const button = one ? vscode.l10n.t("Create app client") : vscode.l10n.t("Create {0} app clients", items.length);
  const guards = new Set(items.flatMap(({ environment }) => (environment?.protected ? [environment.name] : [])));
  for (const guard of guards) if ((await typedGuard(question, guard)) === undefined) return undefined;
  const answer = await vscode.window.showWarningMessage(question, { modal: true, detail }, button);
  return answer === button ? { typedEnvironments: [...guards] } : undefined;
}
