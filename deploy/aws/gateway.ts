import {
  type CognitoIdentityProviderClient,
  CreateUserPoolClientCommand,
  type CreateUserPoolClientCommandInput,
  DescribeIdentityProviderCommand,
  DescribeUserPoolClientCommand,
  DescribeUserPoolCommand,
  ListIdentityProvidersCommand,
  ListResourceServersCommand,
  ListUserPoolClientsCommand,
  ListUserPoolsCommand,
  type UserPoolClientType,
} from "@aws-sdk/client-cognito-identity-provider";
import { GetCallerIdentityCommand } from "@aws-sdk/client-sts";
import type { PoolFacts } from "../../server/src/engine/index.ts";
import type { JsonObject } from "../json.ts";
import type { DescribedClient, Identity, NamedClient, PoolSummary } from "./answers.ts";
import { type CallContext, call } from "./call.ts";
import { CallError } from "./call-error.ts";
import { creatingClient, identityClient, readingClient } from "./clients.ts";
import type { Credentials } from "./credentials.ts";
import { describedClient, identityProvider, named, poolFacts, poolSummary, resourceServer } from "./shapes.ts";
import type { Target } from "./target.ts";

/** The secret is reachable through `takeSecret` alone, once, and gone after `forgetSecret`. */
export interface SecretHolder {
  takeSecret(): string | undefined;
  forgetSecret(): void;
}

/** An app client as AWS returned it, its secret apart. */
export interface ReturnedClient extends DescribedClient, SecretHolder {
  sameSecret(secret: string): boolean;
}

/** The calls that are made to AWS, and no others. Each rejects with a `CallError`. What they return holds no secret. */
export interface Gateway {
  identify(): Promise<Identity>;
  listPools(onPage?: (pools: readonly PoolSummary[]) => void): Promise<readonly PoolSummary[]>;
  describePool(poolId: string): Promise<Partial<PoolFacts>>;
  resourceServers(poolId: string): Promise<NonNullable<PoolFacts["resourceServers"]>>;
  identityProviders(poolId: string): Promise<NonNullable<PoolFacts["identityProviders"]>>;
  attributeMapping(poolId: string, provider: string): Promise<Readonly<Record<string, string>>>;
  listClients(poolId: string): Promise<readonly NamedClient[]>;
  describeClient(poolId: string, clientId: string): Promise<ReturnedClient>;
  /** One request, never repeated. */
  createClient(request: JsonObject): Promise<ReturnedClient>;
}

export interface GatewayOptions {
  readonly cognito: Target;
  readonly sts: Target;
  readonly credentials: () => Promise<Credentials>;
  readonly context: CallContext;
  /** Milliseconds for a create. */
  readonly answer: number;
}

/** The only user of the AWS SDK's service clients. */
export function createGateway({ cognito, sts, credentials, context, answer: timeout }: GatewayOptions): Gateway {
  let reader: CognitoIdentityProviderClient | undefined;
  const reading = () => {
    reader ??= readingClient(cognito, credentials);
    return reader;
  };
  return {
    async identify() {
      const client = identityClient(sts, credentials);
      try {
        const answer = await call({ ...context, region: sts.region }, "GetCallerIdentity", (abortSignal) =>
          client.send(new GetCallerIdentityCommand({}), { abortSignal }),
        );
        return {
          ...(answer.Account ? { accountId: answer.Account } : {}),
          ...(answer.Arn ? { callerArn: answer.Arn } : {}),
        };
      } finally {
        client.destroy();
      }
    },

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

    listClients: async (poolId) =>
      pages("ListUserPoolClients", async (token) => {
        const answer = await call(context, "ListUserPoolClients", (abortSignal) =>
          reading().send(new ListUserPoolClientsCommand({ UserPoolId: poolId, MaxResults: 60, NextToken: token }), {
            abortSignal,
          }),
        );
        return [(answer.UserPoolClients ?? []).flatMap(named), answer.NextToken];
      }),

    async describeClient(poolId, clientId) {
      const answer = await call(context, "DescribeUserPoolClient", (abortSignal) =>
        reading().send(new DescribeUserPoolClientCommand({ UserPoolId: poolId, ClientId: clientId }), { abortSignal }),
      );
      return returned(clientId, answer.UserPoolClient);
    },

    async createClient(request) {
      const client = creatingClient(cognito, credentials, reader?.config.systemClockOffset ?? 0, request);
      try {
        const answer = await call({ ...context, timeout }, "CreateUserPoolClient", (abortSignal) =>
          client.send(new CreateUserPoolClientCommand(request as unknown as CreateUserPoolClientCommandInput), {
            abortSignal,
          }),
        );
        const created = answer.UserPoolClient;
        if (!created?.ClientId) {
          throw new CallError(
            { operation: "CreateUserPoolClient", name: "answer without ClientId", status: 200 },
            "no answer",
          );
        }
        return returned(created.ClientId, created);
      } finally {
        client.destroy();
      }
    },
  };
}

/** More pages than any list of Cognito has: quotas are far below 60 times this. */
const MAX_PAGES = 1_000;

/**
 * Follows `NextToken`, through empty pages, too. A list that repeats a token or never ends is no list: a part of it must not
 * count as all of it.
 */
async function pages<T>(
  operation: string,
  read: (token: string | undefined) => Promise<readonly [readonly T[], string | undefined]>,
): Promise<readonly T[]> {
  const all: T[] = [];
  const seen = new Set<string>();
  let token: string | undefined;
  do {
    const [items, next] = await read(token);
    all.push(...items);
    token = next;
    if (!token) return all;
    if (seen.has(token)) break;
    seen.add(token);
  } while (seen.size < MAX_PAGES);
  throw new CallError({ operation, name: "list without an end" }, "no answer");
}

function returned(clientId: string, client: UserPoolClientType | undefined): ReturnedClient {
  let secret = client?.ClientSecret;
  return {
    ...describedClient(clientId, client),
    sameSecret: (other) => other === secret,
    takeSecret() {
      const taken = secret;
      secret = undefined;
      return taken;
    },
    forgetSecret() {
      secret = undefined;
    },
  };
}
