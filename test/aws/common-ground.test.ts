import {
  type CognitoIdentityProviderClient,
  CreateUserPoolClientCommand,
  type CreateUserPoolClientRequest,
  CreateUserPoolCommand,
  DeleteUserPoolClientCommand,
  DescribeUserPoolClientCommand,
  ListUserPoolClientsCommand,
  UpdateUserPoolClientCommand,
  type UserPoolClientType,
} from "@aws-sdk/client-cognito-identity-provider";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { emulatorApi, startCognitoLocal } from "../support/cognito-local.ts";
import { startMoto } from "../support/moto.ts";
import { omittedAnswers, type StrictCognito, startStrictCognito } from "../support/strict-cognito/index.ts";

/**
 * One script against the strict server and two emulators by other people. Where nothing speaks against it they have to
 * agree; where they do not, the difference stands here by name.
 */
const region = "us-east-1";
const apis: Record<string, CognitoIdentityProviderClient> = {};
let strict: StrictCognito;
const stack = new AsyncDisposableStack();

beforeAll(async () => {
  strict = stack.use(await startStrictCognito());
  const local = stack.use(await startCognitoLocal());
  const moto = await startMoto();
  if ("missing" in moto) throw new Error(moto.missing);
  stack.use(moto);
  apis["strict"] = strict.api;
  apis["cognito-local"] = local.api;
  apis["moto"] = stack.adopt(emulatorApi(moto.url, region), (client) => client.destroy());
});
afterAll(() => stack.disposeAsync());

/** All of them, so that a member which the SDK adds is missed here by the compiler. */
type Settings = Required<Omit<CreateUserPoolClientRequest, "UserPoolId" | "GenerateSecret" | "ClientSecret">>;

const first: Settings = {
  ClientName: "first",
  AllowedOAuthFlowsUserPoolClient: true,
  AllowedOAuthFlows: ["code"],
  AllowedOAuthScopes: ["email", "openid"],
  CallbackURLs: ["https://a.example/cb"],
  LogoutURLs: ["https://a.example/out"],
  DefaultRedirectURI: "https://a.example/cb",
  SupportedIdentityProviders: ["COGNITO"],
  ExplicitAuthFlows: ["ALLOW_USER_PASSWORD_AUTH", "ALLOW_USER_SRP_AUTH"],
  AccessTokenValidity: 30,
  IdTokenValidity: 30,
  RefreshTokenValidity: 12,
  TokenValidityUnits: { AccessToken: "minutes", IdToken: "minutes", RefreshToken: "hours" },
  RefreshTokenRotation: { Feature: "ENABLED", RetryGracePeriodSeconds: 10 },
  EnableTokenRevocation: true,
  AuthSessionValidity: 5,
  PreventUserExistenceErrors: "ENABLED",
  EnablePropagateAdditionalUserContextData: true,
  ReadAttributes: ["email", "name"],
  WriteAttributes: ["name"],
  AnalyticsConfiguration: {
    ApplicationId: "abcdef0123456789",
    RoleArn: "arn:aws:iam::111122223333:role/analytics",
    ExternalId: "external",
    UserDataShared: false,
  },
};

/** All members again, each with another value. */
const second: Settings = {
  ClientName: "second",
  AllowedOAuthFlowsUserPoolClient: false,
  AllowedOAuthFlows: ["implicit"],
  AllowedOAuthScopes: ["openid", "profile"],
  CallbackURLs: ["https://b.example/cb", "https://c.example/cb"],
  LogoutURLs: ["https://b.example/out"],
  DefaultRedirectURI: "https://b.example/cb",
  SupportedIdentityProviders: ["COGNITO"],
  ExplicitAuthFlows: ["ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_USER_SRP_AUTH"],
  AccessTokenValidity: 2,
  IdTokenValidity: 3,
  RefreshTokenValidity: 4,
  TokenValidityUnits: { AccessToken: "hours", IdToken: "hours", RefreshToken: "days" },
  RefreshTokenRotation: { Feature: "DISABLED", RetryGracePeriodSeconds: 0 },
  EnableTokenRevocation: false,
  AuthSessionValidity: 7,
  PreventUserExistenceErrors: "LEGACY",
  EnablePropagateAdditionalUserContextData: false,
  ReadAttributes: ["email", "nickname"],
  WriteAttributes: ["nickname"],
  AnalyticsConfiguration: {
    ApplicationId: "0123456789abcdef",
    RoleArn: "arn:aws:iam::111122223333:role/other",
    ExternalId: "other",
    UserDataShared: true,
  },
};

