import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { passOn } from "../support/count-proxy.ts";
import { awsError, only } from "../support/fault-proxy.ts";
import { accounts, type LifecycleScene, lifecycleScene } from "../support/lifecycle-scene.ts";

/** What two files say together is told where it stands: in the spec, or in the environments file. */
let scene: LifecycleScene;
let id: string;
beforeAll(async () => {
  scene = await lifecycleScene();
});
beforeEach(() => {
  scene.strict.pool.appClients.clear();
  scene.forget();
  scene.proxy.reset();
  scene.proxy.conduct = passOn;
  ({ id } = scene.strict.addAppClient({ ClientName: "web" }));
});
afterAll(() => scene[Symbol.asyncDispose]());

const json = (text: string) => JSON.parse(text);
const env = ["--env", "dev", "--output", "json"];

describe.each(["json", "yaml"] as const)("%s", (syntax) => {
  const file = `web.cognito-client.${syntax}`;
  const environments = `cognito-client.environments.${syntax}`;
  const files = (members: object, link: object, more: object = {}) => {
    for (const other of ["json", "yaml"]) scene.write(`cognito-client.environments.${other}`, "{}");
    const flow = (value: object) => (syntax === "json" ? value : `${JSON.stringify(value)}\n`);
    const dev = { account: accounts.dev, pool: scene.strict.poolId };
    scene.write(`only/${file}`, flow(members));
    scene.write(
      `only/${environments}`,
      flow({ environments: { dev, ...more }, clients: { [file]: { dev: link, ...links } } }),
    );
  };
  let links: object = {};
  beforeEach(() => {
    links = {};
  });

  test("a finding of the merged request points into the environments file, one of the spec into the spec", async () => {
    const bad = { AuthSessionValidity: 900 };
    files({ ClientName: "web" }, { id, set: bad });
    const merged = await scene.main("plan", ...env, `only/${file}`);
    expect(merged.code).toBe(1);
    expect(json(merged.out).plans[0].findings).toMatchObject([
      { file: `only/${environments}`, path: `/clients/${file}/dev/set/AuthSessionValidity`, severity: "error" },
    ]);
    files({ ClientName: "web", ...bad }, { id, set: { ClientName: "other" } });
    const own = await scene.main("plan", ...env, `only/${file}`);
    expect(json(own.out).plans[0].findings).toMatchObject([{ file: `only/${file}`, path: "/AuthSessionValidity" }]);
    files({ ClientName: "web" }, { set: bad });
    const create = await scene.main("plan", ...env, `only/${file}`);
    expect(json(create.out).plans[0].findings, "of a create, too").toMatchObject([
      { file: `only/${environments}`, path: `/clients/${file}/dev/set/AuthSessionValidity` },
    ]);
  });

  test("a warning stops nothing, and stands where its cause is", async () => {
    files({ ClientName: "web" }, { id, set: { PreventUserExistenceErrors: "LEGACY" } });
    const { code, out } = await scene.main("plan", ...env, `only/${file}`);
    expect(code).toBe(0);
    expect(json(out).plans[0].findings, "and the app client is no double of itself").toMatchObject([
      {
        file: `only/${environments}`,
        path: `/clients/${file}/dev/set/PreventUserExistenceErrors`,
        ruleId: "prevent-user-existence-legacy",
      },
    ]);
    scene.strict.addAppClient({ ClientName: "web" });
    const { out: again } = await scene.main("plan", ...env, `only/${file}`);
    expect(json(again).plans[0].findings, "another one is, once").toMatchObject([
      { file: `only/${file}`, path: "/ClientName", ruleId: "client-name-duplicate" },
      { ruleId: "prevent-user-existence-legacy" },
    ]);
  });

  test.each([
    [
      "a value",
      "InvalidParameterException",
      "1 validation error detected: Value '[https://a.example/cb]' at 'callbackURLs' failed to satisfy constraint: x",
      { CallbackURLs: ["https://a.example/cb"] },
      "CallbackURLs",
    ],
    [
      "a scope",
      "ScopeDoesNotExistException",
      "Invalid scope requested: api/read",
      { AllowedOAuthScopes: ["openid", "api/read"] },
      "AllowedOAuthScopes/1",
    ],
    [
      "a flow",
      "InvalidOAuthFlowException",
      "Something new about flows.",
      { AllowedOAuthFlows: ["code"] },
      "AllowedOAuthFlows",
    ],
    [
      "the plan",
      "FeatureUnavailableInTierException",
      "The feature is not available in the tier.",
      { ExplicitAuthFlows: ["ALLOW_USER_AUTH"] },
      "ExplicitAuthFlows/0",
    ],
  ])("what AWS refuses is blamed on the file that says it: %s", async (_what, name, words, said, pointer) => {
    const rest = {
      CallbackURLs: ["https://a.example/cb"],
      AllowedOAuthFlows: ["code"],
      AllowedOAuthFlowsUserPoolClient: true,
      SupportedIdentityProviders: ["COGNITO"],
      AllowedOAuthScopes: ["openid"],
    };
    scene.strict.pool.resourceServers.set("api", { name: "api", scopes: [{ name: "read", description: "x" }] });
    scene.proxy.conduct = only("UpdateUserPoolClient", (call) => call.answer(awsError(400, name, words)), passOn);
    const blamed = async (members: object, set: object) => {
      files({ ClientName: "web", ...members }, { id, set });
      const { code, out } = await scene.main("apply", "--yes", ...env, `only/${file}`);
      expect({ code, out }).toMatchObject({ code: 1 });
      return json(out).results[0].problem.blame[0];
    };
    expect(await blamed(rest, said)).toMatchObject({
      file: `only/${environments}`,
      path: `/clients/${file}/dev/set/${pointer}`,
    });
    const text = await scene.main("apply", "--yes", "--env", "dev", `only/${file}`);
    expect(text.out).toContain(`It stands in only/${environments}`);
    const inSpec = await blamed({ ...rest, ...said }, { ClientName: "other" });
    expect([inSpec.file, inSpec.path]).toEqual([undefined, `/${pointer}`]);
  });

  test("an id that is not there: under which environment the file has it, too", async () => {
    const gone = "1gone23456789";
    links = { prod: { id: gone } };
    files({ ClientName: "web" }, { id: gone }, { prod: { pool: "us-east-1_Other1234" } });
    const sentence = "The environments file has the same id under prod.";
    for (const [command, ...more] of [["plan"], ["apply", "--yes"], ["drift"]] as const)
      expect((await scene.main(command, "--env", "dev", ...more, `only/${file}`)).out, command).toContain(sentence);
    for (const [command, ...more] of [
      ["delete", "--confirm", "web"],
      ["secrets", "list"],
    ] as const)
      expect((await scene.main(command, ...more, "--env", "dev", `only/${file}`)).err, command).toContain(sentence);
    expect(scene.proxy.writes()).toEqual([]);
  });
});

