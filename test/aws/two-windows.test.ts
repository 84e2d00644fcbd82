import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type ApplyOptions, type Change, fileLocks, type Plan, type Result } from "../../deploy/index.ts";
import { type CountProxy, passOn, startCountProxy } from "../support/count-proxy.ts";
import { type Scene, sceneAt, spec } from "../support/deploy-scene.ts";
import { temporaryFolder } from "../support/process.ts";
import { type StrictCognito, startStrictCognito } from "../support/strict-cognito/index.ts";

/** Two clicks, two windows, a window and a command: whatever is written, there is one write. */
let strict: StrictCognito;
let proxy: CountProxy;
let windows: readonly [Scene, Scene];
const stack = new AsyncDisposableStack();

beforeAll(async () => {
  strict = stack.use(
    await startStrictCognito({ pool: { domain: { name: "d", custom: false, managedLoginVersion: 2 } } }),
  );
  proxy = stack.use(await startCountProxy(strict.url));
  const folder = stack.use(temporaryFolder("windows")).path;
  const locks = fileLocks(folder);
  const window = () => sceneAt(proxy.url, folder, strict.poolId, { locks });
  windows = [await window(), await window()];
});
beforeEach(() => {
  strict.pool.appClients.clear();
  proxy.conduct = passOn;
  proxy.reset();
});
afterAll(() => stack.disposeAsync());

const live = { ClientName: "web", CallbackURLs: ["https://a.example/cb"] };
const wish = () => spec({ UserPoolId: strict.poolId, ClientName: "web", CallbackURLs: ["https://b.example/cb"] });
const prod = { name: "prod", protected: true };
const target = (clientId: string) => ({ poolId: strict.poolId, clientId, environment: prod });

interface Act {
  readonly name: string;
  readonly secrets: 0 | 1 | 2;
  readonly plan: (window: Scene, id: string) => Promise<Result<Plan<Change> | undefined>>;
  readonly more?: () => Partial<ApplyOptions>;
}
const acts: readonly Act[] = [
  {
    name: "create",
    secrets: 0,
    plan: ({ deploy, connection }) => deploy.plan(connection, wish(), { environment: prod }),
    more: () => ({ current: wish() }),
  },
  {
    name: "update",
    secrets: 0,
    plan: ({ deploy, connection }, clientId) =>
      deploy.planUpdate(connection, { source: wish(), clientId, environment: prod }),
    more: () => ({ current: wish() }),
  },
  {
    name: "delete",
    secrets: 0,
    plan: ({ deploy, connection }, id) => deploy.planDelete(connection, target(id)),
    more: () => ({ typedName: "web" }),
  },
  {
    name: "add a secret",
    secrets: 1,
    plan: ({ deploy, connection }, id) => deploy.planSecrets(connection, target(id), { action: "add" }),
  },
  {
    name: "delete a secret",
    secrets: 2,
    plan({ deploy, connection }, id) {
      const secretId = strict.pool.appClients.get(id)?.secrets[0]?.id ?? "";
      return deploy.planSecrets(connection, target(id), { action: "delete", secretId });
    },
  },
  {
    name: "give a style",
    secrets: 0,
    plan: ({ deploy, connection }, id) => deploy.planBranding(connection, target(id)),
  },
];

describe.each(acts.map((act) => [act.name, act] as const))("%s", (_name, act) => {
  const start = () => (act.name === "create" ? "" : strict.addAppClient(live, { secrets: act.secrets }).id);
  const planIn = async (window: Scene, id: string) => {
    const planned = await act.plan(window, id);
    if (!planned.ok || !planned.value) throw new Error(planned.ok ? "nothing to do" : planned.problem.message);
    return planned.value;
  };
  const apply = ({ deploy }: Scene, plan: Plan<Change>, typed = ["prod"]) =>
    deploy.apply(plan, { confirmed: plan.digest, typedEnvironments: typed, ...act.more?.() });
  const done = (results: readonly Awaited<ReturnType<typeof apply>>[]) =>
    results.filter((result) => result.ok && result.value[0]?.outcome === "done").length;

  test("one write for two clicks, which have one answer", async () => {
    const plan = await planIn(windows[0], start());
    const [first, second] = await Promise.all([apply(windows[0], plan), apply(windows[0], plan)]);
    expect(first).toBe(second);
    expect([done([first]), proxy.writes().length]).toEqual([1, 1]);
  });

  test("one write for two windows at once", async () => {
    const id = start();
    const plans = [await planIn(windows[0], id), await planIn(windows[1], id)] as const;
    // The write waits for the other window's answer, so that they are at once on a slow machine, too.
    let answered = () => {};
    const first = new Promise<void>((resolve) => {
      answered = resolve;
    });
    proxy.conduct = async (call) => {
      if (proxy.writes().length > 0) await first;
      return passOn(call);
    };
    const both = [apply(windows[0], plans[0]), apply(windows[1], plans[1])];
    void Promise.race(both).then(answered);
    const results = await Promise.all(both);
    expect([done(results), proxy.writes().length]).toEqual([1, 1]);
    const refused = results.find((result) => !result.ok);
    expect(refused && !refused.ok && refused.problem.message).toContain("Another window or command");
  });

  test("one write for two windows one after the other: the second plan is not what is there any more", async () => {
    const id = start();
    const plans = [await planIn(windows[0], id), await planIn(windows[1], id)] as const;
    const results = [await apply(windows[0], plans[0]), await apply(windows[1], plans[1])];
    expect(proxy.writes()).toHaveLength(1);
    // What is to be gone, or there, is so: that is no failure.
    expect(done(results)).toBe(["delete", "give a style"].includes(act.name) ? 2 : 1);
  });

  test.each([[[]], [["dev"]], [["Prod"]], [["prod "]]])(
    "protected, and %j was typed: nothing is sent",
    async (typed) => {
      const plan = await planIn(windows[0], start());
      expect(await apply(windows[0], plan, typed)).toMatchObject({ ok: false, problem: { kind: "cancelled" } });
      expect(proxy.writes()).toEqual([]);
    },
  );
});
