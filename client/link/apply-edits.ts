import * as vscode from "vscode";
import type { LinkEdits, WireRange } from "../../server/src/protocol.ts";
import { forNotification } from "../../server/src/sinks.ts";

/**
 * Writes an environments file as the language server says: an edit like any other, saved where the file was there.
 * @param then what is so afterwards, for the status bar. @returns whether it was written
 */
export async function applyLinkEdits(edits: LinkEdits, then: "there" | "gone" | "account" = "there"): Promise<boolean> {
  if ("problem" in edits) {
    void vscode.window.showErrorMessage(forNotification(edits.problem));
    return false;
  }
  const uri = vscode.Uri.parse(edits.uri);
  const edit = new vscode.WorkspaceEdit();
  if ("newFile" in edits) {
    // Never over a file that has come meanwhile.
    edit.createFile(uri, { overwrite: false, contents: new TextEncoder().encode(edits.newFile) });
  } else {
    const changes = edits.edits.map(({ range, newText }) => vscode.TextEdit.replace(rangeOf(range), newText));
    if (changes.length > 0) edit.set(uri, changes);
  }
  if (edit.size > 0 && !(await vscode.workspace.applyEdit(edit))) {
    void vscode.window.showErrorMessage(
      vscode.l10n.t("The link could not be written. Is the file there already, or read-only?"),
    );
    return false;
  }
  const document = await vscode.workspace.openTextDocument(uri);
  if (document.isDirty) await document.save();
  const name = uri.path.slice(uri.path.lastIndexOf("/") + 1);
  const said = {
    there: vscode.l10n.t("The link is in {0}.", name),
    gone: vscode.l10n.t("The link is out of {0}.", name),
    account: vscode.l10n.t("The account is in {0}.", name),
  }[then];
  vscode.window.setStatusBarMessage(said, 10_000);
  return true;
}

function rangeOf({ start, end }: WireRange): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}
