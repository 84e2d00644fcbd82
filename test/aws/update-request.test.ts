import { UpdateUserPoolClientCommand, type UserPoolClientType } from "@aws-sdk/client-cognito-identity-provider";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { defaultAuthFlows } from "../../server/src/engine/catalogue/auth-flows.ts";
import { unitSeconds } from "../../server/src/engine/catalogue/entry.ts";
import { updateSettings } from "../../server/src/engine/catalogue/update-request.ts";
import { omittedAnswers, type StrictCognito, startStrictCognito } from "../support/strict-cognito/index.ts";
import { type JsonObject, texts } from "../support/strict-cognito/wire.ts";

/**
 * Any app client, updated to any other: the request that the catalogue makes ends in the wanted state, whatever AWS does
 * with what is left out, and nothing else changes.
 */
let strict: StrictCognito;
beforeAll(async () => {
  strict = await startStrictCognito({ pool: { resourceServers: { api: ["read"] }, attributes: ["plan"] } });
});
afterAll(() => strict[Symbol.asyncDispose]());

const some = <T>(...values: T[]) => fc.subarray(values, { minLength: 1 });
const maybe = (name: string, ...values: unknown[]) =>
  fc.constantFrom({}, ...values.map((value) => ({ [name]: value }))) as fc.Arbitrary<JsonObject>;

const callbacks = ["https://a.example/cb", "https://b.example/cb", "myapp://cb"];
const withRedirects = fc
  .record({ CallbackURLs: some(...callbacks), ends: fc.boolean() })
  .map(({ CallbackURLs, ends }) => ({ CallbackURLs, ...(ends ? { DefaultRedirectURI: CallbackURLs[0] ?? "" } : {}) }));
const oauth: fc.Arbitrary<JsonObject> = fc.oneof(
  fc.constant({}),
  withRedirects,
  fc
    .record({
      redirects: withRedirects,
      AllowedOAuthScopes: some("openid", "email", "api/read"),
      implicit: fc.boolean(),
    })
    .map(({ redirects, AllowedOAuthScopes, implicit }) => ({
      ...redirects,
      AllowedOAuthScopes,
      AllowedOAuthFlows: implicit ? ["code", "implicit"] : ["code"],
      AllowedOAuthFlowsUserPoolClient: true,
    })),
  fc.constant({
    AllowedOAuthFlowsUserPoolClient: true,
    AllowedOAuthFlows: ["client_credentials"],
    AllowedOAuthScopes: ["api/read"],
  }),
);
const signIn: fc.Arbitrary<JsonObject> = fc.constantFrom(
  {},
  { ExplicitAuthFlows: ["ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"] },
  { ExplicitAuthFlows: ["ADMIN_NO_SRP_AUTH"] },
  {
    ExplicitAuthFlows: ["ALLOW_USER_SRP_AUTH"],
    RefreshTokenRotation: { Feature: "ENABLED", RetryGracePeriodSeconds: 10 },
  },
  { RefreshTokenRotation: { Feature: "DISABLED", RetryGracePeriodSeconds: 0 } },
);
const lifetimes: fc.Arbitrary<JsonObject> = fc.constantFrom(
  {},
  { AccessTokenValidity: 2 },
  { IdTokenValidity: 2, RefreshTokenValidity: 7 },
  { RefreshTokenValidity: 0 },
  { AccessTokenValidity: 30, TokenValidityUnits: { AccessToken: "minutes" } },
  { RefreshTokenValidity: 12, TokenValidityUnits: { RefreshToken: "hours" } },
  {
    AccessTokenValidity: 600,
    IdTokenValidity: 40,
    RefreshTokenValidity: 90,
    TokenValidityUnits: { AccessToken: "seconds", IdToken: "minutes", RefreshToken: "minutes" },
  },
);
const settings: fc.Arbitrary<JsonObject> = fc
  .tuple(
    fc.constantFrom("web", "mobile").map((ClientName) => ({ ClientName })),
    oauth,
    signIn,
    lifetimes,
    maybe("LogoutURLs", ["https://a.example"], ["https://b.example", "https://a.example"]),
    maybe("SupportedIdentityProviders", ["COGNITO"]),
    maybe("AuthSessionValidity", 3, 5),
    maybe("EnableTokenRevocation", true, false),
    maybe("PreventUserExistenceErrors", "ENABLED", "LEGACY"),
    maybe("EnablePropagateAdditionalUserContextData", true, false),
    maybe("ReadAttributes", ["email"], ["custom:plan", "email"]),
    maybe("WriteAttributes", ["custom:plan"]),
    maybe("AnalyticsConfiguration", { ApplicationArn: "arn:aws:mobiletargeting:us-east-1:111122223333:apps/abc" }),
  )
  .map((parts) => Object.assign({}, ...parts));

