import { randomUUID } from "node:crypto";
import type {
  CreateManagedLoginBrandingRequest,
  CreateManagedLoginBrandingResponse,
  DescribeManagedLoginBrandingByClientRequest,
  DescribeManagedLoginBrandingByClientResponse,
} from "@aws-sdk/client-cognito-identity-provider";
import { flag, operation, text } from "./call.ts";
import { invalid, notFound, Refusal, seconds } from "./wire.ts";
import { appClientOf, poolOf } from "./world.ts";

const ids = { UserPoolId: { required: text }, ClientId: { required: text } } as const;

/** One style for each app client. The exception is AWS's, the words are ours; the domain's version is not looked at. */
const create = operation<CreateManagedLoginBrandingRequest, CreateManagedLoginBrandingResponse>(
  { ...ids, UseCognitoProvidedValues: flag, Settings: "any", Assets: "any" },
  ({ world, place, request, now }) => {
    const appClient = appClientOf(poolOf(world, place, request.UserPoolId), request.ClientId);
    if (request.UseCognitoProvidedValues !== true && request.Settings === undefined)
      throw invalid("Either UseCognitoProvidedValues or Settings is required.");
    if (appClient.brandingId !== undefined)
      throw new Refusal(
        "ManagedLoginBrandingExistsException",
        "Managed login branding already exists for this client.",
      );
    appClient.brandingId = randomUUID();
    return {
      ManagedLoginBranding: {
        ManagedLoginBrandingId: appClient.brandingId,
        UserPoolId: String(request.UserPoolId),
        UseCognitoProvidedValues: request.UseCognitoProvidedValues === true,
        CreationDate: seconds(now),
        LastModifiedDate: seconds(now),
      },
    };
  },
  true,
);

const describe = operation<DescribeManagedLoginBrandingByClientRequest, DescribeManagedLoginBrandingByClientResponse>(
  { ...ids, ReturnMergedResources: flag },
  ({ world, place, request }) => {
    const appClient = appClientOf(poolOf(world, place, request.UserPoolId), request.ClientId);
    if (appClient.brandingId === undefined) throw notFound("Managed login branding does not exist for this client.");
    return {
      ManagedLoginBranding: {
        ManagedLoginBrandingId: appClient.brandingId,
        UserPoolId: String(request.UserPoolId),
        UseCognitoProvidedValues: true,
      },
    };
  },
);

export const brandingOperations = {
  CreateManagedLoginBranding: create,
  DescribeManagedLoginBrandingByClient: describe,
};
