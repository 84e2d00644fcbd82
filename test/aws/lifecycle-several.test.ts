import fc from "fast-check";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { normalForm } from "../../server/src/engine/index.ts";
import { passOn } from "../support/count-proxy.ts";
import { awsError, locked, lockedFirst, only } from "../support/fault-proxy.ts";
import { accounts, type LifecycleScene, lifecycleScene } from "../support/lifecycle-scene.ts";
import { omittedAnswers } from "../support/strict-cognito/index.ts";

/** Several app clients in one run; other writers; signals; and any app client at all. */
let scene: LifecycleScene;
const names = ["one", "two", "three"];
let ids: string[];

beforeAll(async () => {
  scene = await lifecycleScene({ pool: { tier: "PLUS", attributes: ["team"] } });
});
beforeEach(() => {
  scene.strict.pool.appClients.clear();
  scene.forget();
  ids = names.map((ClientName) => scene.strict.addAppClient({ ClientName, AuthSessionValidity: 15 }).id);
  for (const name of names)
    scene.write(`${name}.cognito-client.yaml`, `ClientName: ${name}\nCallbackURLs: [https://a.example/cb]\n`);
  const links = names.map((name, index) => `  ${name}.cognito-client.yaml: { dev: { id: ${ids[index]} } }\n`);
  scene.write("cognito-client.environments.yaml", head() + links.join(""));
  scene.proxy.reset();
});
afterEach(() => {
  scene.proxy.conduct = passOn;
  scene.strict.knobs.omitted = "reset";
});
afterAll(() => scene[Symbol.asyncDispose]());

const head = () => `environments:\n  dev: { account: "${accounts.dev}", pool: ${scene.strict.poolId} }\nclients:\n`;
const files = names.map((name) => `${name}.cognito-client.yaml`);
const apply = ["apply", "--yes", "--output", "json", ...files];
const urls = () => ids.map((id) => scene.strict.truth(id)?.CallbackURLs?.length ?? 0);
const outcomes = (out: string) => JSON.parse(out).results.map(({ outcome }: { outcome: string }) => outcome);
const updates = () => scene.proxy.writes();

/** Another answer to the nth update. */
const second = (answer: (call: Parameters<typeof passOn>[0]) => void | Promise<void>) => {
  let count = 0;
  return only("UpdateUserPoolClient", (call) => (++count === 2 ? answer(call) : passOn(call)), passOn);
};

test("credentials that expire in the middle: what is done is told, the rest is not sent", async () => {
  scene.proxy.conduct = second((call) => call.answer(awsError(400, "ExpiredTokenException", "The token is expired")));
  const { code, out } = await scene.main(...apply);
  expect({ code, outcomes: outcomes(out), urls: urls() }).toEqual({
    code: 1,
    outcomes: ["done", "not-done", "not-done"],
    urls: [1, 0, 0],
  });
  expect(out).toContain("Not sent, because of what happened to two.cognito-client.yaml before it.");
  expect(updates()).toHaveLength(2);
});

test("a refusal concerns one app client; the others go on", async () => {
  scene.proxy.conduct = second((call) => call.answer(awsError(400, "InvalidParameterException", "no")));
  const { code, out } = await scene.main(...apply);
  expect({ code, outcomes: outcomes(out), urls: urls() }).toEqual({
    code: 1,
    outcomes: ["done", "not-done", "done"],
    urls: [1, 0, 1],
  });
});

test("a lost answer without an effect is unknown (3) and stops the rest; the same again does no harm, another is held back", async () => {
  scene.proxy.conduct = second((call) => void call.request.socket.destroy());
  const lost = await scene.main(...apply);
  expect({ code: lost.code, outcomes: outcomes(lost.out), urls: urls() }).toEqual({
    code: 3,
    outcomes: ["done", "unknown", "not-done"],
    urls: [1, 0, 0],
  });
  scene.proxy.conduct = passOn;
  scene.write(files[1] ?? "", "ClientName: two\nCallbackURLs: [https://b.example/cb]\n");
  const another = await scene.main("apply", "--yes", files[1] ?? "");
  expect(another).toMatchObject({
    code: 1,
    out: expect.stringContaining("it may still arrive, and would undo this one"),
  });
  scene.write(files[1] ?? "", "ClientName: two\nCallbackURLs: [https://a.example/cb]\n");
  expect(await scene.main(...apply)).toMatchObject({ code: 0 });
  expect(urls()).toEqual([1, 1, 1]);
});

