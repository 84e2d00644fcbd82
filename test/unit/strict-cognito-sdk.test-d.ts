/**
 * Ties what the strict server tells of an app client to the installed AWS SDK, both ways; `tsc -b` checks it, and it never
 * runs. The other operations have the SDK's types for their requests and answers where they are written.
 */
import type { CreateUserPoolClientRequest, UserPoolClientType } from "@aws-sdk/client-cognito-identity-provider";
import type { OwnMember } from "../support/strict-cognito/normal-form.ts";

/** Compiles only when nothing is left over. */
type None<Leftover extends never> = Leftover;

/** What the server keeps of a request: the catalogue's members, which `catalogue-sdk.test-d.ts` holds to the SDK's. */
type Setting = Exclude<keyof CreateUserPoolClientRequest, "UserPoolId" | "GenerateSecret" | "ClientSecret">;

export type MembersTheServerLacks = None<Exclude<keyof UserPoolClientType, Setting | OwnMember>>;
export type MembersTheSdkLacks = None<Exclude<Setting | OwnMember, keyof UserPoolClientType>>;
