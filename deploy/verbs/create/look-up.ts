import type { NamedClient } from "../../aws/answers.ts";
import { CallError } from "../../aws/call-error.ts";
import type { Gateway } from "../../aws/gateway.ts";
import type { ReturnedClient } from "../../aws/returned.ts";
import type { JsonObject } from "../../json.ts";
import { differences } from "../../pool/compare.ts";

/** What the pool shows of a create whose answer was lost. */
export type Sighting =
  /** Exactly one new app client of that name, with exactly the settings asked for. */
  | { readonly kind: "found"; readonly client: ReturnedClient }
  /** No new app client of that name, as of the last look. */
  | { readonly kind: "nothing" }
  /** New ones of that name, but which (if any) is ours cannot be told. */
  | { readonly kind: "unclear"; readonly candidates: readonly NamedClient[] }
  /** The pool cannot be listed. */
  | { readonly kind: "blind"; readonly error: CallError };

export interface Sought {
  readonly poolId: string;
  readonly clientName: string;
  /** Ids of that name before the create. */
  readonly knownIds: readonly string[];
  /** What was asked for. Its `ClientSecret`, when there, is compared inside the gateway. */
  readonly request: JsonObject;
  /** Whether `request` still has its secret; a record of the journal has not. */
  readonly secretKnown: boolean;
}

/** Looks once. */
export async function lookOnce(gateway: Gateway, sought: Sought): Promise<Sighting> {
  try {
    const clients = await gateway.listClients(sought.poolId);
    const candidates = clients.filter(({ id, name }) => name === sought.clientName && !sought.knownIds.includes(id));
    const [only] = candidates;
    if (!only) return { kind: "nothing" };
    if (candidates.length > 1) return { kind: "unclear", candidates };
    const client = await gateway.describeClient(sought.poolId, only.id);
    if (isWhatWasAsked(client, sought)) return { kind: "found", client };
    client.forgetSecret();
    return { kind: "unclear", candidates };
  } catch (error) {
    if (error instanceof CallError) return { kind: "blind", error };
    throw error;
  }
}

/**
 * Looks several times, because a request may take effect after its connection broke. A first sighting is not believed:
 * another person's app client of the same name may be there and ours yet to come, so a later look must agree.
 * What was seen once stays seen: a list may lag behind, so that a later look shows nothing again.
 * @param waits milliseconds before each look.
 */
export async function lookUp(
  gateway: Gateway,
  sought: Sought,
  waits: readonly number[],
  sleep: (ms: number) => Promise<void>,
): Promise<Sighting> {
  const candidates = new Map<string, NamedClient>();
  let found: ReturnedClient | undefined;
  let last: Sighting = { kind: "nothing" };
  const unclear = (): Sighting => {
    found?.forgetSecret();
    return { kind: "unclear", candidates: [...candidates.values()] };
  };
  for (const wait of waits) {
    await sleep(wait);
    last = await lookOnce(gateway, sought);
    if (last.kind === "unclear") for (const client of last.candidates) candidates.set(client.id, client);
    if (last.kind !== "found") {
      if (last.kind === "unclear") return unclear();
      continue;
    }
    const { client } = last;
    candidates.set(client.clientId, { id: client.clientId, name: sought.clientName });
    if (found) {
      found.forgetSecret();
      if (found.clientId === client.clientId) return last;
      found = client;
      return unclear();
    }
    found = client;
  }
  return candidates.size > 0 ? unclear() : last;
}

function isWhatWasAsked(client: ReturnedClient, { request, secretKnown }: Sought): boolean {
  const secret = request["ClientSecret"];
  if (secretKnown && typeof secret === "string" && !client.sameSecret(secret)) return false;
  return differences(request, client).length === 0;
}
