import { inspect } from "node:util";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import {
  type ApplyOptions,
  type Change,
  memoryJournal,
  minimalSpec,
  type Outcome,
  type Plan,
  type Result,
  type SecretsAction,
} from "../../deploy/index.ts";
import { quick, type Scene, sceneAt, spec } from "../support/deploy-scene.ts";
import { allowedActions } from "../support/iam.ts";
import { temporaryFolder } from "../support/process.ts";
import { type StrictCognito, startStrictCognito } from "../support/strict-cognito/index.ts";

const stack = new AsyncDisposableStack();
let strict: StrictCognito;
let scene: Scene;
/** One that waits 300 ms for an answer. */
let hasty: Scene;

beforeAll(async () => {
  const domain = { name: "d", custom: false, managedLoginVersion: 2 };
  strict = stack.use(await startStrictCognito({ pool: { domain } }));
  const folder = stack.use(temporaryFolder("verbs")).path;
  scene = await sceneAt(strict.url, folder, strict.poolId);
  hasty = await sceneAt(strict.url, folder, strict.poolId, {
    journal: memoryJournal(),
    timing: { ...quick, answer: 300 },
  });
});
afterEach(() => strict.hooks.clear());
afterAll(() => stack.disposeAsync());

const web = { ClientName: "web", CallbackURLs: ["https://a.example/cb"], AuthSessionValidity: 5 };
const at = (clientId: string, more: object = {}) => ({ poolId: strict.poolId, clientId, ...more });
const calls = (name: string) => scene.log.filter(({ operation }) => operation === name).length;

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.problem.message);
  return result.value;
}

async function apply<C extends Change>(
  plan: Plan<C>,
  typed: Partial<ApplyOptions<C>> = {},
  within = scene,
): Promise<Outcome<C>> {
  const result = await within.deploy.apply(plan, { confirmed: plan.digest, ...typed });
  if (!result.ok) throw new Error(result.problem.message);
  const [outcome] = result.value;
  if (!outcome) throw new Error("no outcome");
  return outcome;
}

/** The next such call is answered only after its caller has gone; it resolves then. */
function answeredLate(operation: string): Promise<void> {
  return new Promise((resolve) => {
    const run = async () => {
      await new Promise((later) => setTimeout(later, 600));
      resolve();
    };
    strict.hooks.add({ when: "after", operation, run });
  });
}

test("another account than the environment's: nothing is read for any of them", async () => {
  const { id } = strict.addAppClient(web, { secrets: 1 });
  const target = at(id, { environment: { name: "prod", account: "999999999999" } });
  scene.log.splice(0);
  const { deploy, connection } = scene;
  for (const result of [
    await deploy.planDelete(connection, target),
    await deploy.planSecrets(connection, target, { action: "add" }),
    await deploy.planBranding(connection, target),
    await deploy.readLive(connection, target),
  ])
    expect(result).toMatchObject({
      ok: false,
      problem: { message: expect.stringContaining("must be account 999999999999") },
    });
  expect(scene.log).toEqual([]);
});

