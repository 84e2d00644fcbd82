import * as vscode from "vscode";

export interface Choice<T> extends vscode.QuickPickItem {
  readonly value?: T;
}

/** One step of a multi-step quick pick. */
export interface Step<T> {
  readonly title: string;
  readonly placeholder: string;
  /** One-based; the number is not shown when there is only one step. */
  readonly step: number;
  readonly totalSteps: number;
  readonly choices: readonly Choice<T>[];
  /** No choice is active at first, so that Enter alone answers nothing. */
  readonly unselected?: boolean;
  /** Fills the list while it is shown. */
  readonly fill?: (show: (choices: readonly Choice<T>[]) => void) => Promise<void>;
}

export type Answer<T> =
  | { readonly kind: "picked"; readonly value: T }
  | { readonly kind: "back" }
  | { readonly kind: "dismissed" };

/** Shows the step. Escape dismisses, the back button goes back. */
export function ask<T>({
  title,
  placeholder,
  step,
  totalSteps,
  choices,
  unselected,
  fill,
}: Step<T>): Promise<Answer<T>> {
  return new Promise((resolve, reject) => {
    const pick = vscode.window.createQuickPick<Choice<T>>();
    const answer = (given: Answer<T>) => {
      resolve(given);
      pick.dispose();
    };
    pick.title = title;
    pick.placeholder = placeholder;
    pick.matchOnDescription = true;
    pick.matchOnDetail = true;
    pick.ignoreFocusOut = true;
    if (totalSteps > 1) {
      pick.step = step;
      pick.totalSteps = totalSteps;
    }
    if (step > 1) pick.buttons = [vscode.QuickInputButtons.Back];
    pick.items = choices;
    // With the items, in one message: a moment later Enter would take the first.
    if (unselected) pick.activeItems = [];
    pick.onDidTriggerButton(() => answer({ kind: "back" }));
    pick.onDidHide(() => answer({ kind: "dismissed" }));
    pick.onDidAccept(() => {
      const [chosen] = pick.selectedItems;
      if (chosen?.value !== undefined) answer({ kind: "picked", value: chosen.value });
    });
    pick.show();
    if (!fill) return;
    pick.busy = true;
    fill((more) => {
      const [active] = pick.activeItems;
      pick.items = more;
      const again = more.find((choice) => active && choice.label === active.label && choice.detail === active.detail);
      if (again) pick.activeItems = [again];
    }).then(
      () => {
        pick.busy = false;
      },
      (error: unknown) => {
        reject(error instanceof Error ? error : new Error(String(error)));
        pick.dispose();
      },
    );
  });
}
