import * as vscode from "vscode";
import { registerPages } from "../pages/open-page.ts";
import type { Extension } from "../start.ts";
import { convert } from "./convert.ts";
import { explainType } from "./explain-type.ts";
import { fixAll } from "./fix-all.ts";
import { newSpec } from "./new-spec.ts";
import { openRulePage } from "./open-rule-page.ts";
import { useAsSpec } from "./use-as-spec.ts";

/** The commands that need neither AWS nor trust. */
export function registerEditorCommands({ context, log, session }: Extension): void {
  const register = (id: string, run: (...args: unknown[]) => unknown) =>
    context.subscriptions.push(vscode.commands.registerCommand(id, run));
  registerPages(context);
  register("cognitoClient.newSpec", () => newSpec(context.extensionUri));
  register("cognitoClient.useAsSpec", (where) => useAsSpec(where instanceof vscode.Uri ? where : undefined));
  register("cognitoClient.fixAll", fixAll);
  register("cognitoClient.convert", () => convert(session));
  register("cognitoClient.openRulePage", openRulePage);
  register("cognitoClient.explainApplicationType", explainType);
  register("cognitoClient.showOutput", () => log.show());
  register("cognitoClient.restartServer", async () => (await session).restart());
}
