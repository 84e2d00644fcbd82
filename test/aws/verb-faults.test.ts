import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import type { ApplyOptions, Change, Outcome, Plan, Result } from "../../deploy/index.ts";
import { type CountProxy, passOn, startCountProxy } from "../support/count-proxy.ts";
import { quick, type Scene, sceneAt, spec } from "../support/deploy-scene.ts";
import { type Fault, faults } from "../support/fault-proxy.ts";
import { temporaryFolder } from "../support/process.ts";
import { omittedAnswers, type StrictCognito, startStrictCognito } from "../support/strict-cognito/index.ts";

/**
 * Updates, deletes, secrets and styles, each with every fault, and then a thousand with faults drawn at random: whatever
 * happens, there is one effect at most, and what the user is told is true when the dust has settled. What is there is read
 * from the server. `SEED=n` repeats a run.
 */
const seed = Number(process.env["SEED"] ?? 20_261_126);
const WORKERS = 10;
const RANDOM = 1_000 / WORKERS;
const timing = { ...quick, answer: 250, lookUp: [0, 10, 20, 40] };
const late = timing.answer * 2;
const known = faults(late);

const web = {
  ClientName: "web",
  CallbackURLs: ["https://a.example/cb"],
  AuthSessionValidity: 5,
  EnableTokenRevocation: false,
  RefreshTokenValidity: 90,
};

interface Stage {
  readonly strict: StrictCognito;
  readonly proxy: CountProxy;
  readonly scene: Scene;
}

/** One thing that is done to an app client, and what of the server's truth shows that it happened. */
interface Act {
  readonly name: string;
  readonly operation: string;
  readonly secrets: 0 | 1 | 2;
  plan(stage: Stage, clientId: string): Promise<Result<Plan<Change> | undefined>>;
  readonly typed?: Partial<ApplyOptions>;
  readonly source?: (poolId: string) => ReturnType<typeof spec>;
  /** How often it has happened. */
  happened(stage: Stage, clientId: string): number;
}

const wish = (poolId: string) =>
  spec({ UserPoolId: poolId, ClientName: "web", CallbackURLs: ["https://b.example/cb"] });
const target = ({ strict }: Stage, clientId: string) => ({ poolId: strict.poolId, clientId });
const secretsOf = ({ strict }: Stage, id: string) => strict.pool.appClients.get(id)?.secrets ?? [];

const acts: readonly Act[] = [
  {
    name: "update",
    operation: "UpdateUserPoolClient",
    secrets: 1,
    source: wish,
    plan: ({ scene, strict }, clientId) =>
      scene.deploy.planUpdate(scene.connection, { source: wish(strict.poolId), clientId }),
    happened({ strict }, id) {
      const { CallbackURLs, AuthSessionValidity, EnableTokenRevocation, RefreshTokenValidity } = strict.truth(id) ?? {};
      // Nothing is ever reset that nobody asked to reset.
      expect({ AuthSessionValidity, EnableTokenRevocation, RefreshTokenValidity }).toEqual({
        AuthSessionValidity: 5,
        EnableTokenRevocation: false,
        RefreshTokenValidity: 90,
      });
      return CallbackURLs?.[0] === "https://b.example/cb" ? 1 : 0;
    },
  },
  {
    name: "delete",
    operation: "DeleteUserPoolClient",
    secrets: 0,
    typed: { typedName: "web" },
    plan: (stage, id) => stage.scene.deploy.planDelete(stage.scene.connection, target(stage, id)),
    happened: ({ strict }, id) => (strict.truth(id) ? 0 : 1),
  },
  {
    name: "add a secret",
    operation: "AddUserPoolClientSecret",
    secrets: 1,
    plan: (stage, id) => stage.scene.deploy.planSecrets(stage.scene.connection, target(stage, id), { action: "add" }),
    happened: (stage, id) => secretsOf(stage, id).length - 1,
  },
  {
    name: "delete a secret",
    operation: "DeleteUserPoolClientSecret",
    secrets: 2,
    plan(stage, id) {
      const secretId = secretsOf(stage, id)[0]?.id ?? "";
      return stage.scene.deploy.planSecrets(stage.scene.connection, target(stage, id), { action: "delete", secretId });
    },
    happened: (stage, id) => 2 - secretsOf(stage, id).length,
  },
  {
    name: "give a style",
    operation: "CreateManagedLoginBranding",
    secrets: 0,
    plan: (stage, id) => stage.scene.deploy.planBranding(stage.scene.connection, target(stage, id)),
    happened: ({ strict }, id) => (strict.pool.appClients.get(id)?.brandingId === undefined ? 0 : 1),
  },
];

