import {
  AddUserPoolClientSecretCommand,
  type CognitoIdentityProviderClient,
  CreateManagedLoginBrandingCommand,
  CreateUserPoolClientCommand,
  type CreateUserPoolClientCommandInput,
  DeleteUserPoolClientCommand,
  DeleteUserPoolClientSecretCommand,
  UpdateUserPoolClientCommand,
  type UpdateUserPoolClientCommandInput,
  type UserPoolClientType,
} from "@aws-sdk/client-cognito-identity-provider";
import type { JsonObject } from "../json.ts";
import { type CallContext, call } from "./call.ts";
import { CallError } from "./call-error.ts";
import { type ReturnedClient, returned, type SecretHolder, secretHolder } from "./returned.ts";

/** A secret that was added: its value is told once. */
export interface AddedSecret extends SecretHolder {
  readonly secretId: string;
  /** ISO time. */
  readonly created?: string;
}

/** The calls that change something, and no others. Each is one request that is never repeated, and rejects with a `CallError`. */
export interface Writes {
  createClient(request: JsonObject): Promise<ReturnedClient>;
  updateClient(request: JsonObject): Promise<ReturnedClient>;
  deleteClient(poolId: string, clientId: string): Promise<void>;
  /** Cognito makes the value. */
  addSecret(poolId: string, clientId: string): Promise<AddedSecret>;
  deleteSecret(poolId: string, clientId: string, secretId: string): Promise<void>;
  /** Cognito's own style. */
  createBranding(poolId: string, clientId: string): Promise<void>;
}

/**
 * @param writing makes a client for one request, which refuses to send anything but this.
 * @param context with the time limit of a write.
 */
export function createWrites(
  writing: (request: JsonObject) => CognitoIdentityProviderClient,
  context: CallContext,
): Writes {
  const once = async <T>(
    operation: string,
    request: JsonObject,
    send: (client: CognitoIdentityProviderClient, abortSignal: AbortSignal) => Promise<T>,
  ): Promise<T> => {
    const client = writing(request);
    try {
      return await call(context, operation, (abortSignal) => send(client, abortSignal));
    } finally {
      client.destroy();
    }
  };
  /** Whose answer is the app client. */
  const answering = async (
    operation: string,
    request: JsonObject,
    send: (
      client: CognitoIdentityProviderClient,
      abortSignal: AbortSignal,
    ) => Promise<{ UserPoolClient?: UserPoolClientType | undefined }>,
  ): Promise<ReturnedClient> => {
    const { UserPoolClient: client } = await once(operation, request, send);
    if (!client?.ClientId) throw incomplete(operation);
    return returned(client.ClientId, client);
  };
  return {
    createClient(request) {
      const command = new CreateUserPoolClientCommand(request as unknown as CreateUserPoolClientCommandInput);
      return answering("CreateUserPoolClient", request, (sdk, abortSignal) => sdk.send(command, { abortSignal }));
    },

    updateClient(request) {
      const command = new UpdateUserPoolClientCommand(request as unknown as UpdateUserPoolClientCommandInput);
      return answering("UpdateUserPoolClient", request, (sdk, abortSignal) => sdk.send(command, { abortSignal }));
    },

    async deleteClient(poolId, clientId) {
      const request = { UserPoolId: poolId, ClientId: clientId };
      await once("DeleteUserPoolClient", request, (sdk, abortSignal) =>
        sdk.send(new DeleteUserPoolClientCommand(request), { abortSignal }),
      );
    },

    async addSecret(poolId, clientId) {
      const operation = "AddUserPoolClientSecret";
      const request = { UserPoolId: poolId, ClientId: clientId };
      const { ClientSecretDescriptor: added } = await once(operation, request, (sdk, abortSignal) =>
        sdk.send(new AddUserPoolClientSecretCommand(request), { abortSignal }),
      );
      if (!added?.ClientSecretId || !added.ClientSecretValue) throw incomplete(operation);
      const created = added.ClientSecretCreateDate?.toISOString();
      const { takeSecret, forgetSecret } = secretHolder(added.ClientSecretValue);
      return { secretId: added.ClientSecretId, ...(created ? { created } : {}), takeSecret, forgetSecret };
    },

    async deleteSecret(poolId, clientId, secretId) {
      const request = { UserPoolId: poolId, ClientId: clientId, ClientSecretId: secretId };
      await once("DeleteUserPoolClientSecret", request, (sdk, abortSignal) =>
        sdk.send(new DeleteUserPoolClientSecretCommand(request), { abortSignal }),
      );
    },

    async createBranding(poolId, clientId) {
      const request = { UserPoolId: poolId, ClientId: clientId, UseCognitoProvidedValues: true };
      await once("CreateManagedLoginBranding", request, (sdk, abortSignal) =>
        sdk.send(new CreateManagedLoginBrandingCommand(request), { abortSignal }),
      );
    },
  };
}

/** A success that does not say what was done is no answer. */
function incomplete(operation: string): CallError {
  return new CallError({ operation, name: "incomplete answer", status: 200 }, "no answer");
}
