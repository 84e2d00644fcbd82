import type { NamedClient, Problem } from "../../deploy/index.ts";
import type { LinkedClient } from "../existing/existing-client.ts";
import type { KnownPool } from "../pools/pool-store.ts";

/** What stands in the tree. */
export type Node =
  | { readonly kind: "pool"; readonly pool: KnownPool }
  | {
      readonly kind: "client";
      readonly poolId: string;
      readonly client: NamedClient;
      readonly links: readonly LinkedClient[];
    }
  /** A file links it, and the pool has no such app client. */
  | { readonly kind: "gone"; readonly poolId: string; readonly link: LinkedClient }
  | { readonly kind: "problem"; readonly poolId: string; readonly problem: Problem };

/** The app clients of a pool beside what files say of them: in a file, in none, in a file but gone. */
export function nodesOf(poolId: string, listed: readonly NamedClient[], known: readonly LinkedClient[]): Node[] {
  const here = known.filter((link) => link.poolId === poolId);
  const there = new Set(listed.map(({ id }) => id));
  const clients = [...listed].sort((a, b) => a.name.localeCompare(b.name));
  return [
    ...clients.map(
      (client): Node => ({
        kind: "client",
        poolId,
        client,
        links: here.filter(({ clientId }) => clientId === client.id),
      }),
    ),
    ...here.filter(({ clientId }) => !there.has(clientId)).map((link): Node => ({ kind: "gone", poolId, link })),
  ];
}
