import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { type CreateChange, memoryJournal, type Note, type Plan, type Progress, planText } from "../../deploy/index.ts";
import { type LocalCognito, startCognitoLocal } from "../support/cognito-local.ts";
import { type CountProxy, passOn, startCountProxy } from "../support/count-proxy.ts";
import { planned, quick, type Scene, sceneAt, spec } from "../support/deploy-scene.ts";
import { emulated, only, throttledFirst } from "../support/fault-proxy.ts";
import { temporaryFolder } from "../support/process.ts";

let cognito: LocalCognito;
let proxy: CountProxy;
let scene: Scene;
let folder: string;
const stack = new AsyncDisposableStack();

beforeAll(async () => {
  cognito = stack.use(await startCognitoLocal());
  proxy = stack.use(await startCountProxy(cognito.url, emulated));
  folder = stack.use(temporaryFolder("create")).path;
  scene = await sceneAt(proxy.url, folder, cognito.poolId);
});
afterEach(() => {
  proxy.conduct = emulated;
  proxy.reset();
});
afterAll(() => stack.disposeAsync());

let number = 0;
const named = (members: object = {}) => ({
  UserPoolId: cognito.poolId,
  ClientName: `app ${number++}`,
  CallbackURLs: ["https://a.example/cb"],
  ...members,
});
const confirm = (plan: Plan<CreateChange>, current: ReturnType<typeof spec>) => ({ confirmed: plan.digest, current });
const inPool = async (name: string) => (await cognito.appClients()).filter(({ ClientName }) => ClientName === name);

