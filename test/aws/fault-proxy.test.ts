import {
  AddUserPoolClientSecretCommand,
  type CognitoIdentityProviderClient,
  CreateManagedLoginBrandingCommand,
  CreateUserPoolClientCommand,
  DeleteUserPoolClientCommand,
  DeleteUserPoolClientSecretCommand,
  UpdateUserPoolClientCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { emulatorApi } from "../support/cognito-local.ts";
import { type CountProxy, passOn, startCountProxy } from "../support/count-proxy.ts";
import { faults, lockedFirst, only } from "../support/fault-proxy.ts";
import { type StrictCognito, startStrictCognito } from "../support/strict-cognito/index.ts";

/** What each fault claims to leave behind is what it leaves behind, for every write and not only for a create. */
const patience = 250;
let strict: StrictCognito;
let proxy: CountProxy;
let api: CognitoIdentityProviderClient;
const stack = new AsyncDisposableStack();

beforeAll(async () => {
  strict = stack.use(await startStrictCognito());
  proxy = stack.use(await startCountProxy(strict.url));
  api = stack.adopt(emulatorApi(proxy.url, strict.region), (client) => client.destroy());
});
afterAll(() => stack.disposeAsync());

interface Write {
  readonly operation: string;
  /** Prepares an app client, and says how to write and how often the write has had its effect. */
  readonly make: () => { send(abortSignal: AbortSignal): Promise<unknown>; effect(): number };
}

const ids = (secrets: 0 | 1 | 2 = 1) => {
  const appClient = strict.addAppClient({ ClientName: "web" }, { secrets });
  return { appClient, UserPoolId: strict.poolId, ClientId: appClient.id };
};

const writes: Write[] = [
  {
    operation: "CreateUserPoolClient",
    make() {
      const before = strict.pool.appClients.size;
      const command = new CreateUserPoolClientCommand({ UserPoolId: strict.poolId, ClientName: "new" });
      return {
        send: (abortSignal) => api.send(command, { abortSignal }),
        effect: () => strict.pool.appClients.size - before,
      };
    },
  },
  {
    operation: "UpdateUserPoolClient",
    make() {
      const { appClient, ...pair } = ids();
      const command = new UpdateUserPoolClientCommand({ ...pair, AuthSessionValidity: 5 });
      return {
        send: (abortSignal) => api.send(command, { abortSignal }),
        effect: () => (appClient.settings["AuthSessionValidity"] === 5 ? 1 : 0),
      };
    },
  },
  {
    operation: "DeleteUserPoolClient",
    make() {
      const { appClient, ...pair } = ids();
      return {
        send: (abortSignal) => api.send(new DeleteUserPoolClientCommand(pair), { abortSignal }),
        effect: () => (strict.truth(appClient.id) === undefined ? 1 : 0),
      };
    },
  },
  {
    operation: "AddUserPoolClientSecret",
    make() {
      const { appClient, ...pair } = ids();
      return {
        send: (abortSignal) => api.send(new AddUserPoolClientSecretCommand(pair), { abortSignal }),
        effect: () => appClient.secrets.length - 1,
      };
    },
  },
  {
    operation: "DeleteUserPoolClientSecret",
    make() {
      const { appClient, ...pair } = ids(2);
      const command = new DeleteUserPoolClientSecretCommand({ ...pair, ClientSecretId: appClient.secrets[0]?.id });
      return {
        send: (abortSignal) => api.send(command, { abortSignal }),
        effect: () => 2 - appClient.secrets.length,
      };
    },
  },
  {
    operation: "CreateManagedLoginBranding",
    make() {
      const { appClient, ...pair } = ids();
      const command = new CreateManagedLoginBrandingCommand({ ...pair, UseCognitoProvidedValues: true });
      return {
        send: (abortSignal) => api.send(command, { abortSignal }),
        effect: () => (appClient.brandingId === undefined ? 0 : 1),
      };
    },
  },
];

describe.each(writes)("$operation", ({ operation, make }) => {
  test.each(faults(patience * 2).map((fault) => [fault.name, fault] as const))("%s", async (name, fault) => {
    proxy.reset();
    proxy.conduct = only(operation, fault.conduct, passOn);
    const { send, effect } = make();
    const caller = fault.late ? AbortSignal.timeout(patience) : new AbortController().signal;
    // The SDK waits on after a 101, whatever the signal says; whoever writes has to give up by themselves.
    const gaveUp = new Promise<unknown>((resolve) => caller.addEventListener("abort", () => resolve(caller.reason)));
    const answered = send(caller).then(
      () => undefined,
      (error: unknown) => error,
    );
    const failure = await Promise.race([answered, gaveUp]);
    await expect.poll(effect, { timeout: 20_000 }).toBe(fault.effect);
    expect(proxy.writes()).toEqual([operation]);
    // An empty answer is taken for an empty success, and nobody checks whom one is about: whoever writes has to look at it.
    if (!/^(?:no fault|empty answer|an answer about another)/.test(name)) expect(failure).toBeDefined();
  });
});

test("a lock is met as often as it was asked for, and nothing happens meanwhile", async () => {
  const { appClient, ...pair } = ids();
  proxy.conduct = only("UpdateUserPoolClient", lockedFirst(1), passOn);
  const update = () => api.send(new UpdateUserPoolClientCommand({ ...pair, AuthSessionValidity: 5 }));
  await expect(update()).rejects.toMatchObject({ name: "ConcurrentModificationException" });
  expect(appClient.settings).not.toHaveProperty("AuthSessionValidity");
  await update();
  expect(appClient.settings["AuthSessionValidity"]).toBe(5);
});
