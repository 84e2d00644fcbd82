import * as vscode from "vscode";
import { createCommand } from "../create/create-command.ts";
import { refusals } from "../create/refusals.ts";
import { results as resultDocuments } from "../create/results.ts";
import { checks as checksOfWindow } from "../drift/checks.ts";
import { registerLenses } from "../drift/lens.ts";
import { lookUpAll, tellOfPending } from "../pending/pending.ts";
import { connectPool, disconnectPool, refreshPool } from "../pools/commands.ts";
import { poolStore } from "../pools/pool-store.ts";
import { poolStatus } from "../pools/status.ts";
import { syncPools } from "../pools/sync.ts";
import type { Extension } from "../running.ts";
import { templatePools } from "../templates/template-pools.ts";
import { registerTree } from "../tree/tree.ts";
import { type awsCommands, guarded } from "./availability.ts";
import { registerLife } from "./life.ts";
import { awsLoader } from "./load.ts";
import { virtualDocuments } from "./virtual-documents.ts";

/** The AWS commands. Registering them loads nothing of AWS; the first one that runs does. */
export function registerAwsCommands(extension: Extension): void {
  const { context } = extension;
  const load = awsLoader(extension);
  const store = poolStore(context);
  const templatePool = templatePools(context);
  const documents = virtualDocuments();
  const marks = refusals(extension);
  const results = resultDocuments(documents);
  const checks = checksOfWindow();
  context.subscriptions.push(documents, marks, results, checks);
  const register = (id: (typeof awsCommands)[number], run: (...args: unknown[]) => Promise<void>) =>
    context.subscriptions.push(vscode.commands.registerCommand(id, guarded(run)));
  register("cognitoClient.create", createCommand({ extension, load, store, documents, marks, results, checks }));
  register("cognitoClient.connectPool", () => connectPool(extension, load(), store, templatePool));
  register("cognitoClient.refreshPool", () => refreshPool(extension, load(), store));
  register("cognitoClient.disconnectPool", () => disconnectPool(store, templatePool));
  register("cognitoClient.lookUp", () => lookUpAll(extension, load));
  const tree = registerTree(extension, load, store);
  registerLife(register, { extension, load, documents, results, marks, store, checks }, tree);
  registerLenses(extension, checks);
  void vscode.commands.executeCommand("setContext", "cognitoClient.aws", true);
  syncPools(extension, store, templatePool);
  poolStatus(extension, store);
  tellOfPending(extension, load);
}
