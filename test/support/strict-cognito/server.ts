/**
 * A user pool service that is as strict as AWS is known to be, for what no emulator does: it resets, has secrets and
 * styles, locks, throttles, lags and refuses. What nobody knows of AWS is a knob. docs/what-aws-does.md has the list.
 */
import { createServer } from "node:http";
import type { UserPoolClientType } from "@aws-sdk/client-cognito-identity-provider";
import { emulatorApi, type LocalCognito } from "../cognito-local.ts";
import { createHooks, type Hooks } from "./hooks.ts";
import { defaultKnobs, type Knobs } from "./knobs.ts";
import { createLimits } from "./limits.ts";
import { type AppClientSeed, type PoolSeed, seedAppClient, seedPool } from "./seed.ts";
import { serve } from "./serve.ts";
import { appClientAt, changeBehind, described } from "./truth.ts";
import type { JsonObject } from "./wire.ts";
import type { AppClient, Pool, World } from "./world.ts";

/** A running server with one pool; it can stand where cognito-local stands. */
export interface StrictCognito extends LocalCognito {
  /** May be changed at any time. */
  readonly knobs: Knobs;
  readonly hooks: Hooks;
  /** All that exists. */
  readonly world: World;
  /** The first pool. */
  readonly pool: Pool;
  /** Makes another pool, in the server's region unless the seed names one. */
  addPool(seed?: PoolSeed): Pool;
  /** Makes an app client as somebody else would, in the first pool unless one is given. */
  addAppClient(members: JsonObject, seed?: AppClientSeed, pool?: Pool): AppClient;
  /** An app client as it is, however much reads lag. `undefined` when there is none. */
  truth(clientId: string): UserPoolClientType | undefined;
  /** Changes an app client as somebody else would; nothing stops or delays it. `null` resets a member. @throws when there is none */
  change(clientId: string, members: JsonObject): void;
}

export interface StrictOptions {
  readonly knobs?: Partial<Knobs>;
  /** Access key id → account id. Other keys belong to `defaultAccount`. */
  readonly accounts?: Readonly<Record<string, string>>;
  readonly region?: string;
  readonly pool?: PoolSeed;
}

/** Starts the server on a free loopback port, in this process. */
export async function startStrictCognito(options: StrictOptions = {}): Promise<StrictCognito> {
  const { accounts = {}, region = "us-east-1" } = options;
  const world: World = { pools: new Map() };
  const knobs: Knobs = { ...defaultKnobs(), ...options.knobs };
  const hooks = createHooks();
  const service = { world, knobs, hooks, limits: createLimits(knobs) };
  const server = createServer((request, response) => void serve(service, accounts, request, response));
  await new Promise<void>((resolve, reject) => server.on("error", reject).listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
  const api = emulatorApi(url, region);
  const addPool = (seed: PoolSeed = {}) => seedPool(world, knobs.clock(), { region, ...seed });
  const pool = addPool(options.pool);
  return {
    url,
    region,
    poolId: pool.id,
    api,
    knobs,
    hooks,
    world,
    pool,
    addPool,
    addAppClient: (members, seed, owner = pool) => seedAppClient(owner, knobs, members, seed),
    appClients: async () => [...pool.appClients.values()].map((each) => described(pool, each, knobs)),
    truth(clientId) {
      const found = appClientAt(world, clientId);
      return found && described(found.pool, found.appClient, knobs);
    },
    change: (clientId, members) => changeBehind(world, knobs, clientId, members),
    async [Symbol.asyncDispose]() {
      api.destroy();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}
