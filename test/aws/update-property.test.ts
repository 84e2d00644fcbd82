import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { comparable } from "../../server/src/engine/catalogue/normal-form.ts";
import { normalForm } from "../../server/src/engine/index.ts";
import { type Scene, sceneAt, spec } from "../support/deploy-scene.ts";
import { temporaryFolder } from "../support/process.ts";
import { omittedAnswers, type StrictCognito, startStrictCognito } from "../support/strict-cognito/index.ts";

/** Any app client, any spec, whatever AWS does with what is left out: nothing changes that the spec does not say. */
const stack = new AsyncDisposableStack();
let strict: StrictCognito;
let scene: Scene;

beforeAll(async () => {
  const resourceServers = { api: ["read", "write"] };
  const identityProviders = { Corp: "SAML" } as const;
  strict = stack.use(
    await startStrictCognito({ pool: { tier: "PLUS", resourceServers, identityProviders, attributes: ["team"] } }),
  );
  scene = await sceneAt(strict.url, stack.use(temporaryFolder("property")).path, strict.poolId);
});
afterAll(() => stack.disposeAsync());

const some = <T>(...values: readonly T[]) => fc.subarray([...values], { minLength: 1 });
const urls = some("https://a.example/cb", "https://b.example/cb", "http://localhost:3000/cb");
const of = <T>(...values: readonly T[]) => fc.constantFrom(...values);
const unit = of("seconds", "minutes", "hours", "days");

/** Members that Cognito accepts together in any combination. */
const free = {
  LogoutURLs: urls,
  ReadAttributes: some("email", "name", "custom:team"),
  WriteAttributes: some("email", "name", "custom:team"),
  SupportedIdentityProviders: some("COGNITO", "Corp"),
  PreventUserExistenceErrors: of("ENABLED", "LEGACY"),
  EnableTokenRevocation: fc.boolean(),
  AuthSessionValidity: of(3, 5, 15),
  ExplicitAuthFlows: some(
    "ALLOW_USER_SRP_AUTH",
    "ALLOW_CUSTOM_AUTH",
    "ALLOW_USER_PASSWORD_AUTH",
    "ALLOW_ADMIN_USER_PASSWORD_AUTH",
  ).map((flows) => [...flows, "ALLOW_REFRESH_TOKEN_AUTH"]),
  RefreshTokenRotation: fc.constant({ Feature: "DISABLED" }),
};

/** In every one of these units both numbers are within Cognito's limits, and within each other's. */
const lifetime = { seconds: of(3600, 7200), minutes: of(60, 90), hours: of(1, 2), days: fc.constant(1) } as const;
const refresh = { seconds: of(864_000), minutes: of(14_400), hours: of(240, 720), days: of(10, 30, 90) } as const;
/** A unit stands beside its number: the strict server describes a number that nobody gave in a unit that somebody did. */
const validity = fc.record({ a: unit, i: unit, r: unit }).chain(({ a, i, r }) =>
  fc.record({
    AccessTokenValidity: lifetime[a as keyof typeof lifetime],
    IdTokenValidity: lifetime[i as keyof typeof lifetime],
    RefreshTokenValidity: refresh[r as keyof typeof refresh],
    TokenValidityUnits: fc.constant({ AccessToken: a, IdToken: i, RefreshToken: r }),
  }),
);
/** One lifetime alone, in its default unit. */
const one = fc.record(
  { AccessTokenValidity: of(1, 2), IdTokenValidity: of(1, 2), RefreshTokenValidity: of(10, 30, 90) },
  { requiredKeys: [] },
);

const oauth = fc.record({
  AllowedOAuthFlowsUserPoolClient: fc.constant(true),
  AllowedOAuthFlows: some("code", "implicit"),
  AllowedOAuthScopes: some("openid", "email", "api/read", "api/write"),
  CallbackURLs: urls,
});

const settings = fc
  .tuple(fc.record(free, { requiredKeys: [] }), fc.oneof(validity, one), fc.option(oauth, { nil: {} }))
  .map(([...parts]) => Object.assign({}, ...parts) as Record<string, unknown>);

test("no member that the spec does not declare ever changes", { timeout: 300_000 }, async () => {
  let [done, same] = [0, 0];
  await fc.assert(
    fc.asyncProperty(settings, settings, of(...omittedAnswers), async (live, wish, omitted) => {
      strict.knobs.omitted = omitted;
      const { id } = strict.addAppClient({ ClientName: "web", ...live });
      const before = normalForm({ ...strict.truth(id) });
      const source = spec({ UserPoolId: strict.poolId, ClientName: "web", ...wish });
      const plan = await scene.deploy.planUpdate(scene.connection, { source, clientId: id });
      if (!plan.ok) expect.fail(`${plan.problem.message} ${JSON.stringify(plan.problem.findings)}`);
      const result = await scene.deploy.apply(plan.value, { confirmed: plan.value.digest, current: source });
      if (!result.ok) expect.fail(result.problem.message);
      const [outcome] = result.value;
      const after = normalForm({ ...strict.truth(id) });
      if (outcome?.outcome === "not-done") {
        expect(outcome.problem).toMatchObject({ kind: "cancelled", message: expect.stringContaining("already as") });
        expect(after).toEqual(before);
        same++;
      } else {
        expect(outcome).toMatchObject({ outcome: "done", differences: [] });
        done++;
      }
      const shall = normalForm(wish);
      for (const { name } of comparable) {
        if (name === "ClientName") continue;
        const expected = wish[name] === undefined ? before[name] : shall[name];
        expect({ name, value: after[name] }).toEqual({ name, value: expected });
      }
      strict.pool.appClients.delete(id);
    }),
    { numRuns: Number(process.env["FC_RUNS"] ?? 300) },
  );
  expect(done).toBeGreaterThan(same);
});
