import * as vscode from "vscode";
import type { CreateChange, NamedClient, Plan } from "../../deploy/index.ts";
import { type Answer, ask, type Choice } from "../ask/step.ts";

export type Decision =
  | { readonly kind: "create" }
  | { readonly kind: "show"; readonly index: number; readonly client: NamedClient }
  | { readonly kind: "cancel" };

/**
 * Last step of the quick pick, while the plan stands beside it to be read. Where app clients of the same name exist,
 * creating another is a choice of its own: names are not unique in Cognito.
 * @param note what the user should know first, e.g. that the plan was made again.
 */
export function review(
  plan: Plan<CreateChange>,
  title: string,
  totalSteps: number,
  note: string | undefined,
): Promise<Answer<Decision>> {
  const same = plan.changes.flatMap((item, index) => (item.sameName ?? []).map((client) => ({ index, client })));
  const choices: Choice<Decision>[] = [
    { label: createLabel(plan, same.length), detail: whereTo(plan), alwaysShow: true, value: { kind: "create" } },
    ...same.map(
      ({ index, client }): Choice<Decision> => ({
        label: vscode.l10n.t("Show {0}", client.name),
        description: client.id,
        detail: vscode.l10n.t("exists already in the pool"),
        value: { kind: "show", index, client },
      }),
    ),
    { label: vscode.l10n.t("Cancel"), alwaysShow: true, value: { kind: "cancel" } },
  ];
  const placeholder = note ?? vscode.l10n.t("Read the plan beside. Nothing has been sent yet.");
  return ask({ title, placeholder, step: totalSteps, totalSteps, choices });
}

function createLabel({ changes: items }: Plan<CreateChange>, sameNames: number): string {
  const [first] = items;
  const name = first?.clientName ?? "";
  if (items.length > 1) {
    return sameNames > 0
      ? vscode.l10n.t("Create another {0} app clients…", items.length)
      : vscode.l10n.t("Create {0} app clients…", items.length);
  }
  return sameNames > 0
    ? vscode.l10n.t("Create another app client “{0}”…", name)
    : vscode.l10n.t("Create app client “{0}”…", name);
}

function whereTo({ identity, changes: items, profile }: Plan<CreateChange>): string {
  const account = identity.accountId ?? vscode.l10n.t("account unknown");
  const pools = [...new Set(items.map(({ poolName, poolId }) => (poolName ? `${poolName} (${poolId})` : poolId)))];
  return [vscode.l10n.t("profile {0}", profile.label), account, pools.join(", ")].join(" · ");
}
