import { setTimeout as sleep } from "node:timers/promises";
import { CreateUserPoolCommand, ListUserPoolClientsCommand } from "@aws-sdk/client-cognito-identity-provider";
import { expect, test } from "vitest";
import { memoryJournal, type Note, type Outcome } from "../../deploy/index.ts";
import { type LocalCognito, startCognitoLocal } from "../support/cognito-local.ts";
import { type CountProxy, startCountProxy } from "../support/count-proxy.ts";
import { planned, quick, type Scene, sceneAt, spec } from "../support/deploy-scene.ts";
import { awsError, emulated, type Fault, faults, startDoor, throttledFirst } from "../support/fault-proxy.ts";
import { temporaryFolder } from "../support/process.ts";

/**
 * At least a thousand creates, each with a fault drawn at random, and at random: look-ups that fail, too, a cancel in the
 * middle, a second click, a refused connection. Whatever happens: one create leaves at most one app client, and what the
 * user is told is true when the dust has settled. `SEED=n` repeats a run.
 */
const seed = Number(process.env["SEED"] ?? 20_261_122);
const WORKERS = 6;
const CREATES = 170;
/** Each pool stays small, because the emulator writes its whole file at every create. */
const PER_POOL = 34;
const timing = { ...quick, answer: 250, lookUp: [0, 10, 20, 40] };

interface Told {
  readonly name: string;
  readonly poolId: string;
  readonly fault: Fault;
  readonly extra: string;
  readonly outcome: Outcome;
  readonly writes: number;
}

function random(state: number): () => number {
  let a = state;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const waitsMs = timing.answer * 2;
const known = faults(waitsMs);
const extras = [
  "",
  "",
  "",
  "",
  "",
  "",
  "look-up fails",
  "throttled first",
  "cancelled",
  "second click",
  "connection refused",
] as const;

test("never more than one app client for a create, and never a wrong claim", { timeout: 400_000 }, async () => {
  await using cognito = await startCognitoLocal();
  const told = (await Promise.all(Array.from({ length: WORKERS }, (_, worker) => work(worker, cognito)))).flat();
  await sleep(waitsMs);

  expect(told).toHaveLength(WORKERS * CREATES);
  const clients = new Map<string, string[]>();
  for (const poolId of new Set(told.map((each) => each.poolId))) {
    for (const { ClientName = "", ClientId = "" } of await everyClient(cognito, poolId)) {
      clients.set(ClientName, [...(clients.get(ClientName) ?? []), ClientId]);
    }
  }
  const lies = told.filter(({ name, outcome, writes }) => {
    const ids = clients.get(name) ?? [];
    if (ids.length > 1 || writes < ids.length) return true;
    if (outcome.outcome === "done") return ids[0] !== outcome.clientId;
    return outcome.outcome === "not-done" && ids.length > 0;
  });
  expect(
    lies.map(({ name, fault, extra, outcome }) => ({
      name,
      fault: fault.name,
      extra,
      said: outcome.outcome,
      ids: clients.get(name),
    })),
  ).toEqual([]);
  if (process.env["FAULT_TABLE"]) console.table(tally(told));
});

async function work(worker: number, cognito: LocalCognito): Promise<Told[]> {
  await using stack = new AsyncDisposableStack();
  const next = random(seed + worker);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
  const proxy = stack.use(await startCountProxy(cognito.url));
  const door = stack.use(await startDoor(proxy.url));
  const folder = stack.use(temporaryFolder("random"));
  const told: Told[] = [];
  const memory = memoryJournal();
  let beforeSending: (() => Promise<void>) | undefined;
  const journal = {
    ...memory,
    async put(record: Note) {
      await memory.put(record);
      await beforeSending?.();
    },
  };
  let poolId = "";
  let scene: Scene | undefined;
  for (let number = 0; number < CREATES; number++) {
    proxy.conduct = emulated;
    if (!scene || number % PER_POOL === 0) {
      poolId = await newPool(cognito, `worker ${worker} ${number}`);
      scene = await sceneAt(door.url, folder.path, poolId, { journal, timing });
    }
    const fault = pick(known);
    const extra = pick(extras);
    const name = `w${worker} n${number}`;
    const source = spec({
      UserPoolId: poolId,
      ClientName: name,
      ...(next() < 0.5 ? { GenerateSecret: true } : {}),
      CallbackURLs: ["https://a.example/cb"],
    });
    const plan = await planned(scene, source);
    proxy.reset();
    proxy.conduct = conduct(fault, extra, proxy);
    beforeSending = extra === "connection refused" ? () => door.shut() : undefined;
    const controller = new AbortController();
    const options = { confirmed: plan.digest, current: source, signal: controller.signal };
    const run = scene.deploy.apply(plan, options);
    if (extra === "cancelled") setTimeout(() => controller.abort(), next() * 40);
    const again = extra === "second click" ? scene.deploy.apply(await planned(scene, source), options) : undefined;
    const [result, second] = await Promise.all([run, again]);
    proxy.conduct = emulated;
    await door.open();
    if (!result.ok) throw new Error(result.problem.message);
    const [outcome] = result.value;
    if (!outcome) throw new Error("no outcome");
    if (second?.ok)
      for (const other of second.value)
        if (other.outcome === "done" && outcome.outcome === "done") expect(other.clientId).toBe(outcome.clientId);
    told.push({ name, poolId, fault, extra, outcome, writes: proxy.writes().length });
  }
  return told;
}

function conduct(fault: Fault, extra: string, proxy: CountProxy): CountProxy["conduct"] {
  const throttle = throttledFirst(2);
  return (call) => {
    const created = proxy.calls.includes("CreateUserPoolClient");
    if (call.operation === "CreateUserPoolClient") {
      if (extra === "throttled first" && proxy.writes().length <= 2) return throttle(call);
      return fault.conduct(call);
    }
    if (extra === "look-up fails" && created && call.operation === "ListUserPoolClients") {
      return call.answer(awsError(400, "AccessDeniedException", "not authorized"));
    }
    return emulated(call);
  };
}

async function newPool(cognito: LocalCognito, name: string): Promise<string> {
  const { UserPool } = await cognito.api.send(new CreateUserPoolCommand({ PoolName: name }));
  if (!UserPool?.Id) throw new Error("a pool without an id");
  return UserPool.Id;
}

async function everyClient(cognito: LocalCognito, UserPoolId: string) {
  const { UserPoolClients = [] } = await cognito.api.send(
    new ListUserPoolClientsCommand({ UserPoolId, MaxResults: 60 }),
  );
  return UserPoolClients;
}

function tally(told: readonly Told[]) {
  const table: Record<string, Record<string, number>> = {};
  for (const { fault, extra, outcome } of told) {
    const name = extra === "connection refused" ? extra : fault.name;
    const row = table[name] ?? { created: 0, "not-done": 0, unknown: 0 };
    table[name] = { ...row, [outcome.outcome]: (row[outcome.outcome] ?? 0) + 1 };
  }
  return table;
}