describe("delete", () => {
  const planned = async (id: string, more = {}, within = scene) =>
    value(await within.deploy.planDelete(within.connection, at(id, more)));

  test("is done once, after its name was typed exactly", async () => {
    const { id } = strict.addAppClient(web, { secrets: 1 });
    const plan = await planned(id);
    expect(plan.changes).toMatchObject([
      { clientName: "web", madeByAws: false, live: { secret: "yes" }, wayBack: { ...web, GenerateSecret: true } },
    ]);
    for (const typedName of [undefined, "", "we", "Web", "web ", "webs"]) {
      const refused = await scene.deploy.apply(plan, {
        confirmed: plan.digest,
        ...(typedName === undefined ? {} : { typedName }),
      });
      expect(refused).toMatchObject({ ok: false, problem: { message: expect.stringContaining("is not web") } });
    }
    expect(strict.truth(id)).toBeDefined();
    scene.log.splice(0);
    expect(await apply(plan, { typedName: "web" })).toMatchObject({ outcome: "done", clientId: id });
    expect(strict.truth(id)).toBeUndefined();
    expect(calls("DeleteUserPoolClient")).toBe(1);
    expect(await scene.deploy.pending()).toEqual([]);
  });

  test("a protected environment's name has to be typed, too", async () => {
    const { id } = strict.addAppClient(web);
    const plan = await planned(id, { environment: { name: "prod", protected: true } });
    const typed = { confirmed: plan.digest, typedName: "web" };
    expect(await scene.deploy.apply(plan, typed)).toMatchObject({ ok: false });
    expect(await scene.deploy.apply(plan, { ...typed, typedEnvironments: ["dev"] })).toMatchObject({ ok: false });
    expect(strict.truth(id)).toBeDefined();
    expect(await apply(plan, { typedName: "web", typedEnvironments: ["prod"] })).toMatchObject({ outcome: "done" });
  });

  test("changed since it was shown: nothing is sent", async () => {
    const { id } = strict.addAppClient(web);
    const plan = await planned(id);
    strict.change(id, { AuthSessionValidity: 7 });
    expect(await apply(plan, { typedName: "web" })).toMatchObject({
      outcome: "not-done",
      problem: { kind: "changed" },
    });
    expect(strict.truth(id)).toBeDefined();
  });

  test("another write is under way: waited for while all is as it was shown, three times at most", async () => {
    const { id } = strict.addAppClient(web);
    strict.knobs.busy = 2;
    const waited = await apply(await planned(id), { typedName: "web" });
    strict.knobs.busy = 9;
    const again = strict.addAppClient(web).id;
    const gaveUp = await apply(await planned(again), { typedName: "web" });
    const left = strict.knobs.busy;
    strict.knobs.busy = 1;
    const moved = await apply(await planned(again), {
      typedName: "web",
      onProgress: ({ phase }) => phase === "throttled" && strict.change(again, { AuthSessionValidity: 9 }),
    });
    strict.knobs.busy = 0;
    expect([waited, gaveUp, moved]).toMatchObject([
      { outcome: "done" },
      { outcome: "not-done", problem: { kind: "throttled" } },
      { outcome: "not-done", problem: { kind: "changed" } },
    ]);
    expect([strict.truth(id), left]).toEqual([undefined, 5]);
    expect(strict.truth(again)).toBeDefined();
  });

  test("already gone is said as such", async () => {
    const { id } = strict.addAppClient(web);
    const plan = await planned(id);
    strict.pool.appClients.delete(id);
    expect(await apply(plan, { typedName: "web" })).toMatchObject({ outcome: "done", note: "web was already gone." });
  });

  test("the pool's last one, and one that an AWS service made", async () => {
    const pool = strict.addPool({ name: "lonely" });
    const { id } = strict.addAppClient({ ClientName: "AmazonOpenSearchService-x" }, {}, pool);
    const plan = value(await scene.deploy.planDelete(scene.connection, { poolId: pool.id, clientId: id }));
    expect(plan.changes).toMatchObject([{ last: true, madeByAws: true }]);
  });

  test("an answer that is lost: looked up", async () => {
    const { id } = strict.addAppClient(web);
    const late = answeredLate("DeleteUserPoolClient");
    expect(await apply(await planned(id, {}, hasty), { typedName: "web" }, hasty)).toMatchObject({
      outcome: "done",
      adopted: true,
    });
    await late;
  });

  test("a request that may still arrive: unknown, then deleted", async () => {
    const { id } = strict.addAppClient(web);
    const plan = await planned(id, {}, hasty);
    const held = strict.hooks.hold("DeleteUserPoolClient");
    expect(await apply(plan, { typedName: "web" }, hasty)).toMatchObject({ outcome: "unknown" });
    const [note] = await hasty.deploy.pending();
    if (!note) expect.fail("no note");
    expect(await hasty.deploy.resolvePending(note, hasty.connection)).toMatchObject({ outcome: "unknown" });
    held.release();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await hasty.deploy.resolvePending(note, hasty.connection)).toMatchObject({ outcome: "done" });
    expect(await hasty.deploy.pending()).toEqual([]);
  });
});

