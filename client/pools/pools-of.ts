import type * as vscode from "vscode";
import type { Session } from "../language-client/session.ts";
import { type PoolsMeant, poolsMeant } from "./pools-meant.ts";

/** Which pools an open spec is for, by itself and by the environments that list it. Nobody but the language server is asked. */
export async function poolsOf(session: Session, document: vscode.TextDocument): Promise<PoolsMeant> {
  const [outline, file] = await Promise.all([session.outline(document), session.environments(document)]);
  return poolsMeant(outline?.apps ?? [], file);
}
