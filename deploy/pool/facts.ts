import type { PoolFacts } from "../../server/src/engine/index.ts";
import { CallError } from "../aws/call-error.ts";
import type { Gateway } from "../aws/gateway.ts";
import type { Result } from "../problem.ts";
import { fail, ok } from "../problem.ts";
import { problemOf } from "../refusals/explain.ts";
import type { Session } from "../sign-in/connection.ts";

/** A call that was refused or failed while reading (or that an emulator lacks); what depends on it stays unknown. */
export interface Denied {
  readonly action: string;
  readonly message: string;
}

export interface FactsReading {
  readonly facts: PoolFacts;
  readonly denied: readonly Denied[];
}

/** Mappings are one call for each provider; beyond this many they stay unknown. */
const MAX_MAPPINGS = 20;

/** So many calls of one operation at a time. */
const AT_ONCE = 4;

/**
 * Reads a pool, part by part, so that each missing permission costs its own part only.
 * A pool that does not exist, or credentials that no longer work, fail the whole.
 */
export async function readFacts(session: Session, poolId: string): Promise<Result<FactsReading>> {
  const gateway = session.gateway(poolId);
  const { endpoint } = session.where(poolId);
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
        source: session.profile.choice.kind === "profile" ? `profile ${session.profile.label}` : session.profile.label,
        ...(endpoint === undefined ? {} : { endpoint }),
        ...(resourceServers ? { resourceServers } : {}),
        ...(identityProviders ? { identityProviders } : {}),
        ...(clients ? { clients } : {}),
      },
      denied,
    });
  } catch (error) {
    if (error instanceof Decisive) return fail(problemOf(error.call, { connection: session, poolId }));
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
function decisive(error: CallError): boolean {
  const { operation } = error.answer;
  if (error.general) return true;
  if (error.kind === "no answer") return operation === "DescribeUserPool";
  return error.kind === "missing" && (operation === "DescribeUserPool" || operation === "ListUserPoolClients");
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
  // The first one alone: where it is refused, none of the others is asked about.
  for (let at = 0; at < providers.length; at += at === 0 ? 1 : AT_ONCE) {
    const some = providers.slice(at, at === 0 ? 1 : at + AT_ONCE);
    const read = await Promise.all(
      some.map(({ name }) => (allowed ? part(() => gateway.attributeMapping(poolId, name)) : undefined)),
    );
    allowed &&= read.every((mapping) => mapping !== undefined);
    withMapping.push(
      ...some.map((provider, index) => {
        const attributeMapping = read[index];
        return attributeMapping ? { ...provider, attributeMapping } : provider;
      }),
    );
  }
  return withMapping;
}
