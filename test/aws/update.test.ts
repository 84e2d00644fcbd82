import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { memoryJournal, type Outcome, type UpdateAsked, type UpdateChange } from "../../deploy/index.ts";
import { normalForm } from "../../server/src/engine/index.ts";
import { quick, type Scene, sceneAt, spec } from "../support/deploy-scene.ts";
import { allowedActions } from "../support/iam.ts";
import { temporaryFolder } from "../support/process.ts";
import {
  type Omitted,
  omittedAnswers,
  type StrictCognito,
  startStrictCognito,
} from "../support/strict-cognito/index.ts";

/** Whatever AWS does with members that an update leaves out, the end state is the same. */
const stack = new AsyncDisposableStack();
let strict: StrictCognito;
let scene: Scene;
let folder: string;

beforeAll(async () => {
  strict = stack.use(
    await startStrictCognito({
      pool: {
        tier: "PLUS",
        resourceServers: { api: ["read", "write"] },
        domain: { name: "d", custom: false, managedLoginVersion: 2 },
      },
    }),
  );
  folder = stack.use(temporaryFolder("update")).path;
  scene = await sceneAt(strict.url, folder, strict.poolId);
});
afterAll(() => stack.disposeAsync());

const web = {
  ClientName: "web",
  CallbackURLs: ["https://a.example/cb"],
  LogoutURLs: ["https://a.example/out"],
  AllowedOAuthFlows: ["code"],
  AllowedOAuthScopes: ["openid", "email"],
  AllowedOAuthFlowsUserPoolClient: true,
  SupportedIdentityProviders: ["COGNITO"],
  ExplicitAuthFlows: ["ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"],
  DefaultRedirectURI: "https://a.example/cb",
  RefreshTokenValidity: 90,
  AccessTokenValidity: 30,
  TokenValidityUnits: { AccessToken: "minutes", IdToken: "hours", RefreshToken: "days" },
  EnableTokenRevocation: false,
  AuthSessionValidity: 5,
  PreventUserExistenceErrors: "ENABLED",
  ReadAttributes: ["email", "name"],
  WriteAttributes: ["name"],
};

/** What Describe shows beside the settings. */
const noise = { ClientId: 0, ClientSecret: 0, CreationDate: 0, LastModifiedDate: 0, ClientType: 0, UserPoolId: 0 };
const settingsOf = (id: string) =>
  Object.fromEntries(Object.entries(strict.truth(id) ?? {}).filter(([name]) => !(name in noise)));

async function plan(id: string, request: object, more: Partial<UpdateAsked> = {}, at = scene) {
  const source = spec({ UserPoolId: strict.poolId, ...request });
  const result = await at.deploy.planUpdate(at.connection, { source, clientId: id, ...more });
  return { source, result };
}

async function planned(...args: Parameters<typeof plan>) {
  const { source, result } = await plan(...args);
  if (!result.ok) throw new Error(`${result.problem.message} ${JSON.stringify(result.problem.findings ?? "")}`);
  const [change] = result.value.changes;
  if (!change) throw new Error("no change");
  return { source, plan: result.value, change };
}

async function apply(
  { plan, source }: Awaited<ReturnType<typeof planned>>,
  at = scene,
): Promise<Outcome<UpdateChange>> {
  const result = await at.deploy.apply(plan, { confirmed: plan.digest, current: source });
  if (!result.ok) throw new Error(result.problem.message);
  const [outcome] = result.value;
  if (!outcome) throw new Error("no outcome");
  return outcome;
}