async function setStage(stack: AsyncDisposableStack): Promise<Stage> {
  const strict = stack.use(
    await startStrictCognito({ pool: { domain: { name: "d", custom: false, managedLoginVersion: 2 } } }),
  );
  const proxy = stack.use(await startCountProxy(strict.url));
  const scene = await sceneAt(proxy.url, stack.use(temporaryFolder("verbs")).path, strict.poolId, { timing });
  return { strict, proxy, scene };
}

interface Told {
  readonly act: Act;
  readonly id: string;
  readonly outcome: Outcome;
  readonly writes: number;
}

/** Plans without faults, then sends with one. */
async function send(stage: Stage, act: Act, fault: Fault): Promise<Told> {
  const { strict, proxy, scene } = stage;
  proxy.conduct = passOn;
  const { id } = strict.addAppClient(web, { secrets: act.secrets });
  const planned = await act.plan(stage, id);
  if (!planned.ok || !planned.value) throw new Error(planned.ok ? "nothing to do" : planned.problem.message);
  proxy.reset();
  proxy.conduct = (call) => (call.operation === act.operation ? fault.conduct(call) : passOn(call));
  const current = act.source?.(strict.poolId);
  const options = { confirmed: planned.value.digest, ...act.typed, ...(current ? { current } : {}) };
  const result = await scene.deploy.apply(planned.value, options);
  const writes = proxy.writes().length;
  if (!result.ok) throw new Error(result.problem.message);
  const [outcome] = result.value;
  if (!outcome) throw new Error("no outcome");
  return { act, id, outcome, writes };
}

function holds(stage: Stage, { act, id, outcome, writes }: Told): boolean {
  const happened = act.happened(stage, id);
  if (happened > 1 || writes < happened) return false;
  if (outcome.outcome === "done") return happened === 1;
  return outcome.outcome === "unknown" || happened === 0;
}

test.each(acts.map((act) => [act.name, act] as const))(
  "%s, with each fault",
  { timeout: 120_000 },
  async (_name, act) => {
    await using stack = new AsyncDisposableStack();
    const stage = await setStage(stack);
    for (const fault of known) {
      const told = await send(stage, act, fault);
      if (fault.late) await sleep(late);
      const { outcome, writes } = told;
      expect({
        fault: fault.name,
        allowed: fault.allowed.includes(outcome.outcome),
        said: outcome.outcome,
      }).toMatchObject({
        allowed: true,
      });
      expect({ fault: fault.name, happened: act.happened(stage, told.id) }).toEqual({
        fault: fault.name,
        happened: fault.effect,
      });
      expect(writes).toBe(fault.name === "throttled every time" ? timing.throttle.length + 1 : 1);
      const notes = await stage.scene.deploy.pending();
      expect(notes.map(({ clientId }) => clientId)).toEqual(outcome.outcome === "unknown" ? [told.id] : []);
      for (const note of notes) await stage.scene.deploy.dismissPending(note);
    }
  },
);

test("a thousand at random: one effect at most, and never a wrong claim", { timeout: 400_000 }, async () => {
  const lies = await Promise.all(Array.from({ length: WORKERS }, (_, worker) => work(worker)));
  expect(lies.flat()).toEqual([]);
});

async function work(worker: number): Promise<unknown[]> {
  await using stack = new AsyncDisposableStack();
  const next = random(seed + worker);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
  const stage = await setStage(stack);
  const told: (Told & { fault: string })[] = [];
  for (let number = 0; number < RANDOM; number++) {
    stage.strict.knobs.omitted = pick(omittedAnswers);
    stage.strict.knobs.describeLag = pick([0, 0, 0, 1, 2]);
    const fault = pick(known);
    told.push({ ...(await send(stage, pick(acts), fault)), fault: fault.name });
  }
  await sleep(late);
  expect(told).toHaveLength(RANDOM);
  return told
    .filter((each) => !holds(stage, each))
    .map(({ act, fault, outcome, writes, id }) => ({
      act: act.name,
      fault,
      said: outcome.outcome,
      writes,
      happened: act.happened(stage, id),
    }));
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
