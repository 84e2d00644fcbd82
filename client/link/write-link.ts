import * as vscode from "vscode";
import { ask, type Choice } from "../ask/step.ts";
import type { Extension } from "../running.ts";
import { applyLinkEdits } from "./apply-edits.ts";

/** What is to be written down. */
export interface NewLink {
  readonly document: vscode.TextDocument;
  /** Zero-based place of the app client in the spec. */
  readonly index: number;
  readonly clientId: string;
  readonly poolId: string;
  /** The caller's account, for an environment that is to be made. */
  readonly accountId: string | undefined;
}

/**
 * Asks for the environment and writes the link into the nearest environments file, or makes one beside the spec. An edit like any
 * other: the file is shown, changed and unsaved where it was there already.
 * @returns whether it was written
 */
export async function askAndWriteLink({ session }: Pick<Extension, "session">, link: NewLink): Promise<boolean> {
  const { document, index, clientId, poolId, accountId } = link;
  const running = await session;
  const file = await running.environments(document);
  const environment = file ? await chooseEnvironment(file.environments, poolId) : await newEnvironment();
  if (environment === undefined) return false;
  const edits = await running.link({
    uri: document.uri.toString(),
    index,
    environment,
    id: clientId,
    pool: poolId,
    ...(accountId === undefined ? {} : { account: accountId }),
  });
  return applyLinkEdits(edits);
}

/** Only what is in this pool fits; Enter alone chooses nothing. */
async function chooseEnvironment(
  all: readonly { readonly name: string; readonly pool?: string; readonly account?: string }[],
  poolId: string,
): Promise<string | undefined> {
  const choices = all.map(({ name, pool, account }): Choice<string> => {
    const facts = [
      ...(account === undefined ? [] : [vscode.l10n.t("account {0}", account)]),
      ...(pool === undefined ? [] : [pool]),
    ];
    if (pool !== undefined && pool !== poolId)
      return { label: name, description: vscode.l10n.t("another pool"), detail: facts.join(" · ") };
    return { label: name, detail: facts.join(" · "), value: name };
  });
  const answer = await ask({
    title: vscode.l10n.t("Link"),
    placeholder: vscode.l10n.t("Which environment is the app client in?"),
    step: 1,
    totalSteps: 1,
    unselected: true,
    choices,
  });
  return answer.kind === "picked" ? answer.value : undefined;
}

async function newEnvironment(): Promise<string | undefined> {
  return vscode.window.showInputBox({
    title: vscode.l10n.t("Link"),
    prompt: vscode.l10n.t(
      "No environments file is there yet: cognito-client.environments.yaml is made beside the spec. What is this environment called?",
    ),
    placeHolder: "dev",
    ignoreFocusOut: true,
    validateInput: (name) =>
      /^[a-z0-9][a-z0-9-]*$/.test(name)
        ? undefined
        : vscode.l10n.t("Lower-case letters, digits and hyphens, such as dev."),
  });
}