describe.each(omittedAnswers)("what is left out: %s", (omitted: Omitted) => {
  const under = async <T>(work: () => Promise<T>): Promise<T> => {
    strict.knobs.omitted = omitted;
    try {
      return await work();
    } finally {
      strict.knobs.omitted = "reset";
    }
  };

  test("declared wins, undeclared stays", async () => {
    const { id } = strict.addAppClient(web, { secrets: 1 });
    const before = settingsOf(id);
    const made = await planned(id, {
      ClientName: "web",
      CallbackURLs: ["https://b.example/cb", "https://a.example/cb"],
    });
    expect(made.change.changes).toMatchObject([
      {
        path: ["CallbackURLs"],
        kind: "changed",
        class: "weakens-security",
        added: ["https://b.example/cb"],
        removed: [],
      },
    ]);
    expect(made.change.undeclared.map(({ path }) => path[0])).toContain("AuthSessionValidity");
    const outcome = await under(() => apply(made));
    expect(outcome).toMatchObject({ outcome: "done", adopted: false, differences: [] });
    expect(normalForm(settingsOf(id))).toEqual(
      normalForm({ ...before, CallbackURLs: ["https://a.example/cb", "https://b.example/cb"] }),
    );
  });

  test("what is set back to its default is the default, and what the catalogue can only leave out is looked at", async () => {
    const { id } = strict.addAppClient(web);
    const setBack = ["AuthSessionValidity", "EnableTokenRevocation", "RefreshTokenValidity", "DefaultRedirectURI"];
    const made = await planned(id, { ClientName: "web" }, { setBack });
    expect(made.change.byOmission).toEqual(["DefaultRedirectURI"]);
    const outcome = await under(() => apply(made));
    const kept = omitted !== "reset";
    expect(outcome).toMatchObject({
      outcome: "done",
      differences: kept ? [{ path: ["DefaultRedirectURI"], found: "https://a.example/cb" }] : [],
    });
    if (outcome.outcome === "done" && kept) expect(outcome.note).toContain("AWS kept DefaultRedirectURI");
    expect(settingsOf(id)).toMatchObject({
      AuthSessionValidity: 3,
      EnableTokenRevocation: true,
      RefreshTokenValidity: 30,
    });
    expect(settingsOf(id)).toMatchObject({ AccessTokenValidity: 30, CallbackURLs: ["https://a.example/cb"] });
  });
});

describe("somebody else writes meanwhile", () => {
  const wish = { ClientName: "web", LogoutURLs: ["https://b.example/out"] };

  test("a change is named, and nothing is sent", async () => {
    const { id } = strict.addAppClient(web);
    const made = await planned(id, wish);
    strict.change(id, { CallbackURLs: ["https://c.example/cb"] });
    const before = settingsOf(id);
    expect(await apply(made)).toMatchObject({
      outcome: "not-done",
      problem: { kind: "changed", message: expect.stringContaining("CallbackURLs"), next: { kind: "plan-again" } },
    });
    expect(settingsOf(id)).toEqual(before);
  });

  test("A, B and A again: the date tells", async () => {
    const { id } = strict.addAppClient(web);
    const made = await planned(id, wish);
    strict.change(id, { CallbackURLs: ["https://c.example/cb"] });
    strict.change(id, { CallbackURLs: web.CallbackURLs });
    expect(await apply(made)).toMatchObject({ outcome: "not-done", problem: { kind: "changed" } });
  });

  test("A, B and A again on a server without dates: sent", async () => {
    strict.knobs.dates = false;
    const { id } = strict.addAppClient(web);
    const made = await planned(id, wish);
    strict.change(id, { CallbackURLs: ["https://c.example/cb"] });
    strict.change(id, { CallbackURLs: web.CallbackURLs });
    expect(await apply(made)).toMatchObject({ outcome: "done" });
    strict.knobs.dates = true;
  });

  test("between the last look and the request: sent, since nobody can see it, and what is declared is what was wanted", async () => {
    const { id } = strict.addAppClient(web);
    const made = await planned(id, wish);
    const run = () =>
      strict.change(id, { CallbackURLs: ["https://c.example/cb"], LogoutURLs: ["https://c.example/out"] });
    strict.hooks.add({ when: "before", operation: "UpdateUserPoolClient", run });
    expect(await apply(made)).toMatchObject({ outcome: "done", differences: [] });
    expect(settingsOf(id)).toMatchObject({ LogoutURLs: ["https://b.example/out"], CallbackURLs: web.CallbackURLs });
  });

  test("another write is under way: waited for, three times at most", async () => {
    const { id } = strict.addAppClient(web);
    strict.knobs.busy = 2;
    expect(await apply(await planned(id, wish))).toMatchObject({ outcome: "done", differences: [] });
    strict.knobs.busy = 9;
    expect(await apply(await planned(id, { ClientName: "web", LogoutURLs: [] }))).toMatchObject({
      outcome: "not-done",
      problem: { kind: "throttled" },
    });
    strict.knobs.busy = 0;
  });

  test("another write changed it while ours waited: nothing is sent", async () => {
    const { id } = strict.addAppClient(web);
    const { plan, source } = await planned(id, wish);
    strict.knobs.busy = 1;
    const result = await scene.deploy.apply(plan, {
      confirmed: plan.digest,
      current: source,
      onProgress: ({ phase }) => phase === "throttled" && strict.change(id, { CallbackURLs: ["https://c.example/cb"] }),
    });
    expect(result).toMatchObject({ ok: true, value: [{ outcome: "not-done", problem: { kind: "changed" } }] });
    expect(settingsOf(id)).toMatchObject({ LogoutURLs: web.LogoutURLs, CallbackURLs: ["https://c.example/cb"] });
  });

  test("it is deleted meanwhile: not done, and never created in its place", async () => {
    const { id } = strict.addAppClient(web);
    const made = await planned(id, wish);
    strict.pool.appClients.delete(id);
    const count = strict.pool.appClients.size;
    expect(await apply(made)).toMatchObject({ outcome: "not-done", problem: { kind: "missing" } });
    expect(strict.pool.appClients.size).toBe(count);
  });

  test("reads that lag behind do not make a wrong difference", async () => {
    const { id } = strict.addAppClient(web);
    strict.knobs.describeLag = 2;
    expect(await apply(await planned(id, wish))).toMatchObject({ outcome: "done", differences: [] });
    strict.knobs.describeLag = 0;
  });
});