describe("what is sent is what was shown", () => {
  test("every member as in the spec, once, and nothing before the confirmation", async () => {
    let body = "";
    proxy.conduct = only("CreateUserPoolClient", (call) => {
      body = call.body.toString();
      return passOn(call);
    });
    const members = named({
      LogoutURLs: ["https://a.example/out"],
      AllowedOAuthFlows: ["code"],
      AllowedOAuthScopes: ["openid"],
      AllowedOAuthFlowsUserPoolClient: true,
      SupportedIdentityProviders: ["COGNITO"],
      RefreshTokenValidity: 7,
    });
    const source = spec(members);
    const plan = await planned(scene, source);
    expect(proxy.writes()).toEqual([]);
    expect(plan.changes[0]?.shown).toEqual(members);
    const result = await scene.deploy.apply(plan, confirm(plan, source));
    expect(JSON.parse(body)).toEqual(members);
    expect(proxy.writes()).toEqual(["CreateUserPoolClient"]);
    const [found] = await inPool(members.ClientName);
    expect(found).toMatchObject(members);
    expect(result).toMatchObject({
      ok: true,
      value: [{ outcome: "done", clientId: found?.ClientId, hasSecret: false, adopted: false, differences: [] }],
    });
  });

  test.each([
    [
      "JSON with comments",
      "jsonc",
      (pool: string) =>
        `// web\n{ "UserPoolId": "${pool}", "ClientName": "same", "CallbackURLs": ["https://a.example/cb",], }`,
    ],
    [
      "YAML with anchors and merge keys",
      "yaml",
      (pool: string) =>
        `x-base: &base\n  UserPoolId: ${pool}\nUserPoolId: ${pool}\nClientName: same\nCallbackURLs: &urls [https://a.example/cb]\nLogoutURLs: *urls\n`,
    ],
    [
      "a document that AWS's own CLI takes",
      "yaml",
      (pool: string) =>
        `UserPoolId: ${pool}\nClientName: same\nExplicitAuthFlows: [ALLOW_CLIENT_TOKEN_AUTH]\nGenerateSecret: true\n`,
    ],
  ] as const)("%s", async (_what, dialect, text) => {
    const source = { name: "web", dialect, text: text(cognito.poolId) };
    const plan = await scene.deploy.plan(scene.connection, source, {
      settings: { preset: "recommended", rules: { "unknown-property": "off" } },
    });
    if (!plan.ok) expect.fail(plan.problem.message);
    const [item] = plan.value.changes;
    const unknown = item?.shown["x-base"] !== undefined;
    const result = await scene.deploy.apply(plan.value, confirm(plan.value, source));
    // The SDK would leave out what it does not know, so such a request is not sent at all.
    if (unknown)
      expect(result).toMatchObject({ ok: true, value: [{ outcome: "not-done", problem: { kind: "spec" } }] });
    else expect(result).toMatchObject({ ok: true, value: [{ outcome: "done" }] });
    expect(proxy.writes()).toHaveLength(unknown ? 0 : 1);
  });

  test("the plan shows account, endpoint, pool, secret and what Cognito fills in", async () => {
    const plan = await planned(scene, spec(named({ GenerateSecret: true })));
    const text = planText(plan);
    expect(text).toContain("// Account:    unknown: STS could not be asked");
    expect(text).toContain(`// Endpoint:   ${proxy.url} (not AWS)`);
    expect(text).toContain(`// User pool:  Local users (${cognito.poolId})`);
    expect(text).toContain("// Secret:     yes, Cognito generates one");
    expect(text).toContain('  "GenerateSecret": true');
    expect(text).toMatch(/Cognito fills in:\n(.*\n)*.*AccessTokenValidity: 1 hour/);
  });

  test("the spec changed", async () => {
    const source = spec(named());
    const plan = await planned(scene, source);
    const changed = { ...source, text: source.text.replace("a.example", "b.example") };
    const result = await scene.deploy.apply(plan, confirm(plan, changed));
    expect(result).toMatchObject({ ok: false, problem: { kind: "changed", next: { kind: "plan-again" } } });
    const cosmetic = { ...source, text: `\n${source.text}\n` };
    expect(await scene.deploy.apply(plan, confirm(plan, cosmetic))).toMatchObject({
      ok: true,
      value: [{ outcome: "done" }],
    });
    expect(proxy.writes()).toEqual(["CreateUserPoolClient"]);
  });

  test("only the secret in the spec changed", async () => {
    const source = spec(named({ ClientSecret: "a23456789012345678901234" }));
    const plan = await planned(scene, source);
    const changed = { ...source, text: source.text.replace("a2345", "b2345") };
    expect(await scene.deploy.apply(plan, confirm(plan, changed))).toMatchObject({
      ok: false,
      problem: { kind: "changed" },
    });
    expect(proxy.writes()).toEqual([]);
  });

  test("another digest was confirmed, or the identity is another one", async () => {
    const source = spec(named());
    const plan = await planned(scene, source);
    expect(await scene.deploy.apply(plan, { confirmed: "0".repeat(64), current: source })).toMatchObject({
      ok: false,
      problem: { kind: "changed" },
    });
    const xml = `<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult><Arn>arn:aws:iam::999999999999:user/else</Arn><UserId>U</UserId><Account>999999999999</Account></GetCallerIdentityResult></GetCallerIdentityResponse>`;
    proxy.conduct = only("GetCallerIdentity", (call) =>
      call.answer({ status: 200, headers: { "content-type": "text/xml" }, body: Buffer.from(xml) }),
    );
    expect(await scene.deploy.apply(plan, confirm(plan, source))).toMatchObject({
      ok: false,
      problem: { kind: "changed", message: expect.stringContaining("local") },
    });
    expect(proxy.writes()).toEqual([]);
  });
});

