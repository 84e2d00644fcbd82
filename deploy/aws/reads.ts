import {
  type CognitoIdentityProviderClient,
  DescribeIdentityProviderCommand,
  DescribeManagedLoginBrandingByClientCommand,
  DescribeUserPoolClientCommand,
  DescribeUserPoolCommand,
  DescribeUserPoolDomainCommand,
  ListIdentityProvidersCommand,
  ListResourceServersCommand,
  ListUserPoolClientSecretsCommand,
  ListUserPoolClientsCommand,
  ListUserPoolsCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import type { PoolFacts } from "../../server/src/engine/index.ts";
import type { ClientSecret, NamedClient, PoolSummary } from "./answers.ts";
import { type CallContext, call } from "./call.ts";
import { CallError } from "./call-error.ts";
import { memberNames, unknownAmong } from "./member-names.ts";
import { pages } from "./pages.ts";
import { type ReturnedClient, returned } from "./returned.ts";
import { clientSecret, identityProvider, named, poolFacts, poolSummary, resourceServer } from "./shapes.ts";

/** The calls that only read. Each rejects with a `CallError`. What they return holds no secret that a printer would find. */
export interface Reads {
  listPools(onPage?: (pools: readonly PoolSummary[]) => void): Promise<readonly PoolSummary[]>;
  describePool(poolId: string): Promise<Partial<PoolFacts>>;
  resourceServers(poolId: string): Promise<NonNullable<PoolFacts["resourceServers"]>>;
  identityProviders(poolId: string): Promise<NonNullable<PoolFacts["identityProviders"]>>;
  attributeMapping(poolId: string, provider: string): Promise<Readonly<Record<string, string>>>;
  listClients(poolId: string): Promise<readonly NamedClient[]>;
  /** Those that were registered dynamically. */
  listDynamicClients(poolId: string): Promise<readonly NamedClient[]>;
  describeClient(poolId: string, clientId: string): Promise<ReturnedClient>;
  /** Descriptors; never a value. */
  listSecrets(poolId: string, clientId: string): Promise<readonly ClientSecret[]>;
  /** @param domain a pool's domain, or its prefix. */
  domainHasManagedLogin(domain: string): Promise<boolean>;
  /** Whether an app client has a style for managed login. */
  hasBranding(poolId: string, clientId: string): Promise<boolean>;
}

export function createReads(reading: () => CognitoIdentityProviderClient, context: CallContext): Reads {
  const clientsOf = (poolId: string, only: { ClientType?: "DCR" }) =>
    pages("ListUserPoolClients", async (token) => {
      const input = { UserPoolId: poolId, MaxResults: 60, NextToken: token, ...only };
      const answer = await call(context, "ListUserPoolClients", (abortSignal) =>
        reading().send(new ListUserPoolClientsCommand(input), { abortSignal }),
      );
      return [(answer.UserPoolClients ?? []).flatMap(named), answer.NextToken];
    });
  return {
    listPools: async (onPage) =>
      pages("ListUserPools", async (token) => {
        const answer = await call(context, "ListUserPools", (abortSignal) =>
          reading().send(new ListUserPoolsCommand({ MaxResults: 60, NextToken: token }), { abortSignal }),
        );
        const pools = (answer.UserPools ?? []).flatMap(poolSummary);
        onPage?.(pools);
        return [pools, answer.NextToken];
      }),

    async describePool(poolId) {
      const answer = await call(context, "DescribeUserPool", (abortSignal) =>
        reading().send(new DescribeUserPoolCommand({ UserPoolId: poolId }), { abortSignal }),
      );
      return poolFacts(answer.UserPool);
    },

    resourceServers: async (poolId) =>
      pages("ListResourceServers", async (token) => {
        const answer = await call(context, "ListResourceServers", (abortSignal) =>
          reading().send(new ListResourceServersCommand({ UserPoolId: poolId, MaxResults: 50, NextToken: token }), {
            abortSignal,
          }),
        );
        return [(answer.ResourceServers ?? []).flatMap(resourceServer), answer.NextToken];
      }),

    identityProviders: async (poolId) =>
      pages("ListIdentityProviders", async (token) => {
        const answer = await call(context, "ListIdentityProviders", (abortSignal) =>
          reading().send(new ListIdentityProvidersCommand({ UserPoolId: poolId, MaxResults: 60, NextToken: token }), {
            abortSignal,
          }),
        );
        return [(answer.Providers ?? []).flatMap(identityProvider), answer.NextToken];
      }),

    async attributeMapping(poolId, provider) {
      const answer = await call(context, "DescribeIdentityProvider", (abortSignal) =>
        reading().send(new DescribeIdentityProviderCommand({ UserPoolId: poolId, ProviderName: provider }), {
          abortSignal,
        }),
      );
      return { ...answer.IdentityProvider?.AttributeMapping };
    },

    listClients: async (poolId) => clientsOf(poolId, {}),
    listDynamicClients: async (poolId) => clientsOf(poolId, { ClientType: "DCR" }),

    async describeClient(poolId, clientId) {
      const command = new DescribeUserPoolClientCommand({ UserPoolId: poolId, ClientId: clientId });
      const names = memberNames(command, "UserPoolClient");
      const answer = await call(context, "DescribeUserPoolClient", (abortSignal) =>
        reading().send(command, { abortSignal }),
      );
      return returned(clientId, answer.UserPoolClient, unknownAmong(names()));
    },

    listSecrets: async (poolId, clientId) =>
      pages("ListUserPoolClientSecrets", async (token) => {
        const answer = await call(context, "ListUserPoolClientSecrets", (abortSignal) =>
          reading().send(
            new ListUserPoolClientSecretsCommand({ UserPoolId: poolId, ClientId: clientId, NextToken: token }),
            { abortSignal },
          ),
        );
        return [(answer.ClientSecrets ?? []).flatMap(clientSecret), answer.NextToken];
      }),

    async domainHasManagedLogin(domain) {
      const answer = await call(context, "DescribeUserPoolDomain", (abortSignal) =>
        reading().send(new DescribeUserPoolDomainCommand({ Domain: domain }), { abortSignal }),
      );
      return answer.DomainDescription?.ManagedLoginVersion === 2;
    },

    async hasBranding(poolId, clientId) {
      try {
        const answer = await call(context, "DescribeManagedLoginBrandingByClient", (abortSignal) =>
          reading().send(new DescribeManagedLoginBrandingByClientCommand({ UserPoolId: poolId, ClientId: clientId }), {
            abortSignal,
          }),
        );
        return answer.ManagedLoginBranding?.ManagedLoginBrandingId !== undefined;
      } catch (error) {
        if (error instanceof CallError && error.kind === "missing") return false;
        throw error;
      }
    },
  };
}
