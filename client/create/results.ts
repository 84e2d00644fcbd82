import * as vscode from "vscode";
import type { Connection, CreateChange, Outcome } from "../../deploy/index.ts";
import { PLAN_SCHEME, type VirtualDocuments } from "../aws/virtual-documents.ts";
import { nameOf } from "../languages.ts";
import { resultText } from "./result-text.ts";
import type { HeldSecret } from "./secret.ts";
import { compareWithAws, type ShowTools } from "./show-existing.ts";

/** One thing that can be done with an app client of a result, as a code lens above it. */
export interface Action {
  readonly line: number;
  readonly title: string;
  readonly run: () => Promise<void>;
}

interface Result {
  readonly actions: readonly Action[];
  readonly forget: () => void;
}

/** What became of one app client, with its secret, should it have one that the user may copy. */
export interface Held {
  readonly outcome: Outcome<CreateChange>;
  readonly secret?: HeldSecret;
}

export interface ResultTools extends ShowTools {
  /** Looks an unresolved create up again. */
  lookUp(outcome: Extract<Outcome<CreateChange>, { outcome: "unknown" }>): Promise<void>;
}

export interface Results extends vscode.Disposable {
  /** Shows what became of a create beside the spec, without taking the focus. */
  show(document: vscode.TextDocument, all: readonly Held[], connection: Connection, tools: ResultTools): Promise<void>;
  /** Shows another result with its actions. `forget` is called when its tab is closed. */
  keep(name: string, text: string, actions: readonly Action[], forget?: () => void): Promise<void>;
}

const RUN = "cognitoClient.runResultAction";

/**
 * Result documents: they stay until their tab is closed, and with the tab goes the last hold on the secrets that AWS returned.
 * Their actions live here; a lens has only the document and a number.
 */
export function results(documents: VirtualDocuments): Results {
  const known = new Map<string, Result>();
  const changed = new vscode.EventEmitter<void>();
  const lenses = vscode.languages.registerCodeLensProvider(
    { scheme: PLAN_SCHEME },
    {
      onDidChangeCodeLenses: changed.event,
      provideCodeLenses: ({ uri }) =>
        (known.get(uri.toString())?.actions ?? []).map(({ line, title }, index) => {
          const command = { command: RUN, title, arguments: [uri.toString(), index] };
          return new vscode.CodeLens(new vscode.Range(line, 0, line, 0), command);
        }),
    },
  );
  const command = vscode.commands.registerCommand(RUN, (uri: string, index: number) =>
    known.get(uri)?.actions[index]?.run(),
  );
  // A closed tab, not a closed document: VS Code keeps documents for minutes after their last tab.
  const closed = vscode.window.tabGroups.onDidChangeTabs(({ closed: tabs }) => {
    for (const { input } of tabs) if (input instanceof vscode.TabInputText) forget(input.uri.toString());
  });
  const forget = (uri: string) => {
    known.get(uri)?.forget();
    known.delete(uri);
  };
  const keep: Results["keep"] = async (name, text, actions, onClose = () => {}) => {
    const uri = documents.put(name, text).toString();
    forget(uri);
    known.set(uri, { actions, forget: onClose });
    changed.fire();
    await documents.show(name, text, { keep: true });
  };
  return {
    async show(document, all, connection, tools) {
      const made = new Date();
      const { text, lines } = resultText(
        nameOf(document),
        all.map(({ outcome }) => outcome),
        made,
      );
      const name = vscode.l10n.t("Result for {0}, {1}", nameOf(document), made.toLocaleTimeString(vscode.env.language));
      await keep(
        name,
        text,
        all.flatMap((held, index) => actionsOf(held, lines[index] ?? 0, connection, tools)),
        () => {
          for (const { secret } of all) secret?.forget();
        },
      );
    },
    keep,
    dispose() {
      for (const uri of known.keys()) forget(uri);
      for (const each of [lenses, command, closed, changed]) each.dispose();
    },
  };
}

function actionsOf(held: Held, line: number, connection: Connection, tools: ResultTools): Action[] {
  const { outcome } = held;
  if (outcome.outcome === "unknown")
    return [{ line, title: vscode.l10n.t("Look it up"), run: () => tools.lookUp(outcome) }];
  if (outcome.outcome !== "done") return [];
  const { change, clientId, consoleUrl, hasSecret } = outcome;
  const actions: Action[] = [
    {
      line,
      title: vscode.l10n.t("Copy client ID"),
      async run() {
        await vscode.env.clipboard.writeText(clientId);
        vscode.window.setStatusBarMessage(vscode.l10n.t("Client ID {0} copied.", clientId), 5000);
      },
    },
  ];
  const { secret } = held;
  if (hasSecret && secret) actions.push({ line, title: vscode.l10n.t("Copy secret"), run: () => secret.copy() });
  actions.push({
    line,
    title: vscode.l10n.t("Compare with AWS"),
    run: () => compareWithAws(tools, connection, change, clientId),
  });
  if (consoleUrl !== undefined)
    actions.push({
      line,
      title: vscode.l10n.t("Open in console"),
      run: async () => void (await vscode.env.openExternal(vscode.Uri.parse(consoleUrl))),
    });
  return actions;
}
