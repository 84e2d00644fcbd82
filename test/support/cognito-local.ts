/** npm's cognito-local: a user pool service that speaks AWS's wire protocol, on a loopback port, with data of its own. */

import { createRequire } from "node:module";
import { setTimeout as sleep } from "node:timers/promises";
import {
  CognitoIdentityProviderClient,
  CreateUserPoolCommand,
  DescribeUserPoolClientCommand,
  ListUserPoolClientsCommand,
  type UserPoolClientType,
} from "@aws-sdk/client-cognito-identity-provider";
import { startProgram, temporaryFolder } from "./process.ts";

const script = createRequire(import.meta.url).resolve("cognito-local/lib/bin/start.js");

/** A running emulator with one pool. */
export interface LocalCognito extends AsyncDisposable {
  /** Base URL, as an `endpoint_url` takes it. */
  readonly url: string;
  readonly region: string;
  readonly poolId: string;
  /** The AWS SDK, talking to the emulator. */
  readonly api: CognitoIdentityProviderClient;
  /** Every app client of the pool as DescribeUserPoolClient tells it, in the order of the list. */
  appClients(): Promise<UserPoolClientType[]>;
}

/** An SDK client for an emulator; emulators accept any key. */
export function emulatorApi(url: string, region: string): CognitoIdentityProviderClient {
  return new CognitoIdentityProviderClient({
    endpoint: url,
    region,
    maxAttempts: 1,
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
  });
}

/** All app clients of a pool, described one by one. */
export async function describeAppClients(api: CognitoIdentityProviderClient, UserPoolId: string) {
  const { UserPoolClients = [] } = await api.send(new ListUserPoolClientsCommand({ UserPoolId, MaxResults: 60 }));
  const described: UserPoolClientType[] = [];
  for (const { ClientId } of UserPoolClients) {
    const { UserPoolClient } = await api.send(new DescribeUserPoolClientCommand({ UserPoolId, ClientId }));
    if (UserPoolClient) described.push(UserPoolClient);
  }
  return described;
}

/** Starts the emulator on a free port and makes a pool through its API. */
export async function startCognitoLocal(poolName = "Local users"): Promise<LocalCognito> {
  await using started = new AsyncDisposableStack();
  const folder = started.use(temporaryFolder("cognito"));
  // Port 0: the system chooses, so that no other process can take it in between.
  const env = { ...process.env, HOST: "127.0.0.1", PORT: "0" };
  const program = started.use(startProgram(process.execPath, [script], { cwd: folder.path, env }));
  let ended = false;
  void program.ended.then(() => (ended = true));
  let address: RegExpMatchArray | null = null;
  for (const deadline = Date.now() + 60_000; !address; address = program.output().match(/http:\/\/127\.0\.0\.1:\d+/)) {
    if (ended || Date.now() > deadline) throw new Error(`cognito-local did not start:\n${program.output()}`);
    await sleep(50);
  }
  const url = address[0];
  const region = "us-east-1";
  const api = started.adopt(emulatorApi(url, region), (client) => client.destroy());
  const { UserPool } = await api.send(new CreateUserPoolCommand({ PoolName: poolName }));
  const poolId = UserPool?.Id;
  if (poolId === undefined) throw new Error("cognito-local made a pool without an id");
  const owned = started.move();
  return {
    url,
    region,
    poolId,
    api,
    appClients: () => describeAppClients(api, poolId),
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}
