import {
  AddUserPoolClientSecretCommand,
  type CognitoIdentityProviderClient,
  CreateManagedLoginBrandingCommand,
  CreateUserPoolClientCommand,
  DeleteUserPoolClientCommand,
  DeleteUserPoolClientSecretCommand,
  DescribeManagedLoginBrandingByClientCommand,
  DescribeUserPoolClientCommand,
  DescribeUserPoolCommand,
  DescribeUserPoolDomainCommand,
  ListUserPoolClientSecretsCommand,
  ListUserPoolClientsCommand,
  ListUserPoolsCommand,
  UpdateUserPoolClientCommand,
  type UpdateUserPoolClientRequest,
} from "@aws-sdk/client-cognito-identity-provider";
import { GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  defaultAccount,
  omittedAnswers,
  type StrictCognito,
  startStrictCognito,
} from "../support/strict-cognito/index.ts";

let strict: StrictCognito;
let api: CognitoIdentityProviderClient;
let UserPoolId: string;
beforeEach(async () => {
  strict = await startStrictCognito();
  ({ api, poolId: UserPoolId } = strict);
});
afterEach(() => strict[Symbol.asyncDispose]());

/** The id of a new app client. */
async function created(members: object = {}): Promise<string> {
  const command = new CreateUserPoolClientCommand({ UserPoolId, ClientName: "web", ...members });
  const { UserPoolClient } = await api.send(command);
  return String(UserPoolClient?.ClientId);
}
async function seen(ClientId: string) {
  const { UserPoolClient } = await api.send(new DescribeUserPoolClientCommand({ UserPoolId, ClientId }));
  return { ...UserPoolClient };
}
const update = (ClientId: string, members: Partial<UpdateUserPoolClientRequest>) =>
  api.send(new UpdateUserPoolClientCommand({ UserPoolId, ClientId, ...members }));

const lists = {
  ExplicitAuthFlows: ["ALLOW_USER_SRP_AUTH"],
  ReadAttributes: ["name", "email"],
  WriteAttributes: ["name"],
  SupportedIdentityProviders: ["COGNITO"],
  CallbackURLs: ["https://b.example", "https://a.example", "https://b.example"],
  LogoutURLs: ["https://a.example"],
} as const;
const others = {
  DefaultRedirectURI: "https://a.example",
  AccessTokenValidity: 30,
  IdTokenValidity: 30,
  RefreshTokenValidity: 12,
  TokenValidityUnits: { AccessToken: "minutes", IdToken: "minutes", RefreshToken: "hours" },
  AuthSessionValidity: 5,
  EnableTokenRevocation: false,
  PreventUserExistenceErrors: "ENABLED",
  RefreshTokenRotation: { Feature: "ENABLED", RetryGracePeriodSeconds: 10 },
} as const;
const all = { ...lists, ...others };

describe("an app client as AWS writes it", () => {
  test("with nothing set", async () => {
    const id = await created();
    expect(await seen(id)).toEqual({
      UserPoolId,
      ClientId: id,
      ClientName: "web",
      ClientType: "REGULAR",
      RefreshTokenValidity: 30,
      AuthSessionValidity: 3,
      EnableTokenRevocation: true,
      EnablePropagateAdditionalUserContextData: false,
      AllowedOAuthFlowsUserPoolClient: false,
      RefreshTokenRotation: { Feature: "DISABLED", RetryGracePeriodSeconds: 0 },
      CreationDate: expect.any(Date),
      LastModifiedDate: expect.any(Date),
    });
  });

  test("lists as sets, empty ones absent, units completed, 0 days as 30", async () => {
    const id = await created({
      CallbackURLs: lists.CallbackURLs,
      LogoutURLs: [],
      RefreshTokenValidity: 0,
      AccessTokenValidity: 30,
      TokenValidityUnits: { AccessToken: "minutes" },
    });
    expect(await seen(id)).toMatchObject({
      CallbackURLs: ["https://a.example", "https://b.example"],
      RefreshTokenValidity: 30,
      TokenValidityUnits: { AccessToken: "minutes", IdToken: "hours", RefreshToken: "days" },
    });
    expect(await seen(id)).not.toHaveProperty("LogoutURLs");
  });

  test("dates in milliseconds, by the clock that was given, or none", async () => {
    let now = 1_548_697_449_497;
    strict.knobs.clock = () => now;
    const id = await created();
    now += 1;
    await update(id, { ClientName: "other" });
    expect(await seen(id)).toMatchObject({
      CreationDate: new Date(1_548_697_449_497),
      LastModifiedDate: new Date(1_548_697_449_498),
    });
    strict.knobs.dates = false;
    expect(await seen(id)).not.toHaveProperty("LastModifiedDate");
  });
});

