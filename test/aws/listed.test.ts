import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type CountProxy, passOn, startCountProxy } from "../support/count-proxy.ts";
import { type Scene, sceneAt } from "../support/deploy-scene.ts";
import { awsError } from "../support/fault-proxy.ts";
import { temporaryFolder } from "../support/process.ts";
import { type StrictCognito, startStrictCognito } from "../support/strict-cognito/index.ts";

/** A pool's app clients for a list to choose from: who registered itself stands apart, and nothing is described. */
const stack = new AsyncDisposableStack();
let strict: StrictCognito;
let proxy: CountProxy;
let scene: Scene;
beforeAll(async () => {
  strict = stack.use(await startStrictCognito());
  proxy = stack.use(await startCountProxy(strict.url));
  scene = await sceneAt(proxy.url, stack.use(temporaryFolder("listed")).path, strict.poolId);
});
beforeEach(() => {
  strict.pool.appClients.clear();
  proxy.reset();
  proxy.conduct = passOn;
});
afterAll(() => stack.disposeAsync());

const listed = async () => {
  const result = await scene.deploy.listWithKinds(scene.connection, strict.poolId);
  if (!result.ok) throw new Error(result.problem.message);
  return result.value.map(({ name, dynamic }) => [name, dynamic]).sort();
};

test("those that were registered dynamically are marked, by lists alone", async () => {
  strict.addAppClient({ ClientName: "web" });
  strict.addAppClient({ ClientName: "agent" }, { type: "DCR" });
  expect(await listed()).toEqual([
    ["agent", true],
    ["web", false],
  ]);
  expect(new Set(proxy.calls)).toEqual(new Set(["ListUserPoolClients"]));
});

test("where the list cannot be narrowed, nothing is said of anybody", async () => {
  strict.addAppClient({ ClientName: "agent" }, { type: "DCR" });
  expect(await listed(), "a server that lists all of them whatever is asked looks the same").toEqual([
    ["agent", undefined],
  ]);
  strict.addAppClient({ ClientName: "web" });
  proxy.conduct = (call) =>
    call.body.includes("DCR") ? call.answer(awsError(400, "InvalidParameterException", "ClientType")) : passOn(call);
  expect(await listed()).toEqual([
    ["agent", undefined],
    ["web", undefined],
  ]);
});
