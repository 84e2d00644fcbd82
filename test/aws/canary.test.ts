import { inspect } from "node:util";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { confirmation, memoryJournal, type Note, type Outcome, planText, remarks } from "../../deploy/index.ts";
import { sessionOf } from "../../deploy/sign-in/connection.ts";
import { type LocalCognito, startCognitoLocal } from "../support/cognito-local.ts";
import { type Answer, type Conduct, type CountProxy, passOn, startCountProxy } from "../support/count-proxy.ts";
import { impatient, planned, type Scene, sceneAt, spec } from "../support/deploy-scene.ts";
import { awsError, emulated, faults, only } from "../support/fault-proxy.ts";
import { temporaryFolder } from "../support/process.ts";

/** Two canaries: the secret that AWS returns, and the one that somebody wrote into a spec. They must not be seen anywhere. */
const fromAws = "canaryFromAwsAAAAAAAAAAAAAAAAAA";
const fromSpec = "canaryFromSpecBBBBBBBBBBBBBBBB";

let cognito: LocalCognito;
let proxy: CountProxy;
let scene: Scene;
let hasty: Scene;
let folder: string;
/** Every text that could reach a person, a file or a log. */
let sinks: Record<string, string[]>;
const stack = new AsyncDisposableStack();

beforeAll(async () => {
  cognito = stack.use(await startCognitoLocal());
  proxy = stack.use(await startCountProxy(cognito.url, emulated));
  folder = stack.use(temporaryFolder("canary")).path;
  const records = memoryJournal();
  const journal = {
    ...records,
    put(record: Note) {
      see("journal", record);
      return records.put(record);
    },
  };
  const ports = { journal, log: (record: unknown) => see("log", record) };
  scene = await sceneAt(proxy.url, folder, cognito.poolId, ports);
  hasty = await sceneAt(proxy.url, folder, cognito.poolId, { ...ports, timing: impatient });
});
afterEach(() => {
  vi.restoreAllMocks();
  proxy.conduct = emulated;
});
afterAll(() => stack.disposeAsync());

/** Everything of a value that any printer would find, functions' insides excepted. */
function see(sink: string, value: unknown): void {
  const text =
    typeof value === "string"
      ? value
      : `${JSON.stringify(value)} ${inspect(value, { depth: null, showHidden: true, getters: true })}`;
  sinks ??= {};
  sinks[sink] = [...(sinks[sink] ?? []), text];
}

function listenToProcess(): void {
  for (const name of ["log", "info", "warn", "error", "debug", "trace"] as const) {
    vi.spyOn(console, name).mockImplementation((...all) => see("console", all));
  }
  vi.spyOn(process, "emitWarning").mockImplementation((...all: unknown[]) => see("warnings", all));
}

/** Puts the canary where AWS would return a secret. */
function withCanary(answer: Answer): Answer {
  const body = JSON.parse(answer.body.toString()) as { UserPoolClient?: object };
  if (answer.status !== 200 || !body.UserPoolClient) return answer;
  return {
    ...answer,
    body: Buffer.from(JSON.stringify({ UserPoolClient: { ...body.UserPoolClient, ClientSecret: fromAws } })),
  };
}

function leakyAws(conduct: Conduct): Conduct {
  return (call) => {
    if (!/UserPoolClient$/.test(call.operation)) return emulated(call);
    const real = { ...call, forward: async () => withCanary(await call.forward()) };
    return call.operation === "CreateUserPoolClient" ? conduct(real) : passOn(real);
  };
}

async function watched(members: object, at = scene): Promise<Outcome | undefined> {
  const source = spec({
    UserPoolId: cognito.poolId,
    ClientName: `canary ${Math.random()}`,
    CallbackURLs: ["https://a.example/cb"],
    ...members,
  });
  const plan = await at.deploy.plan(at.connection, source);
  see("plan", plan);
  if (!plan.ok) return undefined;
  see("plan text", planText(plan.value));
  for (const item of plan.value.changes)
    see("confirmation", [confirmation(plan.value, item), remarks(plan.value, item)]);
  const result = await at.deploy.apply(plan.value, {
    confirmed: plan.value.digest,
    current: source,
    onProgress: (progress) => see("progress", progress),
  });
  see("result", result);
  const [outcome] = result.ok ? result.value : [];
  for (const record of await at.deploy.pending()) {
    see("resolution", await at.deploy.resolvePending(record, at.connection));
    await at.deploy.dismissPending(record);
  }
  if (outcome?.outcome === "done")
    see("described", await at.deploy.describe(at.connection, cognito.poolId, outcome.clientId));
  return outcome;
}

function expectSilence(): void {
  for (const [sink, texts] of Object.entries(sinks)) {
    for (const canary of [fromAws, fromSpec])
      expect(
        texts.filter((text) => text.includes(canary)),
        sink,
      ).toEqual([]);
  }
}

