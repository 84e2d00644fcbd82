import {
  type CognitoIdentityProviderClient,
  CreateIdentityProviderCommand,
  CreateResourceServerCommand,
  CreateUserPoolClientCommand,
  CreateUserPoolCommand,
  CreateUserPoolDomainCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { emulatorApi } from "../support/cognito-local.ts";
import { type Conduct, type CountProxy, passOn, startCountProxy } from "../support/count-proxy.ts";
import { planned, type Scene, sceneAt, spec } from "../support/deploy-scene.ts";
import { awsError } from "../support/fault-proxy.ts";
import { allowedActions } from "../support/iam.ts";
import { type MotoServer, startMoto } from "../support/moto.ts";
import { temporaryFolder } from "../support/process.ts";

let moto: MotoServer;
let api: CognitoIdentityProviderClient;
let proxy: CountProxy;
let scene: Scene;
let poolId: string;
const stack = new AsyncDisposableStack();

beforeAll(async () => {
  const started = await startMoto();
  if ("missing" in started) throw new Error(started.missing);
  moto = stack.use(started);
  api = stack.adopt(emulatorApi(moto.url, "us-east-1"), (client) => client.destroy());
  proxy = stack.use(await startCountProxy(moto.url));
  poolId = await makePool("Customers");
  for (const ClientName of ["a", "b", "c"]) {
    await api.send(new CreateUserPoolClientCommand({ UserPoolId: poolId, ClientName, GenerateSecret: true }));
  }
  await api.send(
    new CreateResourceServerCommand({
      UserPoolId: poolId,
      Identifier: "https://api.example",
      Name: "API",
      Scopes: [{ ScopeName: "read", ScopeDescription: "Read" }],
    }),
  );
  await api.send(
    new CreateIdentityProviderCommand({
      UserPoolId: poolId,
      ProviderName: "Corp",
      ProviderType: "SAML",
      ProviderDetails: { MetadataURL: "https://idp.example" },
      AttributeMapping: { email: "mail" },
    }),
  );
  await api.send(new CreateUserPoolDomainCommand({ UserPoolId: poolId, Domain: "customers" }));
  scene = await sceneAt(proxy.url, stack.use(temporaryFolder("facts")).path, poolId);
}, 60_000);
afterEach(() => {
  proxy.conduct = passOn;
  proxy.reset();
});
afterAll(() => stack.disposeAsync());

/** The emulator at work with pages of two: its own paging, without the minute that sixty pools take it. */
const pagesOfTwo: Conduct = async (call) => {
  const { MaxResults, ...rest } = JSON.parse(call.body.toString() || "{}");
  const target = String(call.request.headers["x-amz-target"]);
  const headers = {
    "content-type": "application/x-amz-json-1.1",
    "x-amz-target": target,
    authorization: String(call.request.headers.authorization),
  };
  const answer = await fetch(moto.url, {
    method: "POST",
    headers,
    body: JSON.stringify(MaxResults ? { ...rest, MaxResults: 2 } : rest),
  });
  call.answer({
    status: answer.status,
    headers: { "content-type": "application/x-amz-json-1.1" },
    body: Buffer.from(await answer.arrayBuffer()),
  });
};

async function makePool(PoolName: string): Promise<string> {
  const Schema = [{ Name: "tenant", AttributeDataType: "String" as const, Mutable: true, Required: false }];
  const { UserPool } = await api.send(new CreateUserPoolCommand({ PoolName, Schema }));
  if (!UserPool?.Id) throw new Error("a pool without an id");
  return UserPool.Id;
}

test("reads what is known of a pool, over all pages, without a secret", async () => {
  proxy.conduct = pagesOfTwo;
  const reading = await scene.deploy.readFacts(scene.connection, poolId);
  if (!reading.ok) expect.fail(reading.problem.message);
  const { facts, denied } = reading.value;
  expect(denied).toEqual([]);
  expect(facts).toMatchObject({
    poolId,
    poolName: "Customers",
    source: "profile local",
    resourceServers: [
      { identifier: "https://api.example", name: "API", scopes: [{ name: "read", description: "Read" }] },
    ],
    identityProviders: [{ name: "Corp", type: "SAML", attributeMapping: { email: "mail" } }],
    domain: "customers",
    triggers: [],
  });
  expect(facts.attributes).toContainEqual({ name: "custom:tenant", type: "String", required: false, mutable: true });
  expect(facts.clients).toHaveLength(3);
  expect(proxy.calls.filter((call) => call === "ListUserPoolClients")).toHaveLength(2);
  expect(JSON.stringify(facts)).not.toMatch(/secret/i);
});

const parts = {
  DescribeUserPool: ["poolName", "attributes", "domain", "triggers"],
  ListResourceServers: ["resourceServers"],
  ListIdentityProviders: ["identityProviders"],
  ListUserPoolClients: ["clients"],
} as const;
const allParts = Object.values(parts).flat();

describe("each missing permission costs its own part only", () => {
  test.each(Object.entries(parts))("%s", async (operation, missing) => {
    proxy.conduct = (call) =>
      call.operation === operation
        ? call.answer(awsError(400, "AccessDeniedException", "not authorized"))
        : passOn(call);
    const reading = await scene.deploy.readFacts(scene.connection, poolId);
    if (!reading.ok) expect.fail(reading.problem.message);
    expect(reading.value.denied).toEqual([{ action: `cognito-idp:${operation}`, message: "not authorized" }]);
    const there = allParts.filter((part) => part in reading.value.facts);
    expect(there).toEqual(allParts.filter((part) => !(missing as readonly string[]).includes(part)));
  });

  test("a call that is not answered costs its own part, too; one about the pool itself all of it", async () => {
    let operation = "ListResourceServers";
    proxy.conduct = (call) => (call.operation === operation ? void call.response.destroy() : passOn(call));
    expect(await scene.deploy.readFacts(scene.connection, poolId)).toMatchObject({
      ok: true,
      value: {
        denied: [{ action: "cognito-idp:ListResourceServers", message: "ECONNRESET" }],
        facts: { domain: "customers" },
      },
    });
    operation = "DescribeUserPool";
    expect(await scene.deploy.readFacts(scene.connection, poolId)).toMatchObject({
      ok: false,
      problem: { kind: "network" },
    });
  });

  test("DescribeIdentityProvider: the provider stays, its mapping is unknown", async () => {
    proxy.conduct = (call) =>
      call.operation === "DescribeIdentityProvider"
        ? call.answer(awsError(400, "AccessDeniedException", "no"))
        : passOn(call);
    const reading = await scene.deploy.readFacts(scene.connection, poolId);
    expect(reading).toMatchObject({
      ok: true,
      value: { facts: { identityProviders: [{ name: "Corp", type: "SAML" }] } },
    });
    expect(reading.ok && reading.value.facts.identityProviders?.[0]).not.toHaveProperty("attributeMapping");
  });
});

test("throttling of a read is waited out", async () => {
  let times = 2;
  proxy.conduct = (call) =>
    call.operation === "ListResourceServers" && times-- > 0
      ? call.answer(awsError(400, "TooManyRequestsException", "Rate exceeded"))
      : passOn(call);
  const reading = await scene.deploy.readFacts(scene.connection, poolId);
  expect(reading).toMatchObject({
    ok: true,
    value: { denied: [], facts: { resourceServers: [{ identifier: "https://api.example" }] } },
  });
  expect(scene.log.findLast(({ operation }) => operation === "ListResourceServers")).toMatchObject({
    status: 200,
    attempts: 3,
  });
});

test("a pool that is not there is one message", async () => {
  const reading = await scene.deploy.readFacts(scene.connection, "us-east-1_nowhere00");
  expect(reading).toMatchObject({
    ok: false,
    problem: { next: { kind: "choose-pool" }, aws: { name: "ResourceNotFoundException" } },
  });
});

test("pools are listed page by page, with their last change", async () => {
  await makePool("Another");
  await makePool("A third");
  proxy.conduct = pagesOfTwo;
  const pages: number[] = [];
  const pools = await scene.deploy.listPools(scene.connection, (page) => pages.push(page.length));
  if (!pools.ok) expect.fail(pools.problem.message);
  expect(pages).toEqual([2, 1]);
  expect(pools.value).toContainEqual({ id: poolId, name: "Customers", lastChange: expect.stringMatching(/^20\d\d-/) });
});

test("a scope that the pool lacks stops the plan before anything is sent", async () => {
  const source = spec({
    UserPoolId: poolId,
    ClientName: "web",
    AllowedOAuthFlowsUserPoolClient: true,
    AllowedOAuthFlows: ["code"],
    AllowedOAuthScopes: ["https://api.example/write"],
    CallbackURLs: ["https://a.example"],
  });
  const plan = await scene.deploy.plan(scene.connection, source);
  expect(plan).toMatchObject({
    ok: false,
    problem: { kind: "spec", findings: [{ ruleId: "scope-not-found", severity: "error" }] },
  });
  expect(proxy.writes()).toEqual([]);
});

describe("least privilege", () => {
  test("plan, create, compare, list and facts call the documented actions and no others", async () => {
    const source = spec({ UserPoolId: poolId, ClientName: "least", CallbackURLs: ["https://a.example"] });
    await scene.deploy.listPools(scene.connection);
    await scene.connection.identify();
    const plan = await planned(scene, source);
    proxy.conduct = async (call) => {
      if (call.operation !== "CreateUserPoolClient") return passOn(call);
      await call.forward();
      call.response.destroy();
    };
    const result = await scene.deploy.apply(plan, { confirmed: plan.digest, current: source });
    if (!result.ok || result.value[0]?.outcome !== "done") expect.fail(JSON.stringify(result));
    await scene.deploy.describe(scene.connection, poolId, result.value[0].clientId);
    const seen = [...new Set(proxy.calls)].filter((call) => call !== "GetCallerIdentity").sort();
    // Comparing asks for the secrets' ids, too: whether there is a secret, Describe alone does not tell after a rotation.
    const documented = new Set([...allowedActions("To read", "To create"), "cognito-idp:ListUserPoolClientSecrets"]);
    expect(seen.map((operation) => `cognito-idp:${operation}`)).toEqual([...documented].sort());
    expect(proxy.calls.filter((call) => call === "CreateUserPoolClient")).toHaveLength(1);
  });
});