describe("what stops a plan, before anything is sent", () => {
  const cases: [string, () => object, RegExp, string][] = [
    [
      "an error of the spec",
      () => named({ AllowedOAuthFlows: ["code", "client_credentials"] }),
      /AWS would refuse/,
      "fix-spec",
    ],
    [
      "a placeholder",
      () => named({ ClientName: "web-${STAGE}" }),
      /ClientName \(line 3\) is the placeholder/,
      "fix-spec",
    ],
    [
      "a CloudFormation function",
      () => named({ CallbackURLs: [{ "Fn::Sub": "https://x" }] }),
      /CallbackURLs\.0 \(line \d+\) is a CloudFormation function/,
      "fix-spec",
    ],
    ["no pool", () => ({ ...named(), UserPoolId: undefined }), /names no UserPoolId/, "choose-pool"],
    ["an update", () => named({ ClientId: "abc" }), /exists already/, "fix-spec"],
    [
      "a pool that is not there",
      () => named({ UserPoolId: "local_nowhere" }),
      /no user pool local_nowhere/,
      "choose-pool",
    ],
  ];
  test.each(cases)("%s", async (_what, members, message, next) => {
    const plan = await scene.deploy.plan(scene.connection, spec(members()));
    expect(plan).toMatchObject({
      ok: false,
      problem: { message: expect.stringMatching(message), next: { kind: next } },
    });
    expect(proxy.writes()).toEqual([]);
  });

  test.each(["", "[]", "{", "just words", "{}"])("no app client at all: %j", async (text) => {
    const plan = await scene.deploy.plan(scene.connection, { name: "x.json", dialect: "json", text });
    expect(plan).toMatchObject({ ok: false, problem: { kind: "spec" } });
  });
});

test("a pool chosen now is added to the request, and said", async () => {
  const members = { ...named(), UserPoolId: undefined };
  const plan = await scene.deploy.plan(scene.connection, spec(members), { poolId: cognito.poolId });
  if (!plan.ok) expect.fail(plan.problem.message);
  expect(plan.value.changes[0]).toMatchObject({ poolChosen: true, shown: { UserPoolId: cognito.poolId } });
  expect(planText(plan.value)).toContain(`(${cognito.poolId}), chosen now`);
  expect(await scene.deploy.apply(plan.value, confirm(plan.value, spec(members)))).toMatchObject({
    ok: true,
    value: [{ outcome: "done" }],
  });
});

describe("once", () => {
  test("two clicks on one plan, two plans of one spec, and one plan a second time", async () => {
    const source = spec(named());
    const plan = await planned(scene, source);
    const twin = await planned(scene, source);
    const results = await Promise.all(
      [plan, plan, twin].map((each) => scene.deploy.apply(each, confirm(each, source))),
    );
    expect(proxy.writes()).toEqual(["CreateUserPoolClient"]);
    expect(
      new Set(results.map((result) => result.ok && result.value[0]?.outcome === "done" && result.value[0].clientId))
        .size,
    ).toBe(1);
    expect(await scene.deploy.apply(plan, confirm(plan, source))).toMatchObject({
      ok: false,
      problem: { message: expect.stringContaining("sent already") },
    });
    expect(await scene.deploy.apply(twin, confirm(twin, source))).toMatchObject({
      ok: true,
      value: [{ outcome: "not-done", problem: { kind: "changed" } }],
    });
    expect(proxy.writes()).toEqual(["CreateUserPoolClient"]);
  });

  test("the same name again is said, and created again when that is confirmed", async () => {
    const source = spec(named());
    const first = await planned(scene, source);
    await scene.deploy.apply(first, confirm(first, source));
    const second = await planned(scene, source);
    expect(second.changes[0]?.sameName).toHaveLength(1);
    expect(planText(second)).toContain("Names are not unique: this creates another one.");
    await scene.deploy.apply(second, confirm(second, source));
    expect(await inPool(first.changes[0]?.clientName ?? "")).toHaveLength(2);
  });

  test("several app clients are planned together, created one by one, and each is reported", async () => {
    const [one, two, three] = [named(), named(), named()];
    const source = spec([one, two, three]);
    const plan = await planned(scene, source);
    const steps: string[] = [];
    const onProgress = ({ number: at, count, phase }: Progress) => steps.push(`${at}/${count} ${phase}`);
    const result = await scene.deploy.apply(plan, { ...confirm(plan, source), onProgress });
    expect(result).toMatchObject({
      ok: true,
      value: [{ outcome: "done" }, { outcome: "done" }, { outcome: "done" }],
    });
    expect(steps).toEqual(
      [1, 2, 3].flatMap((at) => ["checking", "sending", "done"].map((phase) => `${at}/3 ${phase}`)),
    );
  });

  test("after a lost answer the rest is not sent", async () => {
    proxy.conduct = only("CreateUserPoolClient", (call) => void call.response.destroy());
    const source = spec([named(), named()]);
    const plan = await planned(scene, source);
    const result = await scene.deploy.apply(plan, confirm(plan, source));
    expect(result).toMatchObject({
      ok: true,
      value: [{ outcome: "unknown" }, { outcome: "not-done", problem: { kind: "cancelled" } }],
    });
    expect(proxy.writes()).toEqual(["CreateUserPoolClient"]);
    for (const record of await scene.deploy.pending()) await scene.deploy.dismissPending(record);
  });

  test("only some app clients of a file", async () => {
    const source = spec([named(), named()]);
    const plan = await scene.deploy.plan(scene.connection, source, { only: [1] });
    if (!plan.ok) expect.fail(plan.problem.message);
    expect(await scene.deploy.apply(plan.value, confirm(plan.value, source))).toMatchObject({
      ok: true,
      value: [{ outcome: "done", change: { index: 1 } }],
    });
  });
});

