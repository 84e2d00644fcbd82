import * as vscode from "vscode";
import type { LinkEdits, UnlinkParams, WireRange } from "../../server/src/protocol.ts";
import { forNotification } from "../../server/src/sinks.ts";
import { ask, type Choice } from "../ask/step.ts";
import type { ExistingClient } from "../existing/existing-client.ts";
import type { Extension } from "../running.ts";

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
  return write(edits);
}

/** Takes an id out of an environments file, once its app client is gone. An edit like any other. @returns whether it was */
export async function removeLink({ session }: Pick<Extension, "session">, link: UnlinkParams): Promise<boolean> {
  return write(await (await session).unlink(link), "gone");
}

/** The environments file's link to an app client, where one leads to it. */
export function linkTo({ file, environment, spec, clientId }: ExistingClient): UnlinkParams | undefined {
  if (file === undefined || !environment || spec?.key === undefined) return undefined;
  return { uri: file, key: spec.key, environment: environment.name, id: clientId };
}

/** Says that an app client is not there, and offers to take out the link that leads to it. @returns whether there is such a link */
export async function tellGone(
  { session, log }: Pick<Extension, "session" | "log">,
  client: ExistingClient,
  said: string,
): Promise<boolean> {
  const link = linkTo(client);
  if (!link) return false;
  log.info(said);
  const takeOut = vscode.l10n.t("Take out the link");
  const still = vscode.l10n.t("The environments file still links it ({0}).", forNotification(client.clientId));
  if ((await vscode.window.showWarningMessage(`${forNotification(said, 600)} ${still}`, takeOut)) === takeOut)
    await removeLink({ session }, link);
  return true;
}

/** Offers to write down the account of an environment that names none, so that it is asserted from now on. */
export async function offerAccount(
  { session }: Pick<Extension, "session">,
  file: string,
  environment: string,
  account: string,
): Promise<void> {
  const down = vscode.l10n.t("Write it down");
  const message = vscode.l10n.t(
    "“{0}” names no account in the environments file. Write {1} down, so that nobody else's account is taken for it?",
    environment,
    account,
  );
  if ((await vscode.window.showInformationMessage(message, down)) === down)
    await write(await (await session).writeAccount({ uri: file, environment, account }), "account");
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

async function write(edits: LinkEdits, then: "there" | "gone" | "account" = "there"): Promise<boolean> {
  if ("problem" in edits) {
    void vscode.window.showErrorMessage(forNotification(edits.problem));
    return false;
  }
  const uri = vscode.Uri.parse(edits.uri);
  const edit = new vscode.WorkspaceEdit();
  if ("newFile" in edits) {
    // Never over a file that has come meanwhile.
    edit.createFile(uri, { overwrite: false, contents: new TextEncoder().encode(edits.newFile) });
  } else {
    const changes = edits.edits.map(({ range, newText }) => vscode.TextEdit.replace(rangeOf(range), newText));
    if (changes.length > 0) edit.set(uri, changes);
  }
  if (edit.size > 0 && !(await vscode.workspace.applyEdit(edit))) {
    void vscode.window.showErrorMessage(
      vscode.l10n.t("The link could not be written. Is the file there already, or read-only?"),
    );
    return false;
  }
  const document = await vscode.workspace.openTextDocument(uri);
  if (document.isDirty) await document.save();
  const name = uri.path.slice(uri.path.lastIndexOf("/") + 1);
  const said = {
    there: vscode.l10n.t("The link is in {0}.", name),
    gone: vscode.l10n.t("The link is out of {0}.", name),
    account: vscode.l10n.t("The account is in {0}.", name),
  }[then];
  vscode.window.setStatusBarMessage(said, 10_000);
  return true;
}

function rangeOf({ start, end }: WireRange): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}
