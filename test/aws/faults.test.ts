import { setTimeout as sleep } from "node:timers/promises";
import { CreateUserPoolClientCommand } from "@aws-sdk/client-cognito-identity-provider";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type CreateChange, memoryJournal, type Note, type Outcome } from "../../deploy/index.ts";
import { type LocalCognito, startCognitoLocal } from "../support/cognito-local.ts";
import { type CountProxy, startCountProxy } from "../support/count-proxy.ts";
import { impatient, planned, quick, type Scene, sceneAt, spec } from "../support/deploy-scene.ts";
import { awsError, emulated, faults, only, startDoor, throttledFirst } from "../support/fault-proxy.ts";
import { temporaryFolder } from "../support/process.ts";

const late = impatient.answer * 2;
let cognito: LocalCognito;
let proxy: CountProxy;
let scene: Scene;
let hasty: Scene;
const stack = new AsyncDisposableStack();

beforeAll(async () => {
  cognito = stack.use(await startCognitoLocal());
  proxy = stack.use(await startCountProxy(cognito.url, emulated));
  const { path } = stack.use(temporaryFolder("faults"));
  const journal = memoryJournal();
  scene = await sceneAt(proxy.url, path, cognito.poolId, { journal });
  hasty = await sceneAt(proxy.url, path, cognito.poolId, { journal, timing: impatient });
});
afterAll(() => stack.disposeAsync());

let number = 0;
const nextSpec = () =>
  spec({
    UserPoolId: cognito.poolId,
    ClientName: `fault ${number++}`,
    GenerateSecret: true,
    CallbackURLs: ["https://a.example/cb"],
  });

async function create(source = nextSpec(), at = scene): Promise<Outcome<CreateChange>> {
  const plan = await planned(at, source);
  const result = await at.deploy.apply(plan, { confirmed: plan.digest, current: source });
  if (!result.ok) throw new Error(result.problem.message);
  const [outcome] = result.value;
  if (!outcome) throw new Error("no outcome");
  return outcome;
}

async function inPool(name: string) {
  return (await cognito.appClients()).filter(({ ClientName }) => ClientName === name);
}

describe("a create meets a fault", () => {
  test.each(faults(late).map((fault) => [fault.name, fault] as const))("%s", async (_name, fault) => {
    const meets = only("CreateUserPoolClient", fault.conduct);
    const empty = { status: 200, headers: {}, body: Buffer.from(JSON.stringify({ UserPoolClients: [] })) };
    proxy.conduct = (call) =>
      fault.hidden && call.operation === "ListUserPoolClients" ? call.answer(empty) : meets(call);
    proxy.reset();
    const outcome = await create(nextSpec(), fault.late ? hasty : scene);
    const sent = proxy.writes();
    proxy.conduct = emulated;
    await sleep(fault.name.startsWith("takes effect only") ? late : 0);
    const found = await inPool(outcome.change.clientName);

    expect(fault.allowed).toContain(outcome.outcome);
    expect(found).toHaveLength(fault.effect);
    expect(sent).toHaveLength(fault.name === "throttled every time" ? quick.throttle.length + 1 : 1);
    if (outcome.outcome === "done") expect(outcome.clientId).toBe(found[0]?.ClientId);
    if (outcome.outcome === "unknown") {
      expect(outcome.problem.next).toEqual({ kind: "look-again" });
      expect(await scene.deploy.pending()).toMatchObject([
        { id: outcome.record.id, clientName: outcome.change.clientName },
      ]);
      await scene.deploy.dismissPending(outcome.record);
    }
    expect(await scene.deploy.pending()).toEqual([]);
  });
});

test("an answer that was lost after the effect is found again, with its secret", async () => {
  proxy.conduct = only("CreateUserPoolClient", async (call) => {
    await call.forward();
    call.response.destroy();
  });
  const outcome = await create();
  proxy.conduct = emulated;
  const [found] = await inPool(outcome.change.clientName);
  if (outcome.outcome !== "done") expect.fail(outcome.outcome);
  expect(outcome).toMatchObject({ adopted: true, hasSecret: true, clientId: found?.ClientId });
  expect(outcome.takeSecret()).toBe(found?.ClientSecret);
  expect(outcome.takeSecret()).toBeUndefined();
});

test("500 and nothing in the pool: unknown, since it may appear later", async () => {
  proxy.conduct = only("CreateUserPoolClient", (call) =>
    call.answer(awsError(500, "InternalErrorException", "Internal error")),
  );
  const outcome = await create();
  proxy.conduct = emulated;
  expect(outcome).toMatchObject({ outcome: "unknown", problem: { next: { kind: "look-again" } } });
  if (outcome.outcome === "unknown") await scene.deploy.dismissPending(outcome.record);
});

test("throttling answers are waited out, visibly, and one app client comes of it", async () => {
  proxy.conduct = only("CreateUserPoolClient", throttledFirst(2));
  const source = nextSpec();
  const plan = await planned(scene, source);
  const waits: (number | undefined)[] = [];
  const result = await scene.deploy.apply(plan, {
    confirmed: plan.digest,
    current: source,
    onProgress: ({ phase, waitMs }) => phase === "throttled" && waits.push(waitMs),
  });
  proxy.conduct = emulated;
  expect(result).toMatchObject({ ok: true, value: [{ outcome: "done", adopted: false }] });
  expect(waits).toEqual(quick.throttle.slice(0, 2));
});

