import { setTimeout as sleep } from "node:timers/promises";
import {
  type CognitoIdentityProviderClient,
  CreateUserPoolClientCommand,
  type CreateUserPoolClientRequest,
  CreateUserPoolCommand,
  DeleteUserPoolCommand,
  DescribeUserPoolClientCommand,
  ResourceNotFoundException,
  UpdateUserPoolClientCommand,
  type UpdateUserPoolClientRequest,
  type UserPoolClientType,
} from "@aws-sdk/client-cognito-identity-provider";

/** What was found out about one question. */
export interface Answer {
  /** Member or subject. */
  readonly about: string;
  readonly found: string;
}

/** A member's name and value as a request has them. */
export type Members = Omit<CreateUserPoolClientRequest, "UserPoolId" | "ClientName">;
export type Changes = Omit<UpdateUserPoolClientRequest, "UserPoolId" | "ClientId">;

/** A pool of the probe's own, and what is done in it. It goes when it is disposed of, with all that is in it. */
export interface Lab extends AsyncDisposable {
  readonly poolId: string;
  readonly api: CognitoIdentityProviderClient;
  /** @returns the id of a new app client */
  create(members: Members): Promise<string>;
  update(ClientId: string, changes: Changes): Promise<void>;
  /** As it is after the last write of it: waits where a read lags behind. */
  describe(ClientId: string): Promise<UserPoolClientType>;
  /** As one read tells it. */
  glance(ClientId: string): Promise<UserPoolClientType>;
}

/** Milliseconds between two looks at what has not come through, and how many there are. */
const pause = 200;
const looks = 50;

export async function openLab(
  api: CognitoIdentityProviderClient,
  name: string,
  tier: "LITE" | "ESSENTIALS",
  say: (line: string) => void,
): Promise<Lab> {
  const { UserPool } = await api.send(new CreateUserPoolCommand({ PoolName: name, UserPoolTier: tier }));
  const poolId = UserPool?.Id;
  if (poolId === undefined) throw new Error(`the pool ${name} was made without an id: look for it in the console`);
  say(`Made the pool ${poolId} (${name}, ${tier}).`);
  const UserPoolId = poolId;
  const written = new Map<string, number>();
  const note = (client: UserPoolClientType | undefined) =>
    written.set(client?.ClientId ?? "", client?.LastModifiedDate?.getTime() ?? 0);
  const glance = async (ClientId: string) => {
    const { UserPoolClient } = await api.send(new DescribeUserPoolClientCommand({ UserPoolId, ClientId }));
    return { ...UserPoolClient };
  };
  return {
    poolId,
    api,
    async create(members) {
      const command = new CreateUserPoolClientCommand({ UserPoolId, ClientName: "probe", ...members });
      const { UserPoolClient } = await api.send(command);
      note(UserPoolClient);
      if (UserPoolClient?.ClientId === undefined) throw new Error("an app client was made without an id");
      return UserPoolClient.ClientId;
    },
    async update(ClientId, changes) {
      note((await api.send(new UpdateUserPoolClientCommand({ UserPoolId, ClientId, ...changes }))).UserPoolClient);
    },
    glance,
    async describe(ClientId) {
      for (let look = 0; look < looks; look++) {
        const seen = await glance(ClientId).catch((error: unknown) => {
          if (error instanceof ResourceNotFoundException) return undefined;
          throw error;
        });
        if (seen && (seen.LastModifiedDate?.getTime() ?? 0) >= (written.get(ClientId) ?? 0)) return seen;
        await sleep(pause);
      }
      throw new Error(`${ClientId} is not as it was written, after ${looks} looks`);
    },
    async [Symbol.asyncDispose]() {
      try {
        await api.send(new DeleteUserPoolCommand({ UserPoolId }));
        say(`Deleted the pool ${poolId}.`);
      } catch (error) {
        say(`The pool ${poolId} could not be deleted (${refusalOf(error)}): delete it in the console.`);
      }
    },
  };
}

/** AWS's name and words, which are what several questions ask for. */
export function refusalOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}

/** Asks one thing that AWS may refuse. */
export async function asked(call: () => Promise<string>): Promise<string> {
  return call().catch((error: unknown) => `refused, ${refusalOf(error)}`);
}
