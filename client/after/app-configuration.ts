import * as vscode from "vscode";
import type { AppConfiguration } from "../../server/src/protocol.ts";
import { forNotification } from "../../server/src/sinks.ts";
import { ask } from "../ask/step.ts";
import type { Extension } from "../running.ts";
import { appClientFor, paramsOf, tellMissing } from "./app-client.ts";

/** *Copy App Configuration…*: what the application's side needs, for the library that it uses. A secret is never in it. */
export async function copyAppConfiguration(extension: Extension, where: unknown, index: unknown): Promise<void> {
  const title = vscode.l10n.t("Copy App Configuration");
  const chosen = await appClientFor(extension, title, where, index);
  if (!chosen) return;
  const answer = await (await extension.session).appConfigurations(paramsOf(chosen));
  if (!answer) return;
  if ("problem" in answer) return tellMissing(answer.problem);
  const configuration = await choose(title, answer.configurations);
  if (!configuration) return;
  await vscode.env.clipboard.writeText(configuration.text);
  const open = vscode.l10n.t("Show It");
  const { endpoint } = answer;
  const message =
    endpoint === undefined
      ? vscode.l10n.t("The configuration for {0} is copied.", configuration.title)
      : vscode.l10n.t(
          "The configuration for {0} is copied. Its addresses are AWS's, and this pool was read at {1}.",
          configuration.title,
          forNotification(endpoint),
        );
  if ((await vscode.window.showInformationMessage(message, open)) !== open) return;
  const { language, text } = configuration;
  const document = await vscode.workspace.openTextDocument({ language, content: text });
  await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside });
}

async function choose(
  title: string,
  configurations: readonly AppConfiguration[],
): Promise<AppConfiguration | undefined> {
  if (configurations.length === 0) {
    await tellMissing(
      vscode.l10n.t(
        "Nothing can be made for this app client: it has no OAuth flow, or none that is known from the file.",
      ),
    );
    return undefined;
  }
  const answer = await ask({
    title,
    placeholder: vscode.l10n.t("What does the application use?"),
    step: 1,
    totalSteps: 1,
    choices: configurations.map((each) => ({ label: each.title, detail: each.about, value: each })),
  });
  return answer.kind === "picked" ? answer.value : undefined;
}
