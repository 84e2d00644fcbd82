import type {
  ClientSecretDescriptorType,
  ProviderDescription,
  ResourceServerType,
  UserPoolClientDescription,
  UserPoolClientType,
  UserPoolDescriptionType,
  UserPoolType,
} from "@aws-sdk/client-cognito-identity-provider";
import type { IdentityProvider, PoolFacts, ResourceServer } from "../../server/src/engine/index.ts";
import type { Json, JsonObject } from "../json.ts";
import type { ClientSecret, DescribedClient, NamedClient, PoolSummary } from "./answers.ts";

/** AWS's shapes to ours. Each drops what lacks the one member that identifies it. */

export function poolSummary(pool: UserPoolDescriptionType): PoolSummary[] {
  if (!pool.Id) return [];
  const lastChange = pool.LastModifiedDate?.toISOString();
  return [{ id: pool.Id, name: pool.Name ?? "", ...(lastChange ? { lastChange } : {}) }];
}

export function named(client: UserPoolClientDescription): NamedClient[] {
  return client.ClientId ? [{ id: client.ClientId, name: client.ClientName ?? "" }] : [];
}

/** @returns the descriptor without any value. */
export function clientSecret({ ClientSecretId, ClientSecretCreateDate }: ClientSecretDescriptorType): ClientSecret[] {
  if (!ClientSecretId) return [];
  const created = ClientSecretCreateDate?.toISOString();
  return [{ id: ClientSecretId, ...(created ? { created } : {}) }];
}

export function resourceServer(server: ResourceServerType): ResourceServer[] {
  if (!server.Identifier) return [];
  const scopes = (server.Scopes ?? []).flatMap(({ ScopeName, ScopeDescription }) =>
    ScopeName ? [{ name: ScopeName, ...(ScopeDescription ? { description: ScopeDescription } : {}) }] : [],
  );
  return [{ identifier: server.Identifier, ...(server.Name ? { name: server.Name } : {}), scopes }];
}

export function identityProvider(provider: ProviderDescription): IdentityProvider[] {
  if (!provider.ProviderName) return [];
  return [{ name: provider.ProviderName, ...(provider.ProviderType ? { type: provider.ProviderType } : {}) }];
}

export function poolFacts(pool: UserPoolType | undefined): Partial<PoolFacts> {
  if (!pool) return {};
  const attributes = pool.SchemaAttributes?.flatMap((attribute) =>
    attribute.Name
      ? [
          {
            name: attribute.Name,
            ...(attribute.AttributeDataType ? { type: attribute.AttributeDataType } : {}),
            ...(attribute.Required === undefined ? {} : { required: attribute.Required }),
            ...(attribute.Mutable === undefined ? {} : { mutable: attribute.Mutable }),
          },
        ]
      : [],
  );
  const triggers = Object.entries(pool.LambdaConfig ?? {}).flatMap(([name, value]) => (value ? [name] : []));
  return {
    ...(pool.Name ? { poolName: pool.Name } : {}),
    ...(pool.UserPoolTier ? { tier: pool.UserPoolTier } : {}),
    ...(attributes && attributes.length > 0 ? { attributes } : {}),
    domain: pool.CustomDomain ?? pool.Domain ?? null,
    triggers,
  };
}

/** @returns the app client without its secret. */
export function describedClient(clientId: string, client: UserPoolClientType | undefined): DescribedClient {
  const { ClientSecret, CreationDate, LastModifiedDate, ClientId: _id, ...settings } = client ?? {};
  const created = CreationDate?.toISOString();
  const changedAt = LastModifiedDate?.toISOString();
  return {
    clientId,
    hasSecret: ClientSecret !== undefined,
    ...(created ? { created } : {}),
    ...(changedAt ? { changedAt } : {}),
    settings: plain(settings) as JsonObject,
  };
}

/** Drops `undefined` members. */
function plain(value: unknown): Json {
  if (Array.isArray(value)) return value.map(plain);
  if (value === null || typeof value !== "object") return value as Json;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .map(([key, member]) => [key, plain(member)]),
  );
}
