import type { SpecDocument } from "../document/part.ts";
import type { AppClient } from "./app-client.ts";
import type { Host } from "./host.ts";
import { specHost } from "./spec-host.ts";
import { templateHost } from "./template-host.ts";

/** Asked in this order; the last one takes every document. */
const hosts: readonly Host[] = [templateHost, specHost];

/** @returns the app clients of a document, in the order of the text; the same list every time. */
export function clientsIn(document: SpecDocument): readonly AppClient[] {
  let clients = known.get(document);
  if (!clients) {
    for (const host of hosts) clients ??= host.clientsIn(document);
    clients ??= [];
    known.set(document, clients);
  }
  return clients;
}
const known = new WeakMap<SpecDocument, readonly AppClient[]>();

/** @returns the app clients whose extents touch a span of the file. */
export function clientsTouching(document: SpecDocument, start: number, end: number): readonly AppClient[] {
  const clients = clientsIn(document);
  const touching: AppClient[] = [];
  for (let index = firstFrom(clients, start); index < clients.length; index++) {
    const client = clients[index] as AppClient;
    if (client.base + client.extent.start > end) break;
    touching.push(client);
  }
  return touching;
}

/** The first that does not end before an offset. */
function firstFrom(clients: readonly AppClient[], offset: number): number {
  let [low, high] = [0, clients.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const { base, extent } = clients[middle] as AppClient;
    if (base + extent.end < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * @returns the app client that an offset of the file belongs to: between two that touch, the later one. In a template most offsets
 * belong to none; in a spec what stands before the first belongs to it.
 */
export function clientAt(document: SpecDocument, offset: number): AppClient | undefined {
  const clients = clientsIn(document);
  let at = firstFrom(clients, offset);
  while (at + 1 < clients.length && startOf(clients[at + 1] as AppClient) <= offset) at++;
  const client = clients[Math.min(at, clients.length - 1)];
  if (!client || client.host === specHost.id) return client;
  return startOf(client) <= offset && offset <= client.base + client.extent.end ? client : undefined;
}

function startOf({ base, extent }: AppClient): number {
  return base + extent.start;
}
