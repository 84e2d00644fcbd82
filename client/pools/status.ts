import * as vscode from "vscode";
import { languageIds } from "../languages.ts";
import type { Extension } from "../running.ts";
import { age } from "./age.ts";
import type { KnownPool, PoolStore } from "./pool-store.ts";
import { poolsOf } from "./pools-of.ts";
import { type StatusWords, statusWords } from "./status-words.ts";
import { liveChecksEnabled } from "./sync.ts";

/** In the status bar and behind `{ }`: which pool the spec in front is checked against, or why against none. */
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
    const pools = await poolsOf(await session, document);
    // A later editor has been asked about meanwhile.
    if (mine !== round) return;
    const isOff = !liveChecksEnabled();
    const known = isOff ? [] : pools.ids.flatMap((id) => store.get(id) ?? []);
    const [first] = known;
    const read = first ? age(first.facts.fetchedAt, Date.now(), vscode.env.language) : "";
    show(item, bar, known, statusWords(pools, known, { isOff, read }));
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

/** `Customers · dev`: what the file in front is checked against, where one sees it without looking for it. */
function show(
  item: vscode.LanguageStatusItem,
  bar: vscode.StatusBarItem,
  known: readonly KnownPool[],
  words: StatusWords,
): void {
  item.text = words.text;
  item.detail = words.detail;
  item.command =
    known.length > 0
      ? { command: "cognitoClient.refreshPool", title: vscode.l10n.t("Refresh") }
      : { command: "cognitoClient.connectPool", title: vscode.l10n.t("Connect to Pool…") };
  bar.text = words.bar;
  bar.tooltip = `${words.text}\n${words.detail}`;
  bar.command = item.command;
  bar.show();
}