test("a run reads each pool once, and describes what is linked alone", async () => {
  const names = ["a", "b", "c"];
  const ids = names.map((name) => scene.strict.addAppClient({ ClientName: name }).id);
  for (const name of names) scene.write(`many/${name}.cognito-client.yaml`, `ClientName: ${name}\n`);
  scene.write("many/cognito-client.environments.json", {
    environments: { dev: { account: accounts.dev, pool: scene.strict.poolId } },
    clients: Object.fromEntries(names.map((name, at) => [`${name}.cognito-client.yaml`, { dev: { id: ids[at] } }])),
  });
  for (const command of ["plan", "drift"]) {
    scene.proxy.reset();
    const files = names.map((name) => `many/${name}.cognito-client.yaml`);
    expect(await scene.main(command, "--env", "dev", ...files)).toMatchObject({ code: 0 });
    const count: Record<string, number> = {};
    for (const call of scene.proxy.calls) count[call] = (count[call] ?? 0) + 1;
    expect(count, command).toEqual({
      GetCallerIdentity: 1,
      DescribeUserPool: 1,
      ListResourceServers: 1,
      ListIdentityProviders: 1,
      ListUserPoolClients: 1,
      DescribeUserPoolClient: 3,
      ListUserPoolClientSecrets: 3,
    });
  }
});
