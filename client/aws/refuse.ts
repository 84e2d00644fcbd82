import * as vscode from "vscode";
import type { Extension } from "../running.ts";
import { awsCommands } from "./availability.ts";

/** On the web there is no Node to read credentials with: each AWS command says so. */
export function registerAwsRefusals({ context }: Extension): void {
  const refuse = () =>
    vscode.window.showWarningMessage(
      vscode.l10n.t(
        "VS Code for the Web cannot read AWS credentials, so nothing can be created from here. Open the folder in VS Code on the desktop or in a remote window. Completion, checks and quick fixes work here as well.",
      ),
    );
  for (const id of awsCommands) context.subscriptions.push(vscode.commands.registerCommand(id, refuse));
}