const tokens = [
  ["AccessToken", "hours", 1],
  ["IdToken", "hours", 1],
  ["RefreshToken", "days", 30],
] as const;

/** What an app client does, however it is written down: lifetimes in seconds, defaults written out. */
function meaning({ TokenValidityUnits: units, ...client }: UserPoolClientType): Record<string, unknown> {
  const { ClientId: _id, ClientSecret: _secret, CreationDate: _made, LastModifiedDate: _changed, ...rest } = client;
  const lives = tokens.map(([token, unit, count]) => {
    const given = client[`${token}Validity`];
    return [
      `${token}Validity`,
      given === undefined ? count * unitSeconds[unit] : given * unitSeconds[units?.[token] ?? unit],
    ];
  });
  const ExplicitAuthFlows = [...defaultAuthFlows].sort();
  return { ExplicitAuthFlows, PreventUserExistenceErrors: "LEGACY", ...rest, ...Object.fromEntries(lives) };
}

/**
 * A default redirect that shall go together with its callback. Nothing that can be written takes it away, so that a service
 * that keeps it has to refuse the update: all stays as it was.
 */
function orphaned({ DefaultRedirectURI: uri }: UserPoolClientType, wanted: JsonObject): boolean {
  return (
    uri !== undefined && wanted["DefaultRedirectURI"] === undefined && !texts(wanted["CallbackURLs"]).includes(uri)
  );
}

describe.each(omittedAnswers)("if AWS has what is left out %s", (omitted) => {
  test("an update ends in the wanted state, and leaves the secret as it is", async () => {
    strict.knobs.omitted = omitted;
    let left = 0;
    await fc.assert(
      fc.asyncProperty(settings, settings, async (live, wanted) => {
        const { id, secrets } = strict.addAppClient(live, { secrets: 1 });
        const model = strict.addAppClient(wanted, { secrets: 1 });
        const before = strict.truth(id) as UserPoolClientType;
        const { settings: members, byOmission } = updateSettings({ ...before }, wanted);
        const ids = { UserPoolId: strict.poolId, ClientId: id };
        const sent = strict.api.send(new UpdateUserPoolClientCommand({ ...ids, ...members }));
        if (omitted !== "reset" && orphaned(before, wanted)) {
          await expect(sent).rejects.toThrow("is not in the callback URIs list");
          expect(strict.truth(id)).toEqual(before);
          return;
        }
        await sent;
        const [was, is, shall] = [before, strict.truth(id), strict.truth(model.id)].map((each) => meaning({ ...each }));
        for (const name of byOmission) {
          left++;
          // Nothing that can be written says it: it is the wanted one, or still the old one.
          expect([shall?.[name], was?.[name]]).toContainEqual(is?.[name]);
          for (const each of [is, shall]) delete each?.[name];
        }
        expect(is).toEqual(shall);
        expect(strict.truth(id)?.ClientSecret).toBe(secrets[0]?.value);
        strict.pool.appClients.clear();
      }),
      { numRuns: 200 },
    );
    expect(left).toBeGreaterThan(10);
  });
});
