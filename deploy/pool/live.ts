import { normalForm } from "../../server/src/engine/index.ts";
import type { ClientSecret, DescribedClient } from "../aws/answers.ts";
import { CallError } from "../aws/call-error.ts";
import type { Gateway } from "../aws/gateway.ts";
import { canonical, type Json, type JsonObject } from "../json.ts";

/** An app client as AWS has it now, as far as it can be read. Holds no secret. */
export interface Live {
  readonly clientId: string;
  readonly clientName: string;
  /** As Describe writes them. */
  readonly settings: JsonObject;
  /** Whether it has a secret: after a rotation Describe may show none, so this comes from the list of secrets. */
  readonly secret: "yes" | "no" | "unknown";
  /** At most two, oldest first; absent when they may not be listed. */
  readonly secrets?: readonly ClientSecret[];
  /** Made by somebody else's registration (RFC 7591), which has rules of its own. */
  readonly dynamic: boolean;
  /** ISO times. */
  readonly created?: string;
  readonly changedAt?: string;
  /** Members that this version does not know: an update would lose them. */
  readonly unknownMembers: readonly string[];
}

/** Describes an app client and lists its secrets, at once. The secret in the answer is dropped here. @throws CallError */
export async function readLive(gateway: Gateway, poolId: string, clientId: string): Promise<Live> {
  const [described, secrets] = await Promise.all([
    describe(gateway, poolId, clientId),
    secretsIfAllowed(gateway, poolId, clientId),
  ]);
  return liveOf(described, secrets);
}

/** The settings alone, for a look right before or after a write. @throws CallError */
export async function readSettings(gateway: Gateway, poolId: string, clientId: string): Promise<Live> {
  return liveOf(await describe(gateway, poolId, clientId), undefined);
}

/** Equal for equal settings, however AWS writes them down. */
export function stateOf(live: Pick<Live, "settings">): string {
  return canonical(normalForm(live.settings) as Json);
}

async function describe(gateway: Gateway, poolId: string, clientId: string): Promise<DescribedClient> {
  const client = await gateway.describeClient(poolId, clientId);
  client.forgetSecret();
  return client;
}

/** @returns nothing when they may not be listed, or where an emulator has no such list: then nothing is known of them. */
async function secretsIfAllowed(
  gateway: Gateway,
  poolId: string,
  clientId: string,
): Promise<readonly ClientSecret[] | undefined> {
  try {
    const secrets = await gateway.listSecrets(poolId, clientId);
    return [...secrets].sort((a, b) => (a.created ?? a.id).localeCompare(b.created ?? b.id));
  } catch (error) {
    if (!(error instanceof CallError) || error.general) throw error;
    return undefined;
  }
}

function liveOf(described: DescribedClient, secrets: readonly ClientSecret[] | undefined): Live {
  const { clientId, hasSecret, settings, created, changedAt, unknownMembers = [] } = described;
  const { ClientType, ...own } = settings;
  return {
    clientId,
    clientName: String(settings["ClientName"] ?? clientId),
    settings: own,
    // A secret that Describe shows is one, whoever may list them.
    secret: hasSecret || (secrets?.length ?? 0) > 0 ? "yes" : secrets ? "no" : "unknown",
    ...(secrets ? { secrets } : {}),
    dynamic: ClientType === "DCR",
    ...(created ? { created } : {}),
    ...(changedAt ? { changedAt } : {}),
    unknownMembers,
  };
}
