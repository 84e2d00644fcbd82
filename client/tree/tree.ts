import * as vscode from "vscode";
import type { NamedClient, ProfileChoice, Result } from "../../deploy/index.ts";
import { cut, visible } from "../../server/src/sinks.ts";
import { whyNoAws } from "../aws/availability.ts";
import type { Aws } from "../aws/load.ts";
import type { LinkedClient } from "../existing/existing-client.ts";
import { environmentsFiles } from "../languages.ts";
import { linkTo } from "../link/take-out.ts";
import { knownInWorkspace } from "../link/workspace.ts";
import { age } from "../pools/age.ts";
import type { KnownPool, PoolStore } from "../pools/pool-store.ts";
import type { Extension } from "../running.ts";
import { type Node, nodesOf } from "./nodes.ts";

export interface Tree {
  /** Lists anew what is unfolded. */
  refresh(): void;
}

/**
 * *Cognito App Clients*: connected pools, their app clients, and the files that have them. A pool is listed when it is unfolded,
 * by list calls alone: nothing is described.
 */
export function registerTree(extension: Extension, load: () => Aws, store: PoolStore): Tree {
  const changed = new vscode.EventEmitter<Node | undefined>();
  // A pool is listed when somebody unfolds it or asks anew, not because a file has changed.
  const listings = new Map<string, Promise<Result<readonly NamedClient[]>>>();
  const refresh = () => {
    listings.clear();
    changed.fire(undefined);
  };
  const provider: vscode.TreeDataProvider<Node> = {
    onDidChangeTreeData: changed.event,
    getTreeItem: itemOf,
    async getChildren(node) {
      if (whyNoAws() !== undefined) return [];
      if (!node) return store.all().map((pool): Node => ({ kind: "pool", pool }));
      return node.kind === "pool" ? childrenOf(node.pool) : [];
    },
  };
  const childrenOf = async ({ facts: { poolId }, choice }: KnownPool): Promise<Node[]> => {
    let listing = listings.get(poolId);
    if (!listing) {
      listing = listClients(load(), choice, poolId);
      listings.set(poolId, listing);
    }
    const listed = await listing;
    if (!listed.ok) return [{ kind: "problem", poolId, problem: listed.problem }];
    return nodesOf(poolId, listed.value, await knownInWorkspace(extension));
  };
  const view = vscode.window.createTreeView("cognitoClient.clients", {
    treeDataProvider: provider,
    showCollapseAll: true,
  });
  const files = vscode.workspace.createFileSystemWatcher(environmentsFiles);
  const again = () => changed.fire(undefined);
  extension.context.subscriptions.push(
    view,
    changed,
    files,
    files.onDidChange(again),
    files.onDidCreate(again),
    files.onDidDelete(again),
    store.onDidChange(refresh),
    vscode.workspace.onDidGrantWorkspaceTrust(refresh),
  );
  return { refresh };
}

async function listClients(aws: Aws, choice: ProfileChoice, poolId: string): Promise<Result<readonly NamedClient[]>> {
  const connected = await aws.connect(choice, { poolId });
  return connected.ok ? aws.listClients(connected.value, poolId) : connected;
}

function itemOf(node: Node): vscode.TreeItem {
  switch (node.kind) {
    case "pool":
      return poolItem(node.pool);
    case "client": {
      const item = new vscode.TreeItem(shown(node.client.name));
      item.id = `${node.poolId} ${node.client.id}`;
      item.description = node.links.length > 0 ? node.links.map(fileOf).join(", ") : vscode.l10n.t("not in any file");
      item.tooltip = `${shown(node.client.name)}\n${node.client.id}`;
      item.iconPath = new vscode.ThemeIcon(node.links.length > 0 ? "link" : "circle-outline");
      item.contextValue = node.links.length > 0 ? "client-linked" : "client-unlinked";
      const [link] = node.links;
      if (link) item.command = openFile(link);
      return item;
    }
    case "gone": {
      const item = new vscode.TreeItem(node.link.clientId);
      item.id = `${node.poolId} gone ${fileOf(node.link)} ${node.link.clientId}`;
      item.description = vscode.l10n.t("linked in {0}, but gone", fileOf(node.link));
      item.iconPath = new vscode.ThemeIcon("warning");
      item.contextValue = linkTo(node.link) ? "client-gone" : "client-gone-own";
      item.command = openFile(node.link);
      return item;
    }
    case "problem": {
      const item = new vscode.TreeItem(vscode.l10n.t("Cannot be listed"));
      item.description = shown(node.problem.message);
      item.tooltip = visible(node.problem.message);
      item.iconPath = new vscode.ThemeIcon("error");
      item.contextValue = "problem";
      return item;
    }
  }
}

function poolItem({ facts, profile }: KnownPool): vscode.TreeItem {
  const item = new vscode.TreeItem(shown(facts.poolName ?? facts.poolId), vscode.TreeItemCollapsibleState.Collapsed);
  item.id = facts.poolId;
  item.description = vscode.l10n.t("profile {0}", shown(profile));
  item.tooltip = `${facts.poolId}\n${vscode.l10n.t("read {0}", age(facts.fetchedAt, Date.now(), vscode.env.language))}`;
  item.iconPath = new vscode.ThemeIcon("organization");
  item.contextValue = "pool";
  return item;
}

/** `web.cognito-client.yaml (prod)` */
function fileOf({ spec, environment }: LinkedClient): string {
  const file = vscode.workspace.asRelativePath(spec.document.uri);
  return visible(environment ? `${file} (${environment.name})` : file);
}

function openFile({ spec }: LinkedClient): vscode.Command {
  return { command: "vscode.open", title: vscode.l10n.t("Open"), arguments: [spec.document.uri] };
}

function shown(text: string): string {
  return cut(visible(text), 120);
}
