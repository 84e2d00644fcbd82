import type {
  AddUserPoolClientSecretRequest,
  AddUserPoolClientSecretResponse,
  DeleteUserPoolClientSecretRequest,
  ListUserPoolClientSecretsRequest,
  ListUserPoolClientSecretsResponse,
} from "@aws-sdk/client-cognito-identity-provider";
import { newSecret } from "./app-clients.ts";
import { operation, secret, text } from "./call.ts";
import { invalid, type JsonObject, notFound, Refusal, seconds } from "./wire.ts";
import { type AppClient, appClientOf, poolOf } from "./world.ts";

/**
 * Up to two secrets of an app client. What is allowed is AWS's documentation of the three operations; the words of the two
 * limits are those of an emulator (floci), the other words are ours: nobody has published AWS's.
 */
const ids = { UserPoolId: { required: text }, ClientId: { required: text } } as const;

function confidential(appClient: AppClient): AppClient {
  if (appClient.type === "DCR")
    throw invalid("Client secret operations are not supported for dynamically registered clients.");
  if (appClient.secrets.length === 0) throw invalid("The client does not have a client secret.");
  return appClient;
}

/** The value is told once, and only when Cognito made it. Whether the date of the app client changes is not known. */
const add = operation<AddUserPoolClientSecretRequest, AddUserPoolClientSecretResponse>(
  { ...ids, ClientSecret: secret },
  ({ world, place, request, now }) => {
    const appClient = confidential(appClientOf(poolOf(world, place, request.UserPoolId), request.ClientId));
    if (appClient.secrets.length >= 2)
      throw new Refusal("LimitExceededException", "Client secrets cannot exceed limit of 2 secrets.");
    const added = newSecret(appClient.id, now, request.ClientSecret, false);
    appClient.secrets.push(added);
    const told = request.ClientSecret === undefined ? { ClientSecretValue: added.value } : {};
    return { ClientSecretDescriptor: { ClientSecretId: added.id, ...told, ClientSecretCreateDate: seconds(now) } };
  },
);

/** All of them on one page, never a value. That a public app client has an empty list is not documented. */
const list = operation<ListUserPoolClientSecretsRequest, ListUserPoolClientSecretsResponse>(
  { ...ids, NextToken: text },
  ({ world, place, request }) => {
    const appClient = appClientOf(poolOf(world, place, request.UserPoolId), request.ClientId);
    if (appClient.type === "DCR") confidential(appClient);
    const ClientSecrets = appClient.secrets.map(({ id, created }) => ({
      ClientSecretId: id,
      ClientSecretCreateDate: seconds(created),
    }));
    return { ClientSecrets };
  },
);

const remove = operation<DeleteUserPoolClientSecretRequest, JsonObject>(
  { ...ids, ClientSecretId: { required: text } },
  ({ world, place, request }) => {
    const appClient = confidential(appClientOf(poolOf(world, place, request.UserPoolId), request.ClientId));
    const left = appClient.secrets.filter(({ id }) => id !== request.ClientSecretId);
    if (left.length === appClient.secrets.length) throw notFound("Client secret does not exist.");
    if (left.length === 0) throw invalid("Cannot delete the only client secret.");
    appClient.secrets = left;
    return {};
  },
);

export const secretOperations = {
  AddUserPoolClientSecret: add,
  ListUserPoolClientSecrets: list,
  DeleteUserPoolClientSecret: remove,
};