test("a refused connection says that nothing was sent", async () => {
  await using door = await startDoor(proxy.url);
  await using folder = temporaryFolder("door");
  const memory = memoryJournal();
  const journal = {
    ...memory,
    put: async (record: Note) => {
      await memory.put(record);
      await door.shut();
    },
  };
  const behind = await sceneAt(door.url, folder.path, cognito.poolId, { journal });
  proxy.reset();
  const outcome = await create(nextSpec(), behind);
  expect(outcome).toMatchObject({
    outcome: "not-done",
    problem: { kind: "network", aws: { name: "ECONNREFUSED" } },
  });
  expect(proxy.writes()).toEqual([]);
  expect(await memory.list()).toEqual([]);
});

test("a list that lags behind does not take back what it has shown", async () => {
  let looks = 0;
  proxy.conduct = async (call) => {
    if (call.operation === "CreateUserPoolClient") {
      await call.forward();
      return call.answer(awsError(500, "InternalErrorException", "Internal error"));
    }
    if (call.operation === "ListUserPoolClients" && proxy.calls.includes("CreateUserPoolClient") && ++looks > 1) {
      return call.answer({ status: 200, headers: {}, body: Buffer.from(JSON.stringify({ UserPoolClients: [] })) });
    }
    return emulated(call);
  };
  const outcome = await create();
  proxy.conduct = emulated;
  const [found] = await inPool(outcome.change.clientName);
  expect(looks).toBe(quick.lookUp.length);
  expect(outcome).toMatchObject({ outcome: "unknown", candidates: [{ id: found?.ClientId }] });
});

test.each([
  ["ever new tokens", (looks: number) => `token ${looks}`],
  ["the same token again", () => "token"],
])("a list without an end is no list: %s", async (_what, token) => {
  let looks = 0;
  proxy.conduct = (call) =>
    call.operation === "ListUserPoolClients"
      ? call.answer({
          status: 200,
          headers: {},
          body: Buffer.from(JSON.stringify({ UserPoolClients: [], NextToken: token(++looks) })),
        })
      : emulated(call);
  const plan = await planned(scene, nextSpec());
  expect(plan.changes[0]?.sameName).toBeUndefined();
  expect(plan.changes[0]?.denied).toContainEqual(expect.objectContaining({ message: "list without an end" }));
  proxy.conduct = emulated;
});

describe("somebody else is at work in the same pool", () => {
  const rival = (name: string, settings: object) =>
    cognito.api.send(new CreateUserPoolClientCommand({ UserPoolId: cognito.poolId, ClientName: name, ...settings }));
  const same = { GenerateSecret: true, CallbackURLs: ["https://a.example/cb"] };

  test("another app client of that name with other settings is never taken for ours", async () => {
    proxy.conduct = only("CreateUserPoolClient", async (call) => {
      await rival(JSON.parse(call.body.toString()).ClientName, { CallbackURLs: ["https://b.example/cb"] });
      call.response.destroy();
    });
    const outcome = await create();
    proxy.conduct = emulated;
    const [theirs] = await inPool(outcome.change.clientName);
    expect(outcome).toMatchObject({ outcome: "unknown", candidates: [{ id: theirs?.ClientId }] });
  });

  test("two new ones of that name: which is ours cannot be told", async () => {
    proxy.conduct = only("CreateUserPoolClient", async (call) => {
      await rival(JSON.parse(call.body.toString()).ClientName, same);
      await call.forward();
      call.response.destroy();
    });
    const outcome = await create();
    proxy.conduct = emulated;
    expect(outcome.outcome).toBe("unknown");
    expect(outcome.outcome === "unknown" && outcome.candidates).toHaveLength(2);
  });

  test("one like ours is there at the first look, and ours only at the second: not taken for ours", async () => {
    let ours: (() => Promise<unknown>) | undefined;
    let looks = 0;
    proxy.conduct = async (call) => {
      if (call.operation === "CreateUserPoolClient") {
        await rival(JSON.parse(call.body.toString()).ClientName, same);
        ours = call.forward;
        return void call.response.destroy();
      }
      if (ours && call.operation === "ListUserPoolClients" && ++looks === 2) await ours();
      return emulated(call);
    };
    const outcome = await create();
    proxy.conduct = emulated;
    expect(outcome.outcome === "unknown" && outcome.candidates).toHaveLength(2);
  });

  test("one that appeared after the plan was shown stops the create", async () => {
    const source = nextSpec();
    const plan = await planned(scene, source);
    await rival(plan.changes[0]?.clientName ?? "", same);
    proxy.reset();
    const result = await scene.deploy.apply(plan, { confirmed: plan.digest, current: source });
    expect(result).toMatchObject({
      ok: true,
      value: [{ outcome: "not-done", problem: { kind: "changed", next: { kind: "plan-again" } } }],
    });
    expect(proxy.writes()).toEqual([]);
  });
});

test("without permission to list, a lost answer stays unknown", async () => {
  const denied = awsError(
    400,
    "AccessDeniedException",
    "User is not authorized to perform: cognito-idp:ListUserPoolClients",
  );
  proxy.conduct = (call) => {
    if (call.operation === "ListUserPoolClients") return call.answer(denied);
    if (call.operation === "CreateUserPoolClient") return void call.response.destroy();
    return emulated(call);
  };
  const outcome = await create();
  proxy.conduct = emulated;
  expect(outcome.change.sameName).toBeUndefined();
  expect(outcome).toMatchObject({ outcome: "unknown", record: { clientName: outcome.change.clientName } });
  expect(outcome.outcome === "unknown" && outcome.record.knownIds).toBeUndefined();
});
