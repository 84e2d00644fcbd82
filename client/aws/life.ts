import * as vscode from "vscode";
import { openInConsole } from "../after/open-in-console.ts";
import { makeSignInPagesOf } from "../branding/branding.ts";
import type { Refusals } from "../create/refusals.ts";
import type { Results } from "../create/results.ts";
import { deleteAppClient } from "../delete/delete.ts";
import type { Checks } from "../drift/checks.ts";
import { compareSpec } from "../drift/compare.ts";
import { checkForDrift, checkSpecForDrift } from "../drift/drift.ts";
import type { ExistingClient } from "../existing/existing-client.ts";
import { chooseLinked, specAt } from "../existing/of-spec.ts";
import { toldOutside } from "../existing/outside.ts";
import { copyId } from "../existing/send.ts";
import type { LifeTools } from "../existing/tools.ts";
import { importAppClients } from "../import/import.ts";
import { nameOf } from "../languages.ts";
import { linkSpec } from "../link/link.ts";
import { linkTo, removeLink } from "../link/take-out.ts";
import { guardOfPool } from "../link/workspace.ts";
import type { PoolStore } from "../pools/pool-store.ts";
import type { Extension } from "../running.ts";
import { addSecret, deleteSecret } from "../secrets/secrets.ts";
import { compareTemplate } from "../templates/compare.ts";
import type { Node } from "../tree/nodes.ts";
import type { Tree } from "../tree/tree.ts";
import { planUpdate } from "../update/update.ts";
import type { awsCommands } from "./availability.ts";
import type { Aws } from "./load.ts";
import type { VirtualDocuments } from "./virtual-documents.ts";

type Register = (id: (typeof awsCommands)[number], run: (...args: unknown[]) => Promise<void>) => void;

export interface LifeParts {
  readonly extension: Extension;
  readonly load: () => Aws;
  readonly documents: VirtualDocuments;
  readonly results: Results;
  readonly marks: Refusals;
  readonly store: PoolStore;
  readonly checks: Checks;
}

/**
 * The commands for an app client that exists. A second run while one asks takes its place, as its question does on the screen;
 * while one sends, the same plan is sent once, and any other one no longer holds. Each is run from the palette and menus (the spec in front or a URI), from a code
 * lens (URI, place in the file, environment), or from the tree (its node).
 */
export function registerLife(register: Register, parts: LifeParts, tree: Tree): void {
  const { load, ...rest } = parts;
  const tools = (): LifeTools => ({ ...rest, aws: load() });
  register("cognitoClient.compareTemplate", async (where, index) => {
    const document =
      typeof where === "string"
        ? await vscode.workspace.openTextDocument(vscode.Uri.parse(where))
        : vscode.window.activeTextEditor?.document;
    if (document) await compareTemplate(tools(), document, typeof index === "number" ? index : undefined);
  });
  const forSpec =
    (
      what: string,
      run: (tools: LifeTools, client: Awaited<ReturnType<typeof chooseLinked>> & object) => Promise<void>,
    ) =>
    async (...args: unknown[]) => {
      const client = await linkedAt(parts.extension, what, args);
      if (client && !toldOutside(client)) await run(tools(), client);
    };
  const forAny =
    (what: string, run: (tools: LifeTools, client: ExistingClient) => Promise<void>) =>
    async (...args: unknown[]) => {
      const node = nodeOf(args[0]);
      const client =
        node?.kind === "client" && node.links.length === 0
          ? await inNoFile(parts.extension, node.poolId, node.client.id)
          : await linkedAt(parts.extension, what, args);
      if (!client || toldOutside(client)) return;
      await run(tools(), client);
      tree.refresh();
    };

  register("cognitoClient.planUpdate", forSpec(vscode.l10n.t("Update"), planUpdate));
  register("cognitoClient.compare", forSpec(vscode.l10n.t("Compare"), compareSpec));
  register("cognitoClient.checkDrift", () => checkForDrift(tools()));
  register("cognitoClient.checkSpecDrift", async (where) => {
    const node = nodeOf(where);
    const document = await specAt(node?.kind === "client" ? node.links[0]?.spec.document.uri : where);
    if (document) await checkSpecForDrift(tools(), document);
  });
  register("cognitoClient.signInPages", forAny(vscode.l10n.t("Make Sign-In Pages Available"), makeSignInPagesOf));
  register("cognitoClient.addSecret", forAny(vscode.l10n.t("Add Client Secret"), addSecret));
  register("cognitoClient.deleteSecret", forAny(vscode.l10n.t("Delete Old Client Secret"), deleteSecret));
  register("cognitoClient.delete", forAny(vscode.l10n.t("Delete App Client"), deleteAppClient));
  register("cognitoClient.import", async (where) => {
    const node = nodeOf(where);
    if (node?.kind === "client") await importAppClients(tools(), { poolId: node.poolId, clientId: node.client.id });
    else if (node?.kind === "pool") await importAppClients(tools(), { poolId: node.pool.facts.poolId });
    else await importAppClients(tools());
    tree.refresh();
  });
  register("cognitoClient.link", async (where, index) => {
    const document = await specAt(where);
    if (document) await linkSpec(tools(), document, typeof index === "number" ? index : undefined);
    tree.refresh();
  });
  register("cognitoClient.unlink", async (where) => {
    const node = nodeOf(where);
    const link = node?.kind === "gone" ? linkTo(node.link) : undefined;
    if (link) await removeLink(parts.extension, link);
    tree.refresh();
  });
  register("cognitoClient.refreshTree", async () => tree.refresh());
  register(
    "cognitoClient.openInConsole",
    forAny(vscode.l10n.t("Open in AWS Console"), ({ aws, store }, client) => openInConsole(aws, store, client)),
  );
  register("cognitoClient.copyClientId", async (where) => {
    const node = nodeOf(where);
    if (node?.kind === "client") await copyId(node.client.id);
  });
}

async function linkedAt(extension: Extension, what: string, [where, index, environment]: unknown[]) {
  const node = nodeOf(where);
  const [link] = node?.kind === "client" ? node.links : node?.kind === "gone" ? [node.link] : [];
  if (link && node?.kind === "client" && node.links.length === 1) return link;
  const document = await specAt(link ? link.spec.document.uri : where);
  if (!document) return undefined;
  const title = vscode.l10n.t("{0}: {1}", what, nameOf(document));
  return chooseLinked(extension, document, title, {
    index: typeof index === "number" ? index : undefined,
    environment: typeof environment === "string" ? environment : undefined,
  });
}

async function inNoFile(extension: Extension, poolId: string, clientId: string): Promise<ExistingClient | undefined> {
  const guard = await guardOfPool(extension, poolId);
  return guard && { poolId, clientId, ...guard };
}

function nodeOf(where: unknown): Node | undefined {
  return typeof where === "object" && where !== null && "kind" in where ? (where as Node) : undefined;
}
