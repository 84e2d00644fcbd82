import type { PoolFacts } from "../../server/src/engine/index.ts";
import type { DescribedClient, Identity, JsonObject, NamedClient, PoolSummary } from "../types.ts";

/** What a create returned. The secret is reachable through `takeSecret` alone, once. */
export interface CreatedClient {
  readonly clientId: string;
  readonly hasSecret: boolean;
  takeSecret(): string | undefined;
  forgetSecret(): void;
}

/** The calls that are made to AWS, and no others. Each rejects with a `CallError`. */
export interface Gateway {
  identify(): Promise<Identity>;
  listPools(onPage: (pools: readonly PoolSummary[]) => void): Promise<readonly PoolSummary[]>;
  describePool(poolId: string): Promise<Partial<PoolFacts>>;
  resourceServers(poolId: string): Promise<NonNullable<PoolFacts["resourceServers"]>>;
  identityProviders(poolId: string): Promise<NonNullable<PoolFacts["identityProviders"]>>;
  attributeMapping(poolId: string, provider: string): Promise<Readonly<Record<string, string>>>;
  listClients(poolId: string): Promise<readonly NamedClient[]>;
  /** Compares the secret inside, when `secret` is given, and tells only whether it is the same. */
  describeClient(
    poolId: string,
    clientId: string,
  ): Promise<DescribedClient & Pick<CreatedClient, "takeSecret" | "forgetSecret">>;
  /** One request, never repeated. */
  createClient(request: JsonObject): Promise<CreatedClient>;
}
