import type { AppClient } from "../../clients/app-client.ts";
import { clientsIn } from "../../clients/clients-in.ts";
import type { Environment, EnvironmentsFile, Link, LinkedSpec } from "../../config/environments/file.ts";
import type { SpecDocument } from "../../document/part.ts";
import { nameOf } from "../../reading/name.ts";

/** One app client in one environment. */
export interface Target {
  readonly environment: Environment;
  readonly link: Link;
  readonly spec: LinkedSpec;
}

/** @returns the app client that an entry of `clients` leads to; `several`: it has to name one of these. */
export function appClientOf(
  document: SpecDocument,
  { clientName }: Pick<LinkedSpec, "clientName">,
): { readonly client: AppClient; readonly index: number } | { readonly names: readonly string[] } {
  const clients = clientsIn(document);
  const names = clients.map((client) => nameOf(client));
  const matching =
    clientName === undefined ? [...clients.keys()] : [...clients.keys()].filter((i) => names[i] === clientName);
  const [index] = matching;
  const client = index === undefined ? undefined : clients[index];
  if (client && index !== undefined && matching.length === 1) return { client, index };
  return { names: names.filter((name) => name !== undefined) };
}

/** @returns the other environments under which the file has an id, in its order. */
export function environmentsWith({ specs }: EnvironmentsFile, id: string, but: string | undefined): readonly string[] {
  const found = specs.flatMap(({ links }) => links.filter((link) => link.id === id).map((link) => link.environment));
  return [...new Set(found)].filter((name) => name !== but);
}

/**
 * @param path of the spec, relative to the environments file's folder, with `/`.
 * @returns the environments that list one of its app clients, in the file's order.
 */
export function targetsOf(
  file: EnvironmentsFile,
  path: string,
  document: SpecDocument,
  client: AppClient,
): readonly Target[] {
  return file.specs.flatMap((spec) => {
    if (spec.path !== path) return [];
    const found = appClientOf(document, spec);
    if (!("client" in found) || found.client !== client) return [];
    return spec.links.flatMap((link): Target[] => {
      const environment = file.environments.get(link.environment);
      return environment ? [{ environment, link, spec }] : [];
    });
  });
}
