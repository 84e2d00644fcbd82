import * as vscode from "vscode";
import type { Connection } from "../../deploy/index.ts";
import { choosePool, isProblem } from "../ask/choose-pool.ts";
import type { Aws } from "../aws/load.ts";
import type { Session } from "../language-client/session.ts";

/**
 * The spec names a pool that is not there. A pool that the user picks is written into the spec, as an edit that can be undone:
 * what the spec names is never overridden, so that the file stays the request.
 *
 * @param indexes zero-based places of the app clients that are to be created.
 * @returns whether the spec was changed; `false`: dismissed, or nothing to choose from.
 */
export async function poolIntoSpec(
  aws: Aws,
  connection: Connection,
  session: Session,
  document: vscode.TextDocument,
  indexes: readonly number[],
): Promise<boolean> {
  const title = vscode.l10n.t("Choose the pool that the spec shall name");
  const pool = await choosePool(aws, connection, { title, step: 1, totalSteps: 1 });
  if (pool.kind !== "picked" || isProblem(pool.value)) return false;
  const edit = new vscode.WorkspaceEdit();
  const uri = document.uri.toString();
  for (const index of indexes) {
    const paths = [["UserPoolId"], ["UserPoolClient", "UserPoolId"]];
    const range = (await session.locate({ uri, index, paths })).find((found) => found !== undefined);
    if (!range) continue;
    const [quote] = /^["']/.exec(document.getText(range)) ?? [""];
    edit.replace(document.uri, range, `${quote}${pool.value.id}${quote}`);
  }
  return edit.size > 0 && vscode.workspace.applyEdit(edit);
}