describe("secrets", () => {
  const planned = async (id: string, action: SecretsAction = { action: "add" }, within = scene) =>
    within.deploy.planSecrets(within.connection, at(id), action);

  test("add, then delete the old one; the value is told once and stands nowhere else", async () => {
    const appClient = strict.addAppClient(web, { secrets: 1 });
    const { id } = appClient;
    const added = await apply(value(await planned(id)));
    if (added.outcome !== "done") expect.fail(added.problem.message);
    const secret = appClient.secrets[1];
    expect(added.secretId).toBe(secret?.id);
    expect(JSON.stringify([added, scene.log, await scene.deploy.pending()])).not.toContain(secret?.value);
    expect(added.takeSecret()).toBe(secret?.value);
    expect(added.takeSecret()).toBeUndefined();

    const [old, fresh] = appClient.secrets.map((each) => each.id);
    const newest = value(await planned(id, { action: "delete", secretId: String(fresh) }));
    expect(newest.changes[0]?.warnings).toEqual([expect.stringContaining("newest")]);
    const plan = value(await planned(id, { action: "delete", secretId: String(old) }));
    expect(plan.changes[0]?.warnings).toEqual([expect.stringContaining("less than ten minutes ago")]);
    expect(await apply(plan)).toMatchObject({ outcome: "done" });
    expect(appClient.secrets.map((each) => each.id)).toEqual([fresh]);
  });

  test.each<[string, 0 | 1 | 2, object, (ids: string[]) => SecretsAction, RegExp]>([
    ["two exist already", 2, {}, () => ({ action: "add" }), /2 secrets, which is the most/],
    ["a public app client", 0, {}, () => ({ action: "add" }), /none can be added/],
    ["a dynamically registered one", 1, { type: "DCR" }, () => ({ action: "add" }), /registered dynamically/],
    ["the last one", 1, {}, ([id = ""]) => ({ action: "delete", secretId: id }), /only secret/],
    ["one that is not there", 2, {}, () => ({ action: "delete", secretId: "nope" }), /has no secret nope/],
  ])("refused before anything is sent: %s", async (_what, secrets, seed, action, message) => {
    const appClient = strict.addAppClient(web, { secrets, ...seed });
    scene.log.splice(0);
    const result = await planned(appClient.id, action(appClient.secrets.map(({ id }) => id)));
    expect(result).toMatchObject({ ok: false, problem: { kind: "refused", message: expect.stringMatching(message) } });
    expect(calls("AddUserPoolClientSecret") + calls("DeleteUserPoolClientSecret")).toBe(0);
  });

  test("not permitted to list: refused, since nobody could see which one is meant", async () => {
    const { id } = strict.addAppClient(web, { secrets: 1 });
    strict.knobs.denied = new Set(["ListUserPoolClientSecrets"]);
    expect(await planned(id)).toMatchObject({
      ok: false,
      problem: { message: expect.stringContaining("may not be listed") },
    });
    strict.knobs.denied = new Set();
  });

  test("somebody else was faster", async () => {
    const appClient = strict.addAppClient(web, { secrets: 2 });
    const [old] = appClient.secrets;
    const plan = value(await planned(appClient.id, { action: "delete", secretId: old?.id ?? "" }));
    appClient.secrets = appClient.secrets.slice(1);
    expect(await apply(plan)).toMatchObject({ outcome: "not-done", problem: { kind: "changed" } });
    expect(appClient.secrets).toHaveLength(1);
  });

  test("add, and the answer is lost: a secret whose value nobody knows is named, and nothing is added again", async () => {
    const appClient = strict.addAppClient(web, { secrets: 1 });
    const plan = value(await planned(appClient.id, { action: "add" }, hasty));
    const late = answeredLate("AddUserPoolClientSecret");
    const outcome = await apply(plan, {}, hasty);
    await late;
    expect(appClient.secrets).toHaveLength(2);
    const orphan = appClient.secrets[1];
    expect(outcome).toMatchObject({
      outcome: "unknown",
      candidates: [{ id: orphan?.id }],
      problem: { message: expect.stringContaining(`whose value nobody knows: ${orphan?.id}`) },
    });
    expect(JSON.stringify(outcome)).not.toContain(orphan?.value);
    const [note] = await hasty.deploy.pending();
    if (!note) expect.fail("no note");
    expect(await hasty.deploy.resolvePending(note, hasty.connection)).toMatchObject({
      candidates: [{ id: orphan?.id }],
    });
    await hasty.deploy.dismissPending(note);
  });

  test("add, and it may still arrive: unknown and not sent again; once it has lapsed, not done", async () => {
    const { id } = strict.addAppClient(web, { secrets: 1 });
    const plan = value(await planned(id, { action: "add" }, hasty));
    const held = strict.hooks.hold("AddUserPoolClientSecret");
    const outcome = await apply(plan, {}, hasty);
    expect(outcome).toMatchObject({
      outcome: "unknown",
      candidates: [],
      problem: { message: expect.stringContaining("has no new secret so far") },
    });
    const [note] = await hasty.deploy.pending();
    if (!note) expect.fail("no note");
    expect(await hasty.deploy.resolvePending(note, hasty.connection)).toMatchObject({ outcome: "unknown" });
    const old = { ...note, sentAt: new Date(Date.now() - 7 * 60_000).toISOString() };
    expect(await hasty.deploy.resolvePending(old, hasty.connection)).toMatchObject({ outcome: "not-done" });
    held.release();
  });

  test("add, its answer is lost, and somebody else adds one: nothing says which is whose, so none is named to be deleted", async () => {
    const appClient = strict.addAppClient(web, { secrets: 1 });
    const plan = value(await planned(appClient.id, { action: "add" }, hasty));
    const held = strict.hooks.hold("AddUserPoolClientSecret");
    const sent = apply(plan, {}, hasty);
    await held.arrived;
    const foreign = ["x", "y"].map((which) => ({ ...appClient.secrets[0], id: `${appClient.id}--${which}` }));
    appClient.secrets = [...appClient.secrets, ...(foreign as typeof appClient.secrets)];
    const outcome = await sent;
    held.release();
    expect(outcome).toMatchObject({ outcome: "unknown", candidates: foreign.map(({ id }) => ({ id })) });
    if (outcome.outcome !== "unknown") expect.fail(outcome.outcome);
    expect(outcome.problem.message).toContain("whose they are cannot be told");
    expect(outcome.problem.message).not.toContain("Delete exactly this one");
    await hasty.deploy.dismissPending(outcome.record);
  });

  test("delete, and the answer is lost: looked up", async () => {
    const appClient = strict.addAppClient(web, { secrets: 2 });
    const [old] = appClient.secrets;
    const plan = value(await planned(appClient.id, { action: "delete", secretId: old?.id ?? "" }, hasty));
    const late = answeredLate("DeleteUserPoolClientSecret");
    expect(await apply(plan, {}, hasty)).toMatchObject({ outcome: "done", adopted: true });
    await late;
    expect(await hasty.deploy.pending()).toEqual([]);
  });
});

