import * as vscode from "vscode";
import type { Extension } from "../running.ts";
import { leftText } from "./left-text.ts";
import { reached } from "./reached.ts";

/** *Fix All Safe Problems*: what "source.fixAll.cognitoClient" on save does, by command, and what it leaves to the user. */
export async function fixAll(extension: Extension): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  if (document) await fixed(extension, document);
}

/** The same for one rule, from its quick fix. */
export async function fixAllOfRule(extension: Extension, uri: unknown, rule: unknown): Promise<void> {
  if (typeof uri !== "string" || typeof rule !== "string") return;
  await fixed(extension, await vscode.workspace.openTextDocument(vscode.Uri.parse(uri)), rule);
}

async function fixed({ session }: Extension, document: vscode.TextDocument, rule?: string): Promise<void> {
  const answer = await (await session).fixAll(document, rule);
  if (!answer) return;
  const { edits, version, left } = answer;
  // What was computed for another text must not be written into this one.
  if (edits.length > 0 && version === document.version) {
    const edit = new vscode.WorkspaceEdit();
    edit.set(document.uri, edits);
    if (!(await vscode.workspace.applyEdit(edit))) return;
    if (rule === undefined) reached("fixAll");
  }
  const text = leftText(answer);
  if (left.choice.length + left.byHand.length === 0) {
    vscode.window.setStatusBarMessage(text, 5000);
    return;
  }
  const show = vscode.l10n.t("Show Problems");
  if ((await vscode.window.showInformationMessage(text, show)) === show)
    await vscode.commands.executeCommand("workbench.panel.markers.view.focus");
}
