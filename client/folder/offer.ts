import * as vscode from "vscode";
import { becomesSpec } from "../commands/use-as-spec.ts";
import type { Extension } from "../running.ts";
import { mayBeSpec } from "./may-be-spec.ts";

const DISMISSED = "noSpec.";

/**
 * A JSON or YAML file with an app client in it, that is no spec by its name, has one quiet line above it: to be a spec, for good, or
 * never to be asked about again. Nothing pops up.
 */
export function registerOffer({ context, session }: Extension): void {
  const changed = new vscode.EventEmitter<void>();
  const enabled = () => vscode.workspace.getConfiguration("cognitoClient").get<boolean>("codeLens.enabled") !== false;
  const isDismissed = (uri: vscode.Uri) => context.workspaceState.get<boolean>(DISMISSED + uri.toString()) === true;
  const lenses = vscode.languages.registerCodeLensProvider(
    ["json", "jsonc", "yaml"].map((language) => ({ language })),
    {
      onDidChangeCodeLenses: changed.event,
      async provideCodeLenses(document) {
        const { uri, languageId } = document;
        if (!enabled() || document.isUntitled || isDismissed(uri)) return [];
        const text = document.getText();
        if (!mayBeSpec(text)) return [];
        if (!(await (await session).looksLikeSpec({ uri: uri.toString(), languageId, text }))) return [];
        const at = new vscode.Range(0, 0, 0, 0);
        const lens = (title: string, command: string) =>
          new vscode.CodeLens(at, { title, command, arguments: [uri.toString()] });
        return [
          lens(vscode.l10n.t("This looks like a Cognito app client: treat it as a spec"), TREAT),
          lens(vscode.l10n.t("Not this file"), DISMISS),
        ];
      },
    },
  );
  context.subscriptions.push(
    changed,
    lenses,
    vscode.commands.registerCommand(TREAT, async (uri: string) => becomesSpec(vscode.Uri.parse(uri))),
    vscode.commands.registerCommand(DISMISS, async (uri: string) => {
      await context.workspaceState.update(DISMISSED + vscode.Uri.parse(uri).toString(), true);
      changed.fire();
    }),
  );
}

const TREAT = "cognitoClient.treatAsSpec";
const DISMISS = "cognitoClient.neverASpec";