test("the pool's lock: waited for while nothing has changed, given up when it stays", async () => {
  scene.proxy.conduct = only("UpdateUserPoolClient", lockedFirst(1), passOn);
  expect(await scene.main("apply", "--yes", files[0] ?? "")).toMatchObject({ code: 0 });
  expect(updates()).toHaveLength(2);
  scene.proxy.conduct = only("UpdateUserPoolClient", (call) => call.answer(locked), passOn);
  expect(await scene.main("apply", "--yes", files[1] ?? "")).toMatchObject({ code: 1 });
  expect(urls()).toEqual([1, 0, 0]);
});

test("a signal while a request is under way: that one is waited for and told, the rest is not sent", async () => {
  let stop = () => {};
  scene.proxy.conduct = second(async (call) => {
    stop();
    await new Promise((resolve) => setTimeout(resolve, 300));
    await passOn(call);
  });
  const running = scene.start(...apply);
  stop = () => running.kill("SIGINT");
  const { code, out } = await running.ended;
  expect({ code, outcomes: outcomes(out), urls: urls() }).toEqual({
    code: 130,
    outcomes: ["done", "done", "not-done"],
    urls: [1, 1, 0],
  });
});

const of = <T>(...values: readonly T[]) => fc.constantFrom(...values);
const some = <T>(...values: readonly T[]) => fc.subarray([...values], { minLength: 1 });
const members = {
  LogoutURLs: some("https://a.example/out", "https://b.example/out"),
  ReadAttributes: some("email", "name", "custom:team"),
  WriteAttributes: some("email", "name", "custom:team"),
  PreventUserExistenceErrors: of("ENABLED", "LEGACY"),
  EnableTokenRevocation: fc.boolean(),
  AuthSessionValidity: of(3, 5, 15),
  RefreshTokenValidity: of(10, 30, 90),
  ExplicitAuthFlows: some("ALLOW_USER_SRP_AUTH", "ALLOW_CUSTOM_AUTH").map((flows) => [
    ...flows,
    "ALLOW_REFRESH_TOKEN_AUTH",
  ]),
};
const settings = fc.record(members, { requiredKeys: [] });

test("any app client: imported it does not differ, and an apply changes what the spec declares and nothing else", {
  timeout: 300_000,
}, async () => {
  let run = 0;
  await fc.assert(
    fc.asyncProperty(settings, settings, of(0, 1, 2), of(...omittedAnswers), async (live, wish, secrets, omitted) => {
      scene.strict.knobs.omitted = omitted;
      scene.strict.pool.appClients.clear();
      const { id } = scene.strict.addAppClient({ ClientName: "any", ...live }, { secrets: secrets as 0 | 1 | 2 });
      const before = normalForm({ ...scene.strict.truth(id) });
      const folder = `any-${run++}`;
      const imported = await scene.main(
        "import",
        "--pool",
        scene.strict.poolId,
        "--all",
        "--out",
        folder,
        "--link",
        "dev",
      );
      expect(imported).toMatchObject({ code: 0 });
      const spec = `${folder}/any.cognito-client.yaml`;
      expect(await scene.main("drift", spec)).toMatchObject({ code: 0 });
      scene.write(spec, { ClientName: "any", ...wish });
      expect(await scene.main("apply", "--yes", spec)).toMatchObject({ code: 0 });
      const after = normalForm({ ...scene.strict.truth(id) });
      expect(after).toEqual({ ...before, ...pick(normalForm(wish), Object.keys(wish)) });
      expect(scene.strict.pool.appClients.get(id)?.secrets).toHaveLength(secrets);
    }),
    { numRuns: Number(process.env["FC_RUNS"] ?? 40) },
  );
});

function pick<T>(from: Readonly<Record<string, T>>, keys: readonly string[]): Record<string, T> {
  return Object.fromEntries(Object.entries(from).filter(([key]) => keys.includes(key)));
}
