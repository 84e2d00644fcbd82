import * as vscode from "vscode";
import type { NamedClient } from "../../deploy/index.ts";
import { ask } from "../ask/step.ts";
import { type As, canBeStream } from "./texts.ts";

/** Only where there is something to choose: several app clients. */
export async function chooseAs(chosen: readonly NamedClient[], title: string): Promise<As | undefined> {
  if (chosen.length < 2) return "yaml";
  const answer = await ask<As>({
    title,
    placeholder: vscode.l10n.t("How are the new specs written down?"),
    step: 1,
    totalSteps: 1,
    choices: [
      { label: vscode.l10n.t("A YAML file for each"), value: "yaml" },
      { label: vscode.l10n.t("A JSON file for each"), value: "json" },
      ...(canBeStream(chosen.map(({ name }) => name))
        ? [{ label: vscode.l10n.t("One YAML file with all of them"), value: "stream" as const }]
        : []),
    ],
  });
  return answer.kind === "picked" ? answer.value : undefined;
}