const secrets = { "a generated secret": { GenerateSecret: true }, "a secret in the spec": { ClientSecret: fromSpec } };

describe.each(Object.entries(secrets))("%s is not seen", (_what, members) => {
  test.each(faults(impatient.answer * 2).map((fault) => [fault.name, fault] as const))("%s", async (_name, fault) => {
    sinks = {};
    listenToProcess();
    proxy.conduct = leakyAws(fault.conduct);
    await watched(members, fault.late ? hasty : scene);
    expectSilence();
    expect(Object.keys(sinks)).toEqual(
      expect.arrayContaining(["log", "journal", "plan", "plan text", "confirmation", "progress", "result"]),
    );
  });
});

test("the secret that AWS returned is to be had once, from one place", async () => {
  sinks = {};
  proxy.conduct = leakyAws(passOn);
  const outcome = await watched({ GenerateSecret: true });
  if (outcome?.outcome !== "done") expect.fail(outcome?.outcome ?? "nothing");
  expect(outcome.hasSecret).toBe(true);
  expect(outcome.takeSecret()).toBe(fromAws);
  expect(outcome.takeSecret()).toBeUndefined();
});

test("a forgotten secret is gone", async () => {
  sinks = {};
  proxy.conduct = leakyAws(passOn);
  const outcome = await watched({ GenerateSecret: true });
  if (outcome?.outcome !== "done") expect.fail(outcome?.outcome ?? "nothing");
  outcome.forgetSecret();
  expect(outcome.takeSecret()).toBeUndefined();
});

test.each([
  [
    "AWS repeats the secret in a validation message",
    `1 validation error detected: Value '${fromSpec}' at 'clientSecret' failed to satisfy constraint: Member must have length less than or equal to 64`,
  ],
  ["AWS repeats it somewhere else", `Something about ${fromSpec} is wrong`],
])("%s", async (_what, message) => {
  sinks = {};
  proxy.conduct = only("CreateUserPoolClient", (call) =>
    call.answer(awsError(400, "InvalidParameterException", message)),
  );
  const outcome = await watched({ ClientSecret: fromSpec });
  expectSilence();
  if (outcome?.outcome !== "not-done") expect.fail(outcome?.outcome ?? "nothing");
  expect(outcome.problem.aws).toMatchObject({ name: "InvalidParameterException", requestId: expect.any(String) });
  expect(outcome.problem.aws).not.toHaveProperty("message");
});

test.each([
  ["a secret that breaks the rules", { ClientSecret: `${fromSpec}-/=` }],
  ["a secret that is too long", { ClientSecret: fromSpec.repeat(4) }],
  ["a secret with a placeholder in it", { ClientSecret: `${fromSpec}\${STAGE}` }],
  ["a secret of the wrong type", { ClientSecret: [fromSpec] }],
  ["a secret beside GenerateSecret", { ClientSecret: fromSpec, GenerateSecret: true }],
  ["a secret under a misspelt name", { clientSecret: fromSpec }],
])("%s stops the plan without being repeated", async (_what, members) => {
  sinks = {};
  expect(await watched(members)).toBeUndefined();
  expectSilence();
});

test("nothing behind the gateway has a secret in it that a printer would find", async () => {
  sinks = {};
  proxy.conduct = leakyAws(passOn);
  const gateway = sessionOf(scene.connection).gateway(cognito.poolId);
  const created = await gateway.createClient({
    UserPoolId: cognito.poolId,
    ClientName: "printed",
    GenerateSecret: true,
  });
  see("done", created);
  see("described", await gateway.describeClient(cognito.poolId, created.clientId));
  see("connection", scene.connection);
  expectSilence();
  expect(created.takeSecret()).toBe(fromAws);
});

test("the comparison of a secret happens where secrets live", async () => {
  sinks = {};
  const source = spec({
    UserPoolId: cognito.poolId,
    ClientName: "compared",
    CallbackURLs: ["https://a.example/cb"],
    ClientSecret: fromAws,
  });
  proxy.conduct = leakyAws(async (call) => {
    await call.forward();
    call.response.destroy();
  });
  const plan = await planned(scene, source);
  const result = await scene.deploy.apply(plan, { confirmed: plan.digest, current: source });
  expect(result).toMatchObject({ ok: true, value: [{ outcome: "done", adopted: true }] });
  const other = { ...source, text: source.text.replace("compared", "other one").replace(fromAws, fromSpec) };
  const second = await planned(scene, other);
  expect(await scene.deploy.apply(second, { confirmed: second.digest, current: other })).toMatchObject({
    ok: true,
    value: [{ outcome: "unknown" }],
  });
});