describe("branding", () => {
  const planned = async (id: string) => value(await scene.deploy.planBranding(scene.connection, at(id)));

  test("offered where managed login has no style; given once; one that exists is a success", async () => {
    const appClient = strict.addAppClient(web);
    const [first, second] = [await planned(appClient.id), await planned(appClient.id)];
    if (!first || !second) expect.fail("nothing offered");
    scene.log.splice(0);
    expect(await apply(first)).toMatchObject({ outcome: "done", adopted: false });
    expect(appClient.brandingId).toBeDefined();
    expect(await apply(second)).toMatchObject({ outcome: "done", note: "web has a style already." });
    expect(calls("CreateManagedLoginBranding")).toBe(1);
    expect(await planned(appClient.id)).toBeUndefined();
  });

  test("a classic domain, or none, needs no style", async () => {
    for (const domain of [{ name: "classic", custom: false, managedLoginVersion: 1 }, undefined]) {
      const pool = strict.addPool({ name: "plain", ...(domain ? { domain } : {}) });
      const { id } = strict.addAppClient(web, {}, pool);
      const result = await scene.deploy.planBranding(scene.connection, { poolId: pool.id, clientId: id });
      expect(value(result)).toBeUndefined();
    }
  });
});

test("no secret is in anything that a live app client becomes, nor in what is compared", async () => {
  const appClient = strict.addAppClient(web, { secrets: 2 });
  const { id } = appClient;
  const wish = { UserPoolId: strict.poolId, ClientName: "web", GenerateSecret: true };
  const sinks = [
    await scene.deploy.describe(scene.connection, strict.poolId, id),
    await scene.deploy.readLive(scene.connection, at(id)),
    await scene.deploy.planUpdate(scene.connection, { source: spec(wish), clientId: id }),
    await scene.deploy.planDelete(scene.connection, at(id)),
    await scene.deploy.planBranding(scene.connection, at(id)),
    await scene.deploy.planSecrets(scene.connection, at(id), {
      action: "delete",
      secretId: appClient.secrets[0]?.id ?? "",
    }),
    scene.log,
  ];
  const printed = inspect(sinks, { depth: null, showHidden: true }) + JSON.stringify(sinks);
  for (const secret of appClient.secrets) expect(printed).not.toContain(secret.value);
  // After a rotation Describe shows none, and there is one.
  appClient.secrets = appClient.secrets.slice(1);
  expect(await scene.deploy.describe(scene.connection, strict.poolId, id)).toMatchObject({
    value: { hasSecret: true },
  });
  strict.knobs.denied = new Set(["ListUserPoolClientSecrets"]);
  const unknown = value(await scene.deploy.describe(scene.connection, strict.poolId, id));
  strict.knobs.denied = new Set();
  expect(unknown).not.toHaveProperty("hasSecret");
});

