import * as vscode from "vscode";
import type { CopyParams } from "../../server/src/protocol.ts";
import { forNotification } from "../../server/src/sinks.ts";
import { isSpec } from "../languages.ts";
import type { Extension } from "../running.ts";

/** *Copy as Spec*, *Copy as CloudFormation Resource*, *Copy as AWS CLI Command*: into the clipboard, never with a secret. */
export async function copyAs({ session, templates }: Extension, as: CopyParams["as"]): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (!editor || !(isSpec(editor.document) || templates.has(editor.document))) return;
  const copied = await (await session).copy(editor.document, editor.selection.active, as);
  if (!copied) {
    void vscode.window.showInformationMessage(vscode.l10n.t("Put the cursor into an app client first."));
    return;
  }
  await vscode.env.clipboard.writeText(copied.text);
  const { left, open } = copied;
  const notes = [
    ...(open.length > 0 ? [vscode.l10n.t("Fill in what stands in <…>: {0}.", forNotification(open.join(", ")))] : []),
    ...(left.length > 0 ? [vscode.l10n.t("Left out: {0}.", forNotification(left.join(", ")))] : []),
  ];
  void vscode.window.showInformationMessage([vscode.l10n.t("Copied."), ...notes].join(" "));
}
