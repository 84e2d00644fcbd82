import * as vscode from "vscode";
import type { ApplicationParams } from "../../server/src/protocol.ts";
import type { LinkedClient } from "../existing/existing-client.ts";
import { chooseLinked, specAt } from "../existing/of-spec.ts";
import { nameOf } from "../languages.ts";
import type { Extension } from "../running.ts";

/** The app client that a command is about: of the spec in front or where it was run, in one environment. */
export async function appClientFor(
  extension: Extension,
  title: string,
  where: unknown,
  index: unknown,
): Promise<LinkedClient | undefined> {
  const document = await specAt(where);
  if (!document) return undefined;
  const only = typeof index === "number" ? { index } : {};
  return chooseLinked(extension, document, `${title}: ${nameOf(document)}`, only);
}

/** The same as the language server is asked about it. */
export function paramsOf({ poolId, clientId, spec }: LinkedClient): ApplicationParams {
  const { document, index, set } = spec;
  return { uri: document.uri.toString(), index, poolId, clientId, ...(set && { set }) };
}

/** Says why it cannot be done; with a way on, where the pool only has to be read. */
export async function tellMissing(problem: string, missing?: "pool"): Promise<void> {
  const connect = vscode.l10n.t("Connect to Pool…");
  const buttons = missing === "pool" ? [connect] : [];
  if ((await vscode.window.showInformationMessage(problem, ...buttons)) === connect)
    await vscode.commands.executeCommand("cognitoClient.connectPool");
}