describe("import", () => {
  test.each<[string, object, object, object]>([
    ["nothing set", { ClientName: "a" }, {}, { ClientName: "a" }],
    ["defaults are dropped, lists keep AWS's order", { ...web, EnableTokenRevocation: true }, {}, web],
    [
      "lifetimes with the units that are not the default",
      {
        ClientName: "a",
        AccessTokenValidity: 30,
        RefreshTokenValidity: 7,
        TokenValidityUnits: { AccessToken: "minutes", RefreshToken: "days" },
      },
      {},
      {
        ClientName: "a",
        AccessTokenValidity: 30,
        RefreshTokenValidity: 7,
        TokenValidityUnits: { AccessToken: "minutes" },
      },
    ],
    ["a secret", { ClientName: "a" }, { secrets: 1 }, { ClientName: "a", GenerateSecret: true }],
  ])("%s", async (_what, members, seed, expected) => {
    const { id } = strict.addAppClient({ ...members }, seed);
    const live = value(await scene.deploy.readLive(scene.connection, at(id)));
    const minimal = minimalSpec(strict.poolId, live);
    expect(minimal).toEqual({ UserPoolId: strict.poolId, ...expected });
    // Compared with AWS: no difference.
    const plan = value(await scene.deploy.planUpdate(scene.connection, { source: spec(minimal), clientId: id }));
    expect(plan.changes).toMatchObject([{ changes: [], undeclared: [], immovable: [] }]);
  });
});

test("what is called is what docs/iam.md names", () => {
  const verbs = [
    "To read",
    "To compare and update",
    "To rotate secrets, to delete, and for the pages of managed login",
  ];
  const named = [...allowedActions(...verbs).map((action) => action.replace("cognito-idp:", "")), "GetCallerIdentity"];
  const called = new Set([...scene.log, ...hasty.log].map(({ operation }) => operation));
  expect([...called].filter((operation) => !named.includes(operation))).toEqual([]);
});