describe("what may not be updated", () => {
  test("a member that no SDK knows stops it and is named", async () => {
    strict.knobs.newMembers = { BrandNew: true };
    const { id } = strict.addAppClient(web);
    strict.knobs.newMembers = {};
    const { result } = await plan(id, { ClientName: "other" });
    expect(result).toMatchObject({ ok: false, problem: { message: expect.stringContaining("BrandNew") } });
  });

  test("an id of another pool", async () => {
    const other = strict.addPool({ name: "other" });
    const { id } = strict.addAppClient(web, {}, other);
    const { result } = await plan(id, { ClientName: "web" });
    expect(result).toMatchObject({ ok: false, problem: { kind: "missing", message: expect.stringContaining(id) } });
  });

  test("another account than the environment's, before anything is read", async () => {
    const { id } = strict.addAppClient(web);
    const environment = { name: "prod", account: "999999999999", pool: strict.poolId };
    scene.log.splice(0);
    const { result } = await plan(id, { ClientName: "web" }, { environment });
    expect(result).toMatchObject({
      ok: false,
      problem: { kind: "credentials", message: expect.stringContaining("prod must be account 999999999999") },
    });
    expect(scene.log).toEqual([]);
  });

  test("the pool of the spec is not the environment's", async () => {
    const { id } = strict.addAppClient(web);
    const { result } = await plan(
      id,
      { ClientName: "web" },
      { environment: { name: "prod", pool: "us-east-1_Other1234" } },
    );
    expect(result).toMatchObject({
      ok: false,
      problem: { kind: "spec", message: expect.stringContaining("Nothing moves") },
    });
  });

  test("findings of the merged request stop it; those of the file alone do not", async () => {
    const { id } = strict.addAppClient(web);
    const bad = { ClientName: "web", CallbackURLs: ["http://a.example/cb"] };
    expect((await plan(id, bad)).result).toMatchObject({
      ok: false,
      problem: { findings: [{ ruleId: "url-http-not-loopback" }] },
    });
    const set = { CallbackURLs: ["https://a.example/cb"] };
    expect((await plan(id, bad, { set })).result).toMatchObject({ ok: true });
    expect((await plan(id, { ClientName: "web" }, { set: { CallbackURLs: bad.CallbackURLs } })).result).toMatchObject({
      ok: false,
    });
  });

  test("nothing differs: nothing is sent", async () => {
    const { id } = strict.addAppClient(web);
    const made = await planned(id, { ...web, CallbackURLs: [...web.CallbackURLs, ...web.CallbackURLs] });
    expect(made.change).toMatchObject({ changes: [], undeclared: [], immovable: [] });
    const changed = strict.truth(id)?.LastModifiedDate;
    expect(await apply(made)).toMatchObject({ outcome: "not-done", problem: { kind: "cancelled" } });
    expect(strict.truth(id)?.LastModifiedDate).toEqual(changed);
  });
});

describe("secrets", () => {
  test.each([0, 1, 2] as const)("%i of them: whether there is one comes from the list", async (secrets) => {
    const appClient = strict.addAppClient(web, { secrets });
    // The original one is gone, as after a rotation: Describe shows none.
    if (secrets === 2) appClient.secrets = appClient.secrets.slice(1);
    const { change } = await planned(appClient.id, { ClientName: "web", GenerateSecret: true });
    expect(change.immovable).toHaveLength(secrets === 0 ? 1 : 0);
    expect(JSON.stringify(change.shown)).not.toContain("GenerateSecret");
  });

  test("not permitted to list: unknown, never no", async () => {
    const appClient = strict.addAppClient(web, { secrets: 2 });
    appClient.secrets = appClient.secrets.slice(1);
    const denied = strict.knobs.denied;
    strict.knobs.denied = new Set(["ListUserPoolClientSecrets"]);
    const { change } = await planned(appClient.id, { ClientName: "web", GenerateSecret: false });
    strict.knobs.denied = denied;
    expect(change.live.secret).toBe("unknown");
    expect(change.immovable).toEqual([]);
  });
});