describe("cancel", () => {
  test("before the request leaves: nothing is sent", async () => {
    const source = spec(named());
    const plan = await planned(scene, source);
    const result = await scene.deploy.apply(plan, { ...confirm(plan, source), signal: AbortSignal.abort() });
    expect(result).toMatchObject({ ok: true, value: [{ outcome: "not-done", problem: { kind: "cancelled" } }] });
    expect(proxy.writes()).toEqual([]);
    expect(await scene.deploy.pending()).toEqual([]);
  });

  test("while AWS asks for patience: not sent again", async () => {
    proxy.conduct = only("CreateUserPoolClient", throttledFirst(99));
    const source = spec(named());
    const plan = await planned(scene, source);
    const controller = new AbortController();
    const onProgress = ({ phase }: Progress) => phase === "throttled" && controller.abort();
    const result = await scene.deploy.apply(plan, { ...confirm(plan, source), signal: controller.signal, onProgress });
    expect(result).toMatchObject({ ok: true, value: [{ outcome: "not-done", problem: { kind: "cancelled" } }] });
    expect(proxy.writes()).toEqual(["CreateUserPoolClient"]);
  });

  test("after it has left: too late, and said so", async () => {
    const controller = new AbortController();
    proxy.conduct = only("CreateUserPoolClient", (call) => {
      controller.abort();
      return passOn(call);
    });
    const source = spec(named());
    const plan = await planned(scene, source);
    const cancellable: boolean[] = [];
    const onProgress = (progress: Progress) => cancellable.push(progress.cancellable);
    const result = await scene.deploy.apply(plan, { ...confirm(plan, source), signal: controller.signal, onProgress });
    expect(result).toMatchObject({ ok: true, value: [{ outcome: "done" }] });
    expect(cancellable).toEqual([true, false, true]);
  });
});

