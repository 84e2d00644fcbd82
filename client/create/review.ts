import * as vscode from "vscode";
import type { CreateChange, NamedClient, Plan } from "../../deploy/index.ts";
import { type Answer, ask, type Choice } from "../ask/step.ts";

export type Decision =
  | { readonly kind: "create" }
  | { readonly kind: "compare"; readonly index: number; readonly client: NamedClient }
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
  const createIt: Choice<Decision> = {
    label: createLabel(plan, same.length),
    detail: whereTo(plan),
    alwaysShow: true,
    value: { kind: "create" },
  };
  const choices: Choice<Decision>[] = [
    ...same.map(
      ({ index, client }): Choice<Decision> => ({
        label: vscode.l10n.t("Compare with {0}", client.name),
        description: client.id,
        detail: vscode.l10n.t("exists already in the pool: the spec beside what AWS has"),
        value: { kind: "compare", index, client },
      }),
    ),
    createIt,
    { label: vscode.l10n.t("Cancel"), alwaysShow: true, value: { kind: "cancel" } },
  ];
  const placeholder = note ?? vscode.l10n.t("Read the plan beside. Nothing has been sent yet.");
  // With a namesake in the pool, Enter alone must not make a second one.
  return ask({ title, placeholder, step: totalSteps, totalSteps, choices, unselected: same.length > 0 });
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
  // The quick pick may lie over these lines of the plan.
  const caller = identity.callerArn === undefined ? [] : [identity.callerArn];
  return [account, vscode.l10n.t("profile {0}", profile.label), pools.join(", "), ...caller].join(" · ");
}