describe("an answer is lost", () => {
  const wish = { ClientName: "web", LogoutURLs: ["https://b.example/out"] };
  const hasty = () =>
    sceneAt(strict.url, folder, strict.poolId, { journal: memoryJournal(), timing: { ...quick, answer: 300 } });

  test("it took effect: done, after two equal looks", async () => {
    const at = await hasty();
    const { id } = strict.addAppClient(web);
    const made = await planned(id, wish, {}, at);
    const late = new Promise<void>((resolve) => {
      const run = async () => {
        await new Promise((later) => setTimeout(later, 600));
        resolve();
      };
      strict.hooks.add({ when: "after", operation: "UpdateUserPoolClient", run });
    });
    expect(await apply(made, at)).toMatchObject({ outcome: "done", adopted: true, differences: [] });
    // Until then the pool is locked.
    await late;
    expect(await at.deploy.pending()).toEqual([]);
  });

  test("it may still arrive: unknown, and a different update is held back, the same one is not", async () => {
    const at = await hasty();
    const { id } = strict.addAppClient(web);
    const made = await planned(id, wish, {}, at);
    const held = strict.hooks.hold("UpdateUserPoolClient");
    const outcome = await apply(made, at);
    expect(outcome).toMatchObject({ outcome: "unknown", problem: { kind: "unknown-outcome" } });
    const [note] = await at.deploy.pending();
    if (!note) expect.fail("no note");
    expect(await at.deploy.resolvePending(note, at.connection)).toMatchObject({ outcome: "unknown" });

    const other = await planned(id, { ClientName: "web", LogoutURLs: [] }, {}, at);
    expect(other.change.pending).toHaveLength(1);
    expect(await apply(other, at)).toMatchObject({
      outcome: "not-done",
      problem: { kind: "unknown-outcome", message: expect.stringContaining("would undo this one") },
    });
    held.release();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await at.deploy.resolvePending(note, at.connection)).toMatchObject({ outcome: "done", clientId: id });
    expect(await at.deploy.pending()).toEqual([]);
  });

  test("it never arrived, and its signature has expired: not done", async () => {
    const journal = memoryJournal();
    const at = await sceneAt(strict.url, folder, strict.poolId, { journal, timing: { ...quick, signatureLife: -1 } });
    const { id } = strict.addAppClient(web);
    const { change } = await planned(id, wish, {}, at);
    const note = {
      id: "n",
      verb: "update",
      choice: { kind: "profile", name: "local" },
      region: "us-east-1",
      poolId: strict.poolId,
      clientName: "web",
      clientId: id,
      digest: "",
      sentAt: new Date().toISOString(),
      shown: change.shown,
    } as const;
    await journal.put(note);
    expect(await at.deploy.resolvePending(note, at.connection)).toMatchObject({
      outcome: "not-done",
      message: expect.stringContaining("LogoutURLs"),
    });
  });
});

test("what is called is what docs/iam.md names", async () => {
  const { id } = strict.addAppClient(web);
  scene.log.splice(0);
  await apply(await planned(id, { ClientName: "web", LogoutURLs: ["https://b.example/out"] }));
  const called = new Set(scene.log.map(({ operation }) => `cognito-idp:${operation}`));
  const named = allowedActions("To read", "To compare and update");
  expect([...called].filter((action) => !named.includes(action) && !action.endsWith("GetCallerIdentity"))).toEqual([]);
  for (const action of ["cognito-idp:DescribeUserPoolClient", ...allowedActions("To compare and update")])
    expect(called).toContain(action);
});

test("a second click joins the first: one update", async () => {
  const { id } = strict.addAppClient(web);
  const made = await planned(id, { ClientName: "web", LogoutURLs: ["https://b.example/out"] });
  const options = { confirmed: made.plan.digest, current: made.source };
  scene.log.splice(0);
  const results = await Promise.all([scene.deploy.apply(made.plan, options), scene.deploy.apply(made.plan, options)]);
  expect(results).toMatchObject([{ ok: true }, { ok: true }]);
  expect(scene.log.filter(({ operation }) => operation === "UpdateUserPoolClient")).toHaveLength(1);
});
