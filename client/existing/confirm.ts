import * as vscode from "vscode";
import type { OfLive, Plan } from "../../deploy/index.ts";
import { nameToType } from "../../server/src/guard.ts";
import { visible } from "../../server/src/sinks.ts";
import { confirmationDetail, type Line } from "../create/confirmation-detail.ts";
import { factsOf } from "./facts.ts";
import { carefulOf, rememberedOf } from "./remembered.ts";
import { typedName } from "./typed-name.ts";

export interface Question {
  /** `Update the app client “web” in prod?` */
  readonly question: string;
  readonly button: string;
  /** Said beside who and where. */
  readonly lines?: readonly Line[];
  /** Sentences below. */
  readonly remarks?: readonly string[];
}

/** What was typed before the modal was answered with yes. */
export interface Confirmed {
  readonly typedEnvironments: readonly string[];
}

/**
 * The last steps before a write to an app client that exists: the name of a protected environment, then the modal, once. Anything
 * but its button means no.
 */
export async function confirmed(
  plan: Plan,
  change: OfLive,
  { question, button, lines = [], remarks = [] }: Question,
  state: vscode.Memento,
): Promise<Confirmed | undefined> {
  const { environment } = change;
  const careful = carefulOf(change, state);
  const guard = nameToType(rememberedOf(change, state), environment);
  if (guard !== undefined && (await typedGuard(question, guard, careful)) === undefined) return undefined;
  const detail = confirmationDetail(
    [[...factsOf(plan, change), ...lines]],
    [...(careful === undefined ? [] : [careful]), ...remarks.map((remark) => visible(remark))],
  );
  const answer = await vscode.window.showWarningMessage(question, { modal: true, detail }, button);
  if (answer !== button) return undefined;
  return { typedEnvironments: guard === undefined ? [] : [guard] };
}

/** Asks for the name of a protected environment. @returns what was typed; `undefined`: dismissed */
export function typedGuard(title: string, name: string, careful?: string): Promise<string | undefined> {
  const prompt = vscode.l10n.t("“{0}” is protected. Type its name to go on; Escape sends nothing.", name);
  return typedName(title, careful === undefined ? prompt : `${careful} ${prompt}`, name);
}
