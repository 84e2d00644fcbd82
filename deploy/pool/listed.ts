import type { ListedClient } from "../aws/answers.ts";
import { CallError } from "../aws/call-error.ts";
import type { Gateway } from "../aws/gateway.ts";

/**
 * The app clients of a pool, with those marked that were registered dynamically: a list of their own says so. An emulator that
 * lists all of them whatever is asked says nothing. Nothing is described.
 * @throws CallError
 */
export async function listWithKinds(gateway: Gateway, poolId: string): Promise<readonly ListedClient[]> {
  const [all, dynamic] = await Promise.all([
    gateway.listClients(poolId),
    gateway.listDynamicClients(poolId).catch((error: unknown) => {
      if (error instanceof CallError) return undefined;
      throw error;
    }),
  ]);
  if (!dynamic || (all.length > 0 && dynamic.length === all.length)) return all;
  const ids = new Set(dynamic.map(({ id }) => id));
  return all.map((client) => ({ ...client, dynamic: ids.has(client.id) }));
}
