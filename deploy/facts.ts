import type { PoolFacts } from "../server/src/engine/index.ts";
import { CallError } from "./aws/call-error.ts";
import type { Gateway } from "./aws/gateway.ts";
import { problemOf } from "./call-problem.ts";
import { fail, ok, type Result } from "./problem.ts";
import type { Connection, Denied, FactsReading } from "./types.ts";

/** Mappings are one call for each provider; beyond this many they stay unknown. */
const MAX_MAPPINGS = 20;

/**
 * Reads a pool, part by part, so that each missing permission costs its own part only.
 * A pool that does not exist, or credentials that no longer work, fail the whole.
 */
export async function readFacts(connection: Connection, poolId: string): Promise<Result<FactsReading>> {
  const gateway = connection.gateway(poolId);
  const denied: Denied[] = [];
  const part = async <T>(read: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await read();
    } catch (error) {
      if (!(error instanceof CallError)) throw error;
      if (decisive(error)) throw new Decisive(error);
      denied.push({
        action: `cognito-idp:${error.answer.operation}`,
        message: error.answer.message ?? error.answer.name,
      });
      return undefined;
    }
  };
  try {
    const [pool, resourceServers, providers, clients] = await Promise.all([
      part(() => gateway.describePool(poolId)),
      part(() => gateway.resourceServers(poolId)),
      part(() => gateway.identityProviders(poolId)),
      part(() => gateway.listClients(poolId)),
    ]);
    const identityProviders = providers && (await withMappings(gateway, poolId, providers, part));
    return ok({
      facts: {
        poolId,
        ...pool,
        fetchedAt: new Date().toISOString(),
        source:
          connection.profile.choice.kind === "profile"
            ? `profile ${connection.profile.label}`
            : connection.profile.label,
        ...(resourceServers ? { resourceServers } : {}),
        ...(identityProviders ? { identityProviders } : {}),
        ...(clients ? { clients } : {}),
      },
      denied,
    });
  } catch (error) {
    if (error instanceof Decisive) return fail(problemOf(error.call, { connection, poolId }));
    throw error;
  }
}

class Decisive extends Error {
  readonly call: CallError;
  constructor(call: CallError) {
    super(call.message);
    this.call = call;
  }
}

/** What makes every other call fail, too: no network, no pool, bad credentials. A denied action or an operation that an emulator lacks does not. */
function decisive({ answer, fate }: CallError): boolean {
  if (fate === "not sent") return true;
  if (fate === "no answer") return answer.operation === "DescribeUserPool";
  if (answer.name === "ResourceNotFoundException")
    return answer.operation === "DescribeUserPool" || answer.operation === "ListUserPoolClients";
  return /^(?:ExpiredToken|UnrecognizedClient|InvalidSignature|InvalidClientTokenId|SignatureDoesNotMatch|IncompleteSignature)/.test(
    answer.name,
  );
}

async function withMappings(
  gateway: Gateway,
  poolId: string,
  providers: NonNullable<PoolFacts["identityProviders"]>,
  part: <T>(read: () => Promise<T>) => Promise<T | undefined>,
): Promise<NonNullable<PoolFacts["identityProviders"]>> {
  if (providers.length > MAX_MAPPINGS) return providers;
  const withMapping: (typeof providers)[number][] = [];
  let allowed = true;
  for (const provider of providers) {
    const attributeMapping: Readonly<Record<string, string>> | undefined = allowed
      ? await part(() => gateway.attributeMapping(poolId, provider.name))
      : undefined;
    allowed = attributeMapping !== undefined;
    withMapping.push(attributeMapping ? { ...provider, attributeMapping } : provider);
  }
  return withMapping;
}
