import * as vscode from "vscode";
import type { Plan, Undeclared, UpdateChange } from "../../deploy/index.ts";
import { visible } from "../../server/src/sinks.ts";
import { type Answer, ask, type Choice } from "../ask/step.ts";
import { whereTo, whichOf } from "../existing/facts.ts";
import { carefulOf } from "../existing/remembered.ts";
import { changeText, classText, valueText } from "./words.ts";

export type Decision =
  | { readonly kind: "update" }
  | { readonly kind: "request" }
  | { readonly kind: "undeclared"; readonly member: Undeclared }
  | { readonly kind: "cancel" };

export interface Asked {
  readonly title: string;
  readonly totalSteps: number;
  /** What the user should know first, e.g. that the plan was made again. */
  readonly note: string | undefined;
  readonly state: vscode.Memento;
}

/** The plan's three groups beside the diff, and what can be done. Nothing is selected at first: Enter alone answers nothing. */
export function review(plan: Plan<UpdateChange>, change: UpdateChange, asked: Asked): Promise<Answer<Decision>> {
  const { title, totalSteps, note, state } = asked;
  const { changes, undeclared, immovable } = change;
  const careful = carefulOf(change, state);
  const doing: Choice<Decision>[] = [
    ...(changes.length > 0
      ? [
          {
            label: vscode.l10n.t("$(cloud-upload) Update {0}…", whichOf(change)),
            detail: whereTo(plan, change),
            alwaysShow: true,
            value: { kind: "update" } as const,
          },
        ]
      : []),
    { label: vscode.l10n.t("$(json) Show the request"), alwaysShow: true, value: { kind: "request" } },
    { label: vscode.l10n.t("Cancel"), alwaysShow: true, value: { kind: "cancel" } },
  ];
  const choices: Choice<Decision>[] = [
    ...doing,
    ...group(
      vscode.l10n.t("Changes: {0}", changes.length),
      changes.map((each) => ({
        label: each.path[0],
        description: [classText(each.class), changeText(each)].filter((text) => text !== "").join(" · "),
        ...(each.why.length > 0 && { detail: visible(each.why.join(" ")) }),
      })),
    ),
    ...group(
      vscode.l10n.t("Stays, although the spec does not say it: {0}", undeclared.length),
      undeclared.map((member) => ({
        label: member.path[0],
        description: valueText(member.live),
        detail: vscode.l10n.t("Add it to the spec, or set it back to its default…"),
        value: { kind: "undeclared", member } as const,
      })),
    ),
    ...group(
      vscode.l10n.t("Cannot be changed: {0}", immovable.length),
      immovable.map(({ path: [name], live, wanted, instead }) => ({
        label: name,
        description: `${valueText(live)} ≠ ${valueText(wanted)}`,
        detail: visible(instead),
      })),
    ),
  ];
  const placeholder =
    careful ??
    note ??
    (changes.length > 0
      ? vscode.l10n.t("Read what would change. Nothing has been sent yet.")
      : vscode.l10n.t("Nothing to send: AWS has all that the spec says."));
  return ask({ title, placeholder, step: totalSteps, totalSteps, choices, unselected: true });
}

function group(title: string, rows: readonly Choice<Decision>[]): Choice<Decision>[] {
  return rows.length === 0 ? [] : [{ label: title, kind: vscode.QuickPickItemKind.Separator }, ...rows];
}

/** What to do with a member that the spec does not say. */
export function reviewUndeclared(
  { path: [name], live, default: standard }: Undeclared,
  title: string,
): Promise<Answer<"add" | "set-back">> {
  return ask<"add" | "set-back">({
    title,
    placeholder: vscode.l10n.t("{0} is {1} in AWS, and the spec does not say it.", name, valueText(live)),
    step: 2,
    totalSteps: 2,
    unselected: true,
    choices: [
      {
        label: vscode.l10n.t("Add to the spec"),
        detail: vscode.l10n.t("the file then says what AWS has; nothing is sent"),
        value: "add",
      },
      {
        label: vscode.l10n.t("Set back to default"),
        detail:
          standard === undefined
            ? vscode.l10n.t("moves to the changes; AWS decides what it is then")
            : vscode.l10n.t("moves to the changes, as {0}", valueText(standard)),
        value: "set-back",
      },
    ],
  });
}
