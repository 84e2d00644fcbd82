import * as vscode from "vscode";
import { forNotification } from "../../server/src/sinks.ts";
import { leaves } from "./leaves.ts";

/** Whether a spec on this machine stands elsewhere than below its environments file, once links are followed. */
export function isOutside(environments: string, spec: vscode.Uri): boolean {
  const file = vscode.Uri.parse(environments);
  return file.scheme === "file" && spec.scheme === "file" && leaves(file.fsPath, spec.fsPath);
}

/** The same of an app client that a command is about, which is told: nothing is done on the word of such a file. */
export function toldOutside(client: {
  readonly file?: string;
  readonly spec?: { readonly document: vscode.TextDocument };
}): boolean {
  const { file, spec } = client;
  if (file === undefined || !spec || !isOutside(file, spec.document.uri)) return false;
  void vscode.window.showErrorMessage(
    vscode.l10n.t(
      "{0} is a link that leads out of the folder of its environments file, which is for what stands below it. Nothing is done.",
      forNotification(vscode.workspace.asRelativePath(spec.document.uri)),
    ),
  );
  return true;
}