describe.each(omittedAnswers)("what is left out of an update, if AWS has it %s", (omitted) => {
  test("the name stays, everything else as this answer has it, and the secret is not touched", async () => {
    const id = await created({ ...all, DefaultRedirectURI: undefined, GenerateSecret: true });
    const before = await seen(id);
    strict.knobs.omitted = omitted;
    await update(id, { SupportedIdentityProviders: ["COGNITO"] });
    const after = await seen(id);
    expect(after.ClientName).toBe("web");
    expect(after.ClientSecret).toBe(before.ClientSecret);
    expect(after.CallbackURLs).toEqual(omitted === "kept" ? before.CallbackURLs : undefined);
    expect(after.AuthSessionValidity).toBe(omitted === "reset" ? 3 : 5);
    expect(after.RefreshTokenRotation).toEqual(
      omitted === "reset" ? { Feature: "DISABLED", RetryGracePeriodSeconds: 0 } : before.RefreshTokenRotation,
    );
    expect(after.TokenValidityUnits).toEqual(omitted === "reset" ? undefined : before.TokenValidityUnits);
  });

  test("what is sent is the state afterwards", async () => {
    const id = await created({ ClientName: "other", RefreshTokenValidity: 20 });
    strict.knobs.omitted = omitted;
    await update(id, {
      ...lists,
      ...others,
      ExplicitAuthFlows: [...lists.ExplicitAuthFlows],
      ReadAttributes: [...lists.ReadAttributes],
      WriteAttributes: [...lists.WriteAttributes],
      SupportedIdentityProviders: ["COGNITO"],
      CallbackURLs: [...lists.CallbackURLs],
      LogoutURLs: [...lists.LogoutURLs],
    });
    expect(await seen(id)).toMatchObject({
      ...others,
      CallbackURLs: ["https://a.example", "https://b.example"],
      ReadAttributes: ["email", "name"],
    });
  });

  test("a member that no SDK knows is told, and an update cannot save it", async () => {
    strict.knobs.newMembers = { NewSwitch: true, NewList: ["a"] };
    const id = await created();
    strict.knobs.omitted = omitted;
    await update(id, {});
    const kept = { reset: {}, "scalars-kept": { NewSwitch: true }, kept: { NewSwitch: true, NewList: ["a"] } };
    const answer = await fetch(strict.url, signed("DescribeUserPoolClient", { UserPoolId, ClientId: id }));
    const { UserPoolClient } = (await answer.json()) as { UserPoolClient: Record<string, unknown> };
    const told = Object.fromEntries(Object.entries(UserPoolClient).filter(([name]) => name.startsWith("New")));
    expect(told).toEqual(kept[omitted]);
  });
});

describe("secrets", () => {
  const add = (ClientId: string, ClientSecret?: string) =>
    api.send(new AddUserPoolClientSecretCommand({ UserPoolId, ClientId, ClientSecret }));
  const list = async (ClientId: string) =>
    (await api.send(new ListUserPoolClientSecretsCommand({ UserPoolId, ClientId }))).ClientSecrets ?? [];
  const drop = (ClientId: string, ClientSecretId: string | undefined) =>
    api.send(new DeleteUserPoolClientSecretCommand({ UserPoolId, ClientId, ClientSecretId }));

  test("two at most; a value is told once, and only when it was made here", async () => {
    const id = await created({ GenerateSecret: true });
    const { ClientSecretDescriptor: made } = await add(id);
    expect(made?.ClientSecretValue).toMatch(/^[a-z0-9]{51}$/);
    expect(made?.ClientSecretId).toMatch(new RegExp(`^${id}--\\d+$`));
    const secrets = await list(id);
    expect(secrets.map((secret) => Object.keys(secret))).toEqual(
      Array(2).fill(["ClientSecretId", "ClientSecretCreateDate"]),
    );
    await expect(add(id)).rejects.toMatchObject({ name: "LimitExceededException" });
    await drop(id, secrets[1]?.ClientSecretId);
    const own = await add(id, "my-own".replace("-", "_").repeat(4));
    expect(own.ClientSecretDescriptor).not.toHaveProperty("ClientSecretValue");
  });

  test("the description shows the original as long as there is one, and never another", async () => {
    const id = await created({ GenerateSecret: true });
    const { ClientSecret } = await seen(id);
    await add(id);
    expect((await seen(id)).ClientSecret).toBe(ClientSecret);
    const [original, added] = await list(id);
    await drop(id, original?.ClientSecretId);
    expect(await seen(id)).not.toHaveProperty("ClientSecret");
    await expect(drop(id, added?.ClientSecretId)).rejects.toMatchObject({ name: "InvalidParameterException" });
    await expect(drop(id, "other")).rejects.toMatchObject({ name: "ResourceNotFoundException" });
    expect(await list(id)).toHaveLength(1);
  });

  test("a public and a dynamically registered app client get none", async () => {
    const { id } = strict.addAppClient({ ClientName: "registered" }, { type: "DCR", secrets: 1 });
    await expect(add(id)).rejects.toMatchObject({ name: "InvalidParameterException" });
    const open = await created();
    await expect(add(open)).rejects.toMatchObject({ name: "InvalidParameterException" });
    expect(await list(open)).toEqual([]);
  });
});

