import * as vscode from "vscode";
import { registerAfter } from "../after/register.ts";
import { registerCheckAll } from "../folder/check-all.ts";
import { registerOffer } from "../folder/offer.ts";
import { registerPages } from "../pages/open-page.ts";
import type { Extension } from "../running.ts";
import { copyAs } from "../templates/copy.ts";
import { convert } from "./convert.ts";
import { explainType } from "./explain-type.ts";
import { fixAll, fixAllOfRule } from "./fix-all.ts";
import { newSpec } from "./new-spec.ts";
import { openRulePage } from "./open-rule-page.ts";
import { useAsSpec } from "./use-as-spec.ts";

/** The commands that need neither AWS nor trust. */
export function registerEditorCommands(extension: Extension): void {
  const { context, log, session } = extension;
  const register = (id: string, run: (...args: unknown[]) => unknown) =>
    context.subscriptions.push(vscode.commands.registerCommand(id, run));
  registerPages(context);
  registerAfter(extension);
  registerCheckAll(extension);
  registerOffer(extension);
  register("cognitoClient.newSpec", () => newSpec(context.extensionUri));
  register("cognitoClient.useAsSpec", (where) => useAsSpec(where instanceof vscode.Uri ? where : undefined));
  register("cognitoClient.fixAll", () => fixAll(extension));
  register("cognitoClient.fixAllOfRule", (uri, rule) => fixAllOfRule(extension, uri, rule));
  register("cognitoClient.copyAsSpec", () => copyAs(extension, "spec"));
  register("cognitoClient.copyAsResource", () => copyAs(extension, "resource"));
  register("cognitoClient.copyAsCommand", () => copyAs(extension, "command"));
  register("cognitoClient.convert", () => convert(session));
  register("cognitoClient.openRulePage", openRulePage);
  register("cognitoClient.explainApplicationType", explainType);
  register("cognitoClient.showOutput", () => log.show());
  register("cognitoClient.restartServer", async () => (await session).restart());
}
