import * as vscode from "vscode";
import { visible } from "../../server/src/sinks.ts";
import { languageIds } from "../languages.ts";
import type { Extension } from "../running.ts";
import { age } from "./age.ts";
import type { PoolStore } from "./pool-store.ts";
import { liveChecksEnabled } from "./sync.ts";

/** In the status bar and behind `{ }`: which pool the spec in front is checked against, or that live checks are off. */
export function poolStatus({ context, session }: Extension, store: PoolStore): void {
  const selector = languageIds.map((language) => ({ language }));
  const item = vscode.languages.createLanguageStatusItem("cognitoClient.pool", selector);
  item.name = vscode.l10n.t("Cognito User Pool");
  const bar = vscode.window.createStatusBarItem("cognitoClient.pool", vscode.StatusBarAlignment.Left, 10);
  bar.name = vscode.l10n.t("Cognito User Pool");
  let round = 0;
  const update = async () => {
    const document = vscode.window.activeTextEditor?.document;
    const mine = ++round;
    if (!document || vscode.languages.match(selector, document) === 0) {
      bar.hide();
      return;
    }
    const pools = await poolsOf(document);
    // A later editor has been asked about meanwhile.
    if (mine !== round) return;
    show(item, pools, store);
    showInBar(bar, item, pools, store);
  };
  const poolsOf = async (document: vscode.TextDocument) => {
    const outline = await (await session).outline(document);
    return [...new Set((outline?.apps ?? []).flatMap(({ poolId }) => poolId ?? []))];
  };
  // Without a server there is nothing to say; start.ts has told why.
  const updateQuietly = () => void update().catch(() => {});
  context.subscriptions.push(
    item,
    bar,
    vscode.window.onDidChangeActiveTextEditor(updateQuietly),
    vscode.workspace.onDidSaveTextDocument(updateQuietly),
    store.onDidChange(updateQuietly),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration("cognitoClient.liveChecks")) updateQuietly();
    }),
  );
  updateQuietly();
}

function show(item: vscode.LanguageStatusItem, pools: readonly string[], store: PoolStore): void {
  const known = pools.flatMap((id) => store.get(id) ?? []);
  const [first] = known;
  if (!first || !liveChecksEnabled()) {
    item.text = vscode.l10n.t("Cognito: live checks off");
    item.detail = liveChecksEnabled()
      ? vscode.l10n.t("not checked against a pool")
      : vscode.l10n.t("off in the settings");
    item.command = { command: "cognitoClient.connectPool", title: vscode.l10n.t("Connect to Pool…") };
    return;
  }
  const { facts, profile } = first;
  item.text =
    known.length > 1
      ? vscode.l10n.t("Cognito: {0} pools", known.length)
      : vscode.l10n.t("Cognito: pool {0} · profile {1}", facts.poolId, profile);
  item.detail = vscode.l10n.t("read {0}", age(facts.fetchedAt, Date.now(), vscode.env.language));
  item.command = { command: "cognitoClient.refreshPool", title: vscode.l10n.t("Refresh") };
}

/** `Customers · dev`: what the file in front is checked against, where one sees it without looking for it. */
function showInBar(
  bar: vscode.StatusBarItem,
  { text, detail, command }: vscode.LanguageStatusItem,
  pools: readonly string[],
  store: PoolStore,
): void {
  const known = liveChecksEnabled() ? pools.flatMap((id) => store.get(id) ?? []) : [];
  const [first] = known;
  bar.text =
    first === undefined
      ? `$(debug-disconnect) ${vscode.l10n.t("Cognito: no pool")}`
      : `$(plug) ${known.length > 1 ? vscode.l10n.t("Cognito: {0} pools", known.length) : plain(`${first.facts.poolName ?? first.facts.poolId} · ${first.profile}`)}`;
  bar.tooltip = [text, detail].filter((part) => part !== undefined).join("\n");
  bar.command = command;
  bar.show();
}

/** A pool's name cannot draw an icon: `$(…)` would be one here. */
function plain(text: string): string {
  return visible(text).replaceAll("$(", "$ (");
}