/** The members that the script sets, lists as sets, and whether there is a secret. */
function noted(client: UserPoolClientType | undefined): Record<string, unknown> {
  const entries = Object.entries({ ...client }).filter(([name]) => name in first);
  const sorted = entries.map(([name, value]) => [name, Array.isArray(value) ? [...value].sort() : value]);
  return { ...Object.fromEntries(sorted), hasSecret: client?.ClientSecret !== undefined };
}

const nameOf = async (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => "accepted",
    (error: Error) => error.name,
  );

/** What one server says to the whole script. */
async function play(api: CognitoIdentityProviderClient) {
  const { UserPool } = await api.send(new CreateUserPoolCommand({ PoolName: "common" }));
  const UserPoolId = UserPool?.Id;
  const create = new CreateUserPoolClientCommand({ UserPoolId, GenerateSecret: true, ...first });
  const { UserPoolClient: created } = await api.send(create);
  const ClientId = created?.ClientId;
  const look = async () =>
    noted((await api.send(new DescribeUserPoolClientCommand({ UserPoolId, ClientId }))).UserPoolClient);
  const update = async (members: Partial<Settings>) =>
    noted((await api.send(new UpdateUserPoolClientCommand({ UserPoolId, ClientId, ...members }))).UserPoolClient);
  const list = async () =>
    (await api.send(new ListUserPoolClientsCommand({ UserPoolId, MaxResults: 60 }))).UserPoolClients?.map((each) => [
      each.ClientName,
      each.ClientId === ClientId,
      each.UserPoolId === UserPoolId,
    ]);
  const described = await look();
  const updated = await update(second);
  const afterUpdate = await look();
  const inPart = await update({ ClientName: "third", CallbackURLs: second.CallbackURLs });
  const listed = await list();
  const other = "us-east-1_aaaaaaaaa";
  const unknown = {
    pool: await nameOf(api.send(new DescribeUserPoolClientCommand({ UserPoolId: other, ClientId }))),
    appClient: await nameOf(api.send(new DescribeUserPoolClientCommand({ UserPoolId, ClientId: "nobody" }))),
    update: await nameOf(api.send(new UpdateUserPoolClientCommand({ UserPoolId, ClientId: "nobody" }))),
    delete: await nameOf(api.send(new DeleteUserPoolClientCommand({ UserPoolId, ClientId: "nobody" }))),
  };
  await api.send(new DeleteUserPoolClientCommand({ UserPoolId, ClientId }));
  const gone = {
    described: await nameOf(api.send(new DescribeUserPoolClientCommand({ UserPoolId, ClientId }))),
    listed: await list(),
  };
  return { created: noted(created), described, updated, afterUpdate, inPart, listed, unknown, gone };
}

/** Members that cognito-local 5.3.0 does not know at all. */
const forgotten = ["AuthSessionValidity", "EnablePropagateAdditionalUserContextData", "RefreshTokenRotation"];

function without(members: readonly string[], transcript: Awaited<ReturnType<typeof play>>) {
  const cut = (settings: Record<string, unknown>) =>
    Object.fromEntries(Object.entries(settings).filter(([name]) => !members.includes(name)));
  const { created, described, updated, afterUpdate, inPart, ...rest } = transcript;
  return {
    ...rest,
    created: cut(created),
    described: cut(described),
    updated: cut(updated),
    afterUpdate: cut(afterUpdate),
    inPart: cut(inPart),
  };
}

const asSets = (settings: Settings) =>
  Object.fromEntries(
    Object.entries(settings).map(([name, value]) => [name, Array.isArray(value) ? [...value].sort() : value]),
  );

describe("create, describe, update of all members, list, delete", () => {
  test.each(omittedAnswers)(
    "whatever is done with what is left out (%s), all that is sent is there",
    async (omitted) => {
      strict.knobs.omitted = omitted;
      const found = await play(strict.api);
      expect(found.described).toEqual({ ...asSets(first), hasSecret: true });
      expect(found.updated).toEqual({ ...asSets(second), hasSecret: true });
      expect(found.afterUpdate).toEqual(found.updated);
      expect(found.listed).toEqual([["third", true, true]]);
      expect(found.gone).toEqual({ described: "ResourceNotFoundException", listed: [] });
    },
  );

  test.each([
    ["cognito-local", forgotten],
    ["moto", []],
  ] as const)("%s says the same, and merges what is left out", async (name, unknown) => {
    strict.knobs.omitted = "kept";
    const [ours, theirs] = [await play(strict.api), await play(apis[name] as CognitoIdentityProviderClient)];
    expect(without(unknown, theirs)).toEqual(without(unknown, ours));
  });
});