test("a list has three members of each, on pages, and a filter makes pages short", async () => {
  for (const name of ["a", "b", "c"])
    strict.addAppClient({ ClientName: name }, { type: name === "b" ? "DCR" : "REGULAR" });
  const pages = async (options: object) => {
    const all: unknown[] = [];
    let NextToken: string | undefined;
    do {
      const answer = await api.send(new ListUserPoolClientsCommand({ UserPoolId, ...options, NextToken }));
      all.push((answer.UserPoolClients ?? []).map(({ ClientName }) => ClientName).join());
      NextToken = answer.NextToken;
    } while (NextToken);
    return all;
  };
  expect(await pages({ MaxResults: 2 })).toEqual(["a,b", "c"]);
  expect(await pages({ MaxResults: 1, ClientType: "REGULAR" })).toEqual(["a", "", "c"]);
  strict.knobs.emptyPages = true;
  strict.knobs.pageSize = 2;
  expect(await pages({})).toEqual(["", "a,b", "", "c"]);
  const { UserPoolClients } = await api.send(new ListUserPoolClientsCommand({ UserPoolId, NextToken: undefined }));
  expect(UserPoolClients).toEqual([]);
  await expect(pages({ MaxResults: 61 })).rejects.toMatchObject({ name: "InvalidParameterException" });
  await expect(api.send(new ListUserPoolClientsCommand({ UserPoolId, NextToken: "nonsense" }))).rejects.toMatchObject({
    name: "InvalidParameterException",
  });
});

test("what was deleted is gone for every operation, and another account or region sees nothing", async () => {
  const id = await created();
  await api.send(new DeleteUserPoolClientCommand({ UserPoolId, ClientId: id }));
  for (const call of [
    seen(id),
    update(id, {}),
    api.send(new DeleteUserPoolClientCommand({ UserPoolId, ClientId: id })),
  ])
    await expect(call).rejects.toMatchObject({ name: "ResourceNotFoundException" });
  const other = strict.addPool({ account: "444455556666" });
  const away = strict.addPool({ region: "eu-west-1" });
  for (const { id: foreign } of [other, away])
    await expect(api.send(new DescribeUserPoolCommand({ UserPoolId: foreign }))).rejects.toMatchObject({
      name: "ResourceNotFoundException",
    });
  const { UserPools } = await api.send(new ListUserPoolsCommand({ MaxResults: 60 }));
  expect(UserPools?.map(({ Id }) => Id)).toEqual([UserPoolId]);
});

test("one style for each app client, and the version of a domain", async () => {
  const id = await created();
  const ask = () => api.send(new DescribeManagedLoginBrandingByClientCommand({ UserPoolId, ClientId: id }));
  const brand = () =>
    api.send(new CreateManagedLoginBrandingCommand({ UserPoolId, ClientId: id, UseCognitoProvidedValues: true }));
  await expect(ask()).rejects.toMatchObject({ name: "ResourceNotFoundException" });
  await brand();
  expect((await ask()).ManagedLoginBranding?.UserPoolId).toBe(UserPoolId);
  await expect(brand()).rejects.toMatchObject({ name: "ManagedLoginBrandingExistsException" });
  strict.pool.domain = { name: "shop", custom: false, managedLoginVersion: 2 };
  const domain = (Domain: string) => api.send(new DescribeUserPoolDomainCommand({ Domain }));
  expect((await domain("shop")).DomainDescription).toMatchObject({ ManagedLoginVersion: 2, Status: "ACTIVE" });
  expect((await domain("nobody")).DomainDescription).toEqual({});
});

test("STS says whose key it is", async () => {
  const credentials = { accessKeyId: "local", secretAccessKey: "local" };
  const sts = new STSClient({ endpoint: strict.url, region: "us-east-1", credentials });
  expect(await sts.send(new GetCallerIdentityCommand({}))).toMatchObject({
    Account: defaultAccount,
    Arn: `arn:aws:iam::${defaultAccount}:user/local`,
  });
  sts.destroy();
});

/** A call that the SDK would not let through; the server reads of a signature only whom it is of. */
function signed(operation: string, body: unknown) {
  return {
    method: "POST",
    headers: {
      "x-amz-target": `AWSCognitoIdentityProviderService.${operation}`,
      authorization: "AWS4-HMAC-SHA256 Credential=local/20261126/us-east-1/cognito-idp/aws4_request",
    },
    body: JSON.stringify(body),
  };
}
