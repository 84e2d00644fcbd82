import * as vscode from "vscode";
import { counted } from "../counted.ts";
import type { LinkedClient } from "../existing/existing-client.ts";
import { linkedIn } from "../existing/of-spec.ts";
import { languageIds } from "../languages.ts";
import { age } from "../pools/age.ts";
import type { Extension } from "../running.ts";
import { type Checks, saidOf } from "./checks.ts";

/** Above each app client that exists: what the user's own checks have shown, and the way to a plan. Never looks by itself. */
export function registerLenses(extension: Extension, checks: Checks): void {
  const changed = new vscode.EventEmitter<void>();
  const selector = languageIds.map((language) => ({ language }));
  // Ages grow while nobody does anything.
  const timer = setInterval(() => changed.fire(), 60_000);
  extension.context.subscriptions.push(
    changed,
    checks.onDidChange(() => changed.fire()),
    vscode.workspace.onDidSaveTextDocument(() => changed.fire()),
    { dispose: () => clearInterval(timer) },
    vscode.languages.registerCodeLensProvider(selector, {
      onDidChangeCodeLenses: changed.event,
      async provideCodeLenses(document) {
        const enabled = vscode.workspace.getConfiguration("cognitoClient", document).get<boolean>("codeLens.enabled");
        return enabled === false ? [] : lensesOf(extension, document, checks);
      },
    }),
  );
}

async function lensesOf(
  extension: Extension,
  document: vscode.TextDocument,
  checks: Checks,
): Promise<vscode.CodeLens[]> {
  const [{ listed }, outline] = await Promise.all([
    linkedIn(extension, document),
    (await extension.session).outline(document),
  ]);
  return (outline?.apps ?? []).flatMap(({ range }, index) => {
    const clients = listed.flatMap(({ client }) => (client?.spec.index === index ? client : []));
    if (clients.length === 0) return [];
    const line = range.start.line;
    const states = clients.map((client) => stateOf(client, checks)).filter((text) => text !== "");
    const title = [...states, vscode.l10n.t("Plan Update…")].join(" · ");
    const [only] = clients;
    const name = clients.length === 1 ? only?.environment?.name : undefined;
    const command = { command: "cognitoClient.planUpdate", title, arguments: [document.uri.toString(), index, name] };
    return [new vscode.CodeLens(new vscode.Range(line, 0, line, 0), command)];
  });
}

/** `prod: 2 differences, before your last edit` */
function stateOf(client: LinkedClient, checks: Checks): string {
  const name = client.environment?.name;
  const check = checks.of(client);
  if (!check) return name ?? "";
  const words =
    check.shows === "gone"
      ? vscode.l10n.t("gone")
      : check.shows === 0
        ? vscode.l10n.t("in sync")
        : counted.differences(check.shows);
  const now = Date.now();
  const when =
    check.said !== saidOf(client)
      ? vscode.l10n.t("before your last edit")
      : now - check.at < 60_000
        ? vscode.l10n.t("just now")
        : age(new Date(check.at).toISOString(), now, vscode.env.language);
  return name === undefined ? `${words} ${when}` : `${name}: ${words} ${when}`;
}