describe("a window that is closed in the middle", () => {
  /** A create that this window does not hear of again before `close`, and a journal that outlives it. */
  async function closedWindow(effect: boolean) {
    const journal = memoryJournal();
    const before = await sceneAt(proxy.url, folder, cognito.poolId, { journal });
    const source = spec(named());
    const plan = await planned(before, source);
    let hangUp: (() => void) | undefined;
    const arrived = new Promise<void>((resolve) => {
      proxy.conduct = only("CreateUserPoolClient", async (call) => {
        if (effect) await call.forward();
        hangUp = () => call.response.destroy();
        resolve();
      });
    });
    const abandoned = before.deploy.apply(plan, confirm(plan, source));
    await arrived;
    const close = async () => {
      hangUp?.();
      await abandoned;
    };
    const records: readonly Note[] = await journal.list();
    const after = await sceneAt(proxy.url, folder, cognito.poolId, { journal });
    return { close, records, after, plan };
  }

  test("the next start finds what became of it", async () => {
    const { close, records, after, plan } = await closedWindow(true);
    const [record] = await after.deploy.pending();
    if (!record) expect.fail("no record");
    expect(records).toHaveLength(1);
    const [found] = await inPool(plan.changes[0]?.clientName ?? "");
    const warned = await planned(after, spec({ ...plan.changes[0]?.shown }));
    expect(planText(warned)).toContain("is unresolved. Look it up first.");
    expect(await after.deploy.resolvePending(record, after.connection)).toMatchObject({
      outcome: "done",
      clientId: found?.ClientId,
      hasSecret: false,
    });
    expect(await after.deploy.pending()).toEqual([]);
    await close();
  });

  test("what has not appeared is unknown while the request may still count, and not created afterwards", async () => {
    const { close, after } = await closedWindow(false);
    const [record] = await after.deploy.pending();
    if (!record) expect.fail("no record");
    expect(await after.deploy.resolvePending(record, after.connection)).toMatchObject({
      outcome: "unknown",
      problem: { next: { kind: "look-again" } },
    });
    const later = await sceneAt(proxy.url, folder, cognito.poolId, {
      journal: after.journal,
      timing: { ...quick, signatureLife: -1 },
    });
    expect(await later.deploy.resolvePending(record, later.connection)).toMatchObject({ outcome: "not-done" });
    expect(await later.deploy.pending()).toEqual([]);
    await close();
  });

  test("another account cannot tell", async () => {
    const { close, after } = await closedWindow(true);
    const [record] = await after.deploy.pending();
    if (!record) expect.fail("no record");
    const resolution = await after.deploy.resolvePending({ ...record, accountId: "999999999999" }, after.connection);
    expect(resolution).toMatchObject({
      outcome: "unknown",
      problem: { kind: "credentials", next: { kind: "choose-profile" } },
    });
    await close();
  });
});

test("an unsettled update of the same name is no unsettled create", async () => {
  const journal = memoryJournal();
  const at = await sceneAt(proxy.url, folder, cognito.poolId, { journal });
  const source = spec(named());
  const [change] = (await planned(at, source)).changes;
  if (!change) expect.fail("no change");
  const note: Note = {
    id: "n",
    verb: "create",
    choice: { kind: "profile", name: "local" },
    region: "us-east-1",
    poolId: cognito.poolId,
    clientName: change.clientName,
    digest: "",
    sentAt: new Date().toISOString(),
    shown: {},
  };
  await journal.put(note);
  expect((await planned(at, source)).changes[0]?.pending).toHaveLength(1);
  await journal.put({ ...note, verb: "update", clientId: "1abc" });
  expect((await planned(at, source)).changes[0]?.pending).toEqual([]);
});

test("without a note of it nothing is sent", async () => {
  const journal = { ...memoryJournal(), put: () => Promise.reject(new Error("disk full")) };
  const full = await sceneAt(proxy.url, folder, cognito.poolId, { journal });
  const source = spec(named());
  const plan = await planned(full, source);
  const result = await full.deploy.apply(plan, confirm(plan, source));
  expect(result).toMatchObject({
    ok: true,
    value: [{ outcome: "not-done", problem: { message: expect.stringContaining("could not be stored") } }],
  });
  expect(proxy.writes()).toEqual([]);
});

test("an app client can be read back, without its secret", async () => {
  const source = spec(named({ GenerateSecret: true }));
  const plan = await planned(scene, source);
  const result = await scene.deploy.apply(plan, confirm(plan, source));
  if (!result.ok || result.value[0]?.outcome !== "done") expect.fail("not created");
  const { clientId } = result.value[0];
  const described = await scene.deploy.describe(scene.connection, cognito.poolId, clientId);
  expect(described).toMatchObject({
    ok: true,
    value: { clientId, hasSecret: true, settings: { ClientName: plan.changes[0]?.clientName } },
  });
  expect(JSON.stringify(described)).not.toContain("ClientSecret");
});
