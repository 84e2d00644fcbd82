import * as vscode from "vscode";
import type { Extension } from "../running.ts";
import type { TemplatePools } from "../templates/template-pools.ts";
import type { PoolStore } from "./pool-store.ts";

export function liveChecksEnabled(): boolean {
  return vscode.workspace.getConfiguration("cognitoClient").get<boolean>("liveChecks.enabled") !== false;
}

/** Keeps the language server's picture of the connected pools up to date: names only, and none while live checks are off. */
export function syncPools({ context, serving, log }: Extension, store: PoolStore, templates: TemplatePools): void {
  const send = async () => {
    // Facts start no server: it gets them when it runs.
    const running = await serving;
    await running.sendPoolFacts(liveChecksEnabled() ? store.all().map(({ facts }) => facts) : [], templates.all());
  };
  const sendOrLog = () => {
    send().catch((error: unknown) => log.error(error instanceof Error ? error.message : String(error)));
  };
  const tellMenus = () =>
    vscode.commands.executeCommand("setContext", "cognitoClient.connected", store.all().length > 0);
  void tellMenus();
  context.subscriptions.push(
    store.onDidChange(sendOrLog),
    templates.onDidChange(sendOrLog),
    store.onDidChange(tellMenus),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration("cognitoClient.liveChecks")) sendOrLog();
    }),
  );
  if (store.all().length > 0) sendOrLog();
}
