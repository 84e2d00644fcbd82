import {
  AddUserPoolClientSecretCommand,
  type CognitoIdentityProviderClient,
  CreateUserPoolClientCommand,
  DeleteUserPoolClientCommand,
  DescribeUserPoolClientCommand,
  ListUserPoolClientSecretsCommand,
  UpdateUserPoolClientCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { afterEach, beforeEach, expect, test } from "vitest";
import { emulatorApi } from "../support/cognito-local.ts";
import { startCountProxy } from "../support/count-proxy.ts";
import { awsError, only } from "../support/fault-proxy.ts";
import { operationNames, Refusal, type StrictCognito, startStrictCognito } from "../support/strict-cognito/index.ts";

/** Several callers at once, and what stands between them. */
let strict: StrictCognito;
let api: CognitoIdentityProviderClient;
let UserPoolId: string;
let ClientId: string;
beforeEach(async () => {
  strict = await startStrictCognito();
  ({ api, poolId: UserPoolId } = strict);
  ClientId = strict.addAppClient({ ClientName: "web" }, { secrets: 1 }).id;
});
afterEach(() => strict[Symbol.asyncDispose]());

const describeIt = async (id = ClientId) =>
  (await api.send(new DescribeUserPoolClientCommand({ UserPoolId, ClientId: id }))).UserPoolClient?.ClientName;
const rename = (ClientName: string, id = ClientId) =>
  api.send(new UpdateUserPoolClientCommand({ UserPoolId, ClientId: id, ClientName }));
const remove = (id = ClientId) => api.send(new DeleteUserPoolClientCommand({ UserPoolId, ClientId: id }));

test("while a write is under way, another one in the same pool meets the lock, and in another pool it does not", async () => {
  const elsewhere = strict.addAppClient({ ClientName: "other" }, {}, strict.addPool());
  const sibling = strict.addAppClient({ ClientName: "sibling" });
  let inside: unknown[] = [];
  strict.hooks.add({
    when: "before",
    operation: "UpdateUserPoolClient",
    async run() {
      const foreign = new UpdateUserPoolClientCommand({
        UserPoolId: [...strict.world.pools.keys()][1],
        ClientId: elsewhere.id,
        ClientName: "changed",
      });
      inside = await Promise.allSettled([rename("b", sibling.id), remove(sibling.id), api.send(foreign)]);
    },
  });
  await rename("a");
  expect(inside).toMatchObject([
    { status: "rejected", reason: { name: "ConcurrentModificationException" } },
    { status: "rejected", reason: { name: "ConcurrentModificationException" } },
    { status: "fulfilled" },
  ]);
  expect(await describeIt()).toBe("a");
  await rename("b", sibling.id);
});

test("a pool that is busy refuses as many writes as it was told, and reads nothing of it", async () => {
  strict.knobs.busy = 2;
  await expect(rename("a")).rejects.toMatchObject({ name: "ConcurrentModificationException" });
  expect(await describeIt()).toBe("web");
  await expect(remove()).rejects.toMatchObject({ name: "ConcurrentModificationException" });
  await rename("a");
});

test("five calls a second of one operation on one pool, by the clock", async () => {
  let now = 0;
  strict.knobs.clock = () => now;
  strict.knobs.rate = 5;
  for (let count = 0; count < 5; count++) await describeIt();
  await expect(describeIt()).rejects.toMatchObject({ name: "TooManyRequestsException" });
  await rename("another operation");
  now = 1000;
  expect(await describeIt()).toBe("another operation");
});

test("reads may lag behind an update, a create and a delete", async () => {
  strict.knobs.describeLag = 2;
  await rename("a");
  expect([await describeIt(), await describeIt(), await describeIt()]).toEqual(["web", "web", "a"]);
  const { UserPoolClient } = await api.send(new CreateUserPoolClientCommand({ UserPoolId, ClientName: "new" }));
  const id = UserPoolClient?.ClientId;
  for (const _ of [1, 2]) await expect(describeIt(id)).rejects.toMatchObject({ name: "ResourceNotFoundException" });
  expect(await describeIt(id)).toBe("new");
  await remove(id);
  expect([await describeIt(id), await describeIt(id)]).toEqual(["new", "new"]);
  await expect(describeIt(id)).rejects.toMatchObject({ name: "ResourceNotFoundException" });
  expect(strict.truth(String(id))).toBeUndefined();
});

test("somebody else may write before or after any call, and refuse it", async () => {
  strict.hooks.add({
    when: "after",
    operation: "DescribeUserPoolClient",
    nth: 2,
    run: () => strict.change(ClientId, { ClientName: "theirs", CallbackURLs: ["https://a.example"] }),
  });
  expect([await describeIt(), await describeIt(), await describeIt()]).toEqual(["web", "web", "theirs"]);
  strict.change(ClientId, { CallbackURLs: null });
  expect(strict.truth(ClientId)).not.toHaveProperty("CallbackURLs");
  strict.hooks.add({
    when: "before",
    operation: "UpdateUserPoolClient",
    run() {
      throw new Refusal("LimitExceededException", "no");
    },
  });
  await expect(rename("mine")).rejects.toMatchObject({ name: "LimitExceededException" });
  await rename("mine");
  expect(await describeIt()).toBe("mine");
});

test("a call may take effect after the caller has gone", async () => {
  const held = strict.hooks.hold("UpdateUserPoolClient");
  const caller = new AbortController();
  const command = new UpdateUserPoolClientCommand({ UserPoolId, ClientId, ClientName: "late" });
  const call = api.send(command, { abortSignal: caller.signal });
  await held.arrived;
  caller.abort();
  await expect(call).rejects.toMatchObject({ name: "AbortError" });
  expect(await describeIt()).toBe("web");
  held.release();
  expect(await describeIt()).toBe("late");
});

test("what the caller has no permission for is denied by name", async () => {
  strict.knobs.denied = new Set(["ListUserPoolClientSecrets"]);
  const list = api.send(new ListUserPoolClientSecretsCommand({ UserPoolId, ClientId }));
  await expect(list).rejects.toMatchObject({
    name: "AccessDeniedException",
    message: expect.stringContaining("cognito-idp:ListUserPoolClientSecrets"),
  });
  expect(await describeIt()).toBe("web");
});

test("an operation that is not known, and a call that nobody signed", async () => {
  const call = (headers: Record<string, string>) => fetch(strict.url, { method: "POST", body: "{}", headers });
  const target = (name: string) => ({ "x-amz-target": `AWSCognitoIdentityProviderService.${name}` });
  for (const [headers, exception] of [
    [target("AdminCreateUser"), "UnknownOperationException"],
    [{}, "UnknownOperationException"],
    [target("ListUserPools"), "MissingAuthenticationTokenException"],
  ] as const) {
    const answer = await call(headers);
    expect([answer.status, ((await answer.json()) as { __type: string }).__type]).toEqual([400, exception]);
  }
  expect(operationNames).toHaveLength(new Set(operationNames).size);
});

test("the counting and the fault proxy stand in front of it as in front of an emulator", async () => {
  const lost = only("AddUserPoolClientSecret", async (call) => {
    await call.forward();
    call.answer(awsError(500, "InternalServerException", "Internal error"));
  });
  await using proxy = await startCountProxy(strict.url, lost);
  const through = emulatorApi(proxy.url, strict.region);
  const add = through.send(new AddUserPoolClientSecretCommand({ UserPoolId, ClientId }));
  await expect(add).rejects.toMatchObject({ name: "InternalServerException" });
  expect(proxy.writes()).toEqual(["AddUserPoolClientSecret"]);
  const { ClientSecrets } = await through.send(new ListUserPoolClientSecretsCommand({ UserPoolId, ClientId }));
  expect(ClientSecrets).toHaveLength(2);
  through.destroy();
});
