import * as vscode from "vscode";
import type { Extension } from "../running.ts";
import type { ExistingClient } from "./existing-client.ts";
import { linkedIn } from "./of-spec.ts";
import { isStillGuarded, tellChanged } from "./still-guarded.ts";

/**
 * Whether the environments file still says of an app client what was shown: its id, its pool, what is set, and what guards it. What
 * is not so any more is told, and nothing is sent.
 */
export async function isStillLinked(extension: Pick<Extension, "session">, client: ExistingClient): Promise<boolean> {
  const { file, spec } = client;
  if (!spec) return true;
  // From the tree it may be open in no tab, and VS Code closes such a document by and by.
  const document = await vscode.workspace.openTextDocument(spec.document.uri);
  if (file === undefined) return isStillGuarded(await extension.session, document, [client]);
  const { listed, errors } = await linkedIn(extension, document);
  if (errors.length === 0 && listed.some((each) => each.client && said(each.client) === said(client))) return true;
  tellChanged();
  return false;
}

function said({ poolId, clientId, environment, spec }: ExistingClient): string {
  const { name, account, pool, protected: guarded = false } = environment ?? {};
  return JSON.stringify([poolId, clientId, name, account, pool, guarded, spec?.index, spec?.set ?? null]);
}
