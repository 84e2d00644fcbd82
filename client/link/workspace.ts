import * as vscode from "vscode";
import type { JsonObject } from "../../deploy/index.ts";
import { guardOf } from "../../server/src/guard.ts";
import type { NamedEnvironment } from "../../server/src/protocol.ts";
import { isBroken } from "../existing/broken.ts";
import type { ExistingClient, LinkedClient } from "../existing/existing-client.ts";
import { linkedIn } from "../existing/of-spec.ts";
import { isOutside } from "../existing/outside.ts";
import { environmentsFiles, isSpec, specFiles } from "../languages.ts";
import type { Extension } from "../running.ts";

/** Above this a workspace's specs are generated, and are no place to look for links. */
const MOST_FILES = 200;

/** All app clients that the workspace's environments files link. Their specs are opened, not shown. */
export async function linkedInWorkspace({ session }: Pick<Extension, "session">): Promise<LinkedClient[]> {
  const running = await session;
  const files = await vscode.workspace.findFiles(environmentsFiles, "**/node_modules/**", MOST_FILES);
  const all: LinkedClient[] = [];
  for (const file of files) {
    const { environments } = await running.namedEnvironments(file);
    for (const { uri, index, links } of await running.linkedSpecs(file)) {
      const ids = links.flatMap((link) => (link.id === undefined ? [] : [{ ...link, id: link.id }]));
      const spec = vscode.Uri.parse(uri);
      if (index === undefined || ids.length === 0 || isOutside(file.toString(), spec)) continue;
      const document = await opened(spec);
      const outline = document && (await running.outline(document));
      for (const { environment: meant, id, set, key, alsoIn } of ids) {
        const poolId = outline?.apps[index]?.poolId ?? meant.pool;
        if (!document || poolId === undefined) continue;
        const environment = guardOf(environments, poolId, meant) ?? meant;
        const place = { document, index, key, ...(set && { set: set as JsonObject }) };
        all.push({ poolId, clientId: id, environment, file: file.toString(), spec: place, ...(alsoIn && { alsoIn }) });
      }
    }
  }
  return all;
}

/** The same, and the specs that name their ClientId themselves. */
export async function knownInWorkspace(extension: Pick<Extension, "session">): Promise<LinkedClient[]> {
  const linked = await linkedInWorkspace(extension);
  const specs = await vscode.workspace.findFiles(specFiles, "**/node_modules/**", MOST_FILES);
  for (const uri of specs) {
    const document = await opened(uri);
    if (!document || !/ClientId/.test(document.getText())) continue;
    const { listed } = await linkedIn(extension, document);
    linked.push(...listed.flatMap(({ client, environment }) => (client && !environment ? [client] : [])));
  }
  return linked;
}

async function opened(uri: vscode.Uri): Promise<vscode.TextDocument | undefined> {
  try {
    const document = await vscode.workspace.openTextDocument(uri);
    return isSpec(document) ? document : undefined;
  } catch {
    // Deleted meanwhile, or no text.
    return undefined;
  }
}

/**
 * What the workspace's environments files say of a pool that an app client in no spec belongs to: it is guarded like the rest.
 * @returns `undefined` where one of the files is half understood, which is told: it may be what protects the pool
 */
export async function guardOfPool(
  { session }: Pick<Extension, "session">,
  poolId: string,
): Promise<Pick<ExistingClient, "environment" | "file"> | undefined> {
  const running = await session;
  const files = await vscode.workspace.findFiles(environmentsFiles, "**/node_modules/**", MOST_FILES);
  const all: (NamedEnvironment & { readonly file: string })[] = [];
  for (const file of files) {
    const named = await running.namedEnvironments(file);
    if (isBroken(named)) return undefined;
    all.push(...named.environments.map((each) => ({ ...each, file: file.toString() })));
  }
  const guard = guardOf(all, poolId);
  if (!guard) return {};
  const { file, ...environment } = guard;
  return { environment, file };
}
