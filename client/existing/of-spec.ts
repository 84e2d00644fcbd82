import * as vscode from "vscode";
import type { Environment, JsonObject } from "../../deploy/index.ts";
import { guardOf } from "../../server/src/guard.ts";
import type { EnvironmentLink, SpecEnvironments } from "../../server/src/protocol.ts";
import { forNotification } from "../../server/src/sinks.ts";
import { ask, type Choice } from "../ask/step.ts";
import { isSpec, nameOf } from "../languages.ts";
import type { Extension } from "../running.ts";
import { isBroken } from "./broken.ts";
import type { LinkedClient } from "./existing-client.ts";

/** One app client of a spec in one environment; without an id it does not exist there yet, as far as the file knows. */
interface Listed {
  readonly name: string;
  readonly environment?: Environment;
  readonly client?: LinkedClient;
}

/** Everything that a spec leads to, by its own ClientId or by the nearest environments file. */
export async function linkedIn(
  { session }: Pick<Extension, "session">,
  document: vscode.TextDocument,
): Promise<{ readonly listed: readonly Listed[]; readonly errors: readonly string[]; readonly count: number }> {
  const running = await session;
  const [outline, file] = await Promise.all([running.outline(document), running.environments(document)]);
  const listed = (outline?.apps ?? []).flatMap((app, index): Listed[] => {
    const name = app.clientName ?? vscode.l10n.t("app client {0}", index + 1);
    const links = file?.apps[index] ?? [];
    if (links.length > 0) return links.map((link) => ofLink(link, { document, index, name, poolId: app.poolId }, file));
    const { clientId, poolId } = app;
    if (clientId === undefined || poolId === undefined) return [];
    // Linked by itself, and guarded by what the environments file says of its pool.
    const environment = guardOf(file?.environments ?? [], poolId);
    return [{ name, client: { poolId, clientId, ...(environment && { environment }), spec: { document, index } } }];
  });
  return {
    listed,
    // Also where it is not known to say anything of the spec: what is half understood may be what protects its pool.
    errors: file?.errors ?? [],
    count: outline?.apps.length ?? 0,
  };
}

interface At {
  readonly document: vscode.TextDocument;
  readonly index: number;
  readonly name: string;
  readonly poolId: string | undefined;
}

function ofLink(
  { environment: meant, id, set, key, alsoIn }: EnvironmentLink,
  at: At,
  file: SpecEnvironments | undefined,
): Listed {
  const { document, index, name } = at;
  const poolId = at.poolId ?? meant.pool;
  const environment = (poolId !== undefined && guardOf(file?.environments ?? [], poolId, meant)) || meant;
  if (id === undefined || poolId === undefined) return { name, environment };
  return {
    name,
    environment,
    client: {
      poolId,
      clientId: id,
      environment,
      ...(file === undefined ? {} : { file: file.uri }),
      ...(alsoIn && { alsoIn }),
      spec: { document, index, key, ...(set && { set: set as JsonObject }) },
    },
  };
}

/** Where a command was run: a URI as text or object, and an app client's zero-based place; else the editor in front. */
export async function specAt(where: unknown): Promise<vscode.TextDocument | undefined> {
  const uri = typeof where === "string" ? vscode.Uri.parse(where) : where instanceof vscode.Uri ? where : undefined;
  const document = uri ? await vscode.workspace.openTextDocument(uri) : vscode.window.activeTextEditor?.document;
  if (!document || !isSpec(document)) {
    void vscode.window.showInformationMessage(vscode.l10n.t("Open a spec first, such as web.cognito-client.yaml."));
    return undefined;
  }
  if (uri) await vscode.window.showTextDocument(document, { preview: false });
  return document;
}

export interface Only {
  readonly index?: number | undefined;
  readonly environment?: string | undefined;
}

/**
 * Which app client is meant. Several environments are always asked about; Enter alone chooses none of them.
 * @param title of the question: `Update: web.cognito-client.yaml`
 */
export async function chooseLinked(
  extension: Extension,
  document: vscode.TextDocument,
  title: string,
  { index, environment }: Only = {},
): Promise<LinkedClient | undefined> {
  const { listed, errors, count } = await linkedIn(extension, document);
  if (isBroken({ errors })) return undefined;
  const wanted = listed.filter(
    ({ client, environment: of }) =>
      (index === undefined || client === undefined || client.spec.index === index) &&
      (environment === undefined || (of ?? client?.environment)?.name === environment),
  );
  const existing = wanted.flatMap(({ client }) => client ?? []);
  const [only] = existing;
  if (!only) {
    await tellUnlinked(document);
    return undefined;
  }
  if (wanted.length === 1) return only;
  const answer = await ask({
    title,
    placeholder: count > 1 ? vscode.l10n.t("Which app client?") : vscode.l10n.t("Which environment?"),
    step: 1,
    totalSteps: 1,
    unselected: true,
    choices: wanted.map((each) => choiceOf(each, count > 1)),
  });
  return answer.kind === "picked" ? answer.value : undefined;
}

function choiceOf({ name, environment, client }: Listed, several: boolean): Choice<LinkedClient> {
  const label = environment ? (several ? `${name} · ${environment.name}` : environment.name) : name;
  const facts = [
    ...(environment?.account === undefined ? [] : [vscode.l10n.t("account {0}", environment.account)]),
    ...(client ? [client.poolId, client.clientId] : [vscode.l10n.t("not linked: it has no id there")]),
  ];
  return {
    label,
    // Beside the name: a long detail is cut at its end.
    ...(environment?.protected && { description: vscode.l10n.t("protected") }),
    detail: facts.join(" · "),
    ...(client && { value: client }),
  };
}

/** Says what is missing, with the two ways to it. */
export async function tellUnlinked(document: vscode.TextDocument): Promise<void> {
  const link = vscode.l10n.t("Link…");
  const create = vscode.l10n.t("Create in AWS…");
  const message = vscode.l10n.t(
    "{0} is linked to no app client of AWS: it has no ClientId, and no environments file has its id.",
    forNotification(nameOf(document)),
  );
  const chosen = await vscode.window.showInformationMessage(message, link, create);
  if (chosen === link) await vscode.commands.executeCommand("cognitoClient.link", document.uri);
  if (chosen === create) await vscode.commands.executeCommand("cognitoClient.create", document.uri);
}
