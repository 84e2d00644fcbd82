import * as vscode from "vscode";
import { languageIds } from "../languages.ts";
import type { Extension } from "../start.ts";
import { age } from "./age.ts";
import type { PoolStore } from "./pool-store.ts";
import { liveChecksEnabled } from "./sync.ts";

/** The one status item: which pool the spec in front is checked against, or that live checks are off. */
export function poolStatus({ context, session }: Extension, store: PoolStore): void {
  const selector = languageIds.map((language) => ({ language }));
  const item = vscode.languages.createLanguageStatusItem("cognitoClient.pool", selector);
  item.name = vscode.l10n.t("Cognito User Pool");
  let round = 0;
  const update = async () => {
    const document = vscode.window.activeTextEditor?.document;
    const mine = ++round;
    if (!document || vscode.languages.match(selector, document) === 0) return;
    const pools = await poolsOf(document);
    // A later editor has been asked about meanwhile.
    if (mine === round) show(item, pools, store);
  };
  const poolsOf = async (document: vscode.TextDocument) => {
    const outline = await (await session).outline(document);
    return [...new Set((outline?.apps ?? []).flatMap(({ poolId }) => poolId ?? []))];
  };
  // Without a server there is nothing to say; start.ts has told why.
  const updateQuietly = () => void update().catch(() => {});
  context.subscriptions.push(
    item,
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
