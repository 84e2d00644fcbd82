import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Problem } from "../../deploy/index.ts";
import { type LocalCognito, startCognitoLocal } from "../support/cognito-local.ts";
import { type CountProxy, startCountProxy } from "../support/count-proxy.ts";
import { type Scene, sceneAt, spec } from "../support/deploy-scene.ts";
import { awsError, emulated, only } from "../support/fault-proxy.ts";
import { temporaryFolder } from "../support/process.ts";

/**
 * AWS's answers as public reports quote them, served in AWS's wire format, because no emulator refuses what AWS refuses.
 * The engine would stop most of these specs before they are sent: rules that a user has switched off must not hide the answer.
 */
let cognito: LocalCognito;
let proxy: CountProxy;
let scene: Scene;
const stack = new AsyncDisposableStack();

beforeAll(async () => {
  cognito = stack.use(await startCognitoLocal());
  proxy = stack.use(await startCountProxy(cognito.url, emulated));
  scene = await sceneAt(proxy.url, stack.use(temporaryFolder("refusals")).path, cognito.poolId);
});
afterAll(() => stack.disposeAsync());

const PARAMETER = "InvalidParameterException";
const FLOW = "InvalidOAuthFlowException";

/** Exception, AWS's message, the members to blame (as JSON pointers), the rule. The spec is one that AWS would refuse so. */
const recorded: [exception: string, message: string, spec: object, blamed: string[], ruleId: string | undefined][] = [
  [
    PARAMETER,
    "AllowedOAuthFlows and AllowedOAuthScopes are required if user pool client is allowed to use OAuth flows.",
    { AllowedOAuthFlowsUserPoolClient: true },
    ["/AllowedOAuthFlowsUserPoolClient"],
    "oauth-flows-and-scopes-required",
  ],
  [
    FLOW,
    "client_credentials flow can not be selected along with code flow or implicit flow.",
    { AllowedOAuthFlows: ["code", "client_credentials"] },
    ["/AllowedOAuthFlows/1"],
    "client-credentials-exclusive",
  ],
  [
    FLOW,
    "client_credentials flow can not be selected if client does not have a client secret.",
    { AllowedOAuthFlows: ["client_credentials"], GenerateSecret: false },
    ["/GenerateSecret"],
    "client-credentials-requires-secret",
  ],
  [
    FLOW,
    "openid is not supported with client_credentials flow",
    { AllowedOAuthFlows: ["client_credentials"], AllowedOAuthScopes: ["api/read", "openid"] },
    ["/AllowedOAuthScopes/1"],
    "client-credentials-standard-scope",
  ],
  [
    FLOW,
    "CallbackUrls can not be empty when code flow or implicit flow is selected",
    { AllowedOAuthFlows: ["code"] },
    ["/AllowedOAuthFlows"],
    "callback-required-for-redirect-flows",
  ],
  [
    PARAMETER,
    "http://example.com/cb cannot use the HTTP protocol.",
    { CallbackURLs: ["https://a.example", "http://example.com/cb"] },
    ["/CallbackURLs/1"],
    "url-http-not-loopback",
  ],
  [
    PARAMETER,
    "http://example.com/out cannot use the HTTP protocol.",
    { LogoutURLs: ["http://example.com/out"] },
    ["/LogoutURLs/0"],
    "url-http-not-loopback",
  ],
  [
    PARAMETER,
    "https://example.com/cb#frag cannot use fragment",
    { CallbackURLs: ["https://example.com/cb#frag"] },
    ["/CallbackURLs/0"],
    "url-fragment",
  ],
  [
    PARAMETER,
    "example.com/cb must contain a scheme",
    { CallbackURLs: ["example.com/cb"] },
    ["/CallbackURLs/0"],
    "url-missing-scheme",
  ],
  [
    PARAMETER,
    "The default redirect URI https://b.example is not in the callback URIs list.",
    { CallbackURLs: ["https://a.example"], DefaultRedirectURI: "https://b.example" },
    ["/DefaultRedirectURI"],
    "default-redirect-not-in-callbacks",
  ],
  [
    PARAMETER,
    "Auth flow name with prefix 'ALLOW' cannot be used with legacy auth flow names.",
    { ExplicitAuthFlows: ["ALLOW_USER_SRP_AUTH", "ADMIN_NO_SRP_AUTH"] },
    ["/ExplicitAuthFlows/1"],
    "auth-flows-legacy-mixed",
  ],
  [
    PARAMETER,
    "ALLOW_REFRESH_TOKEN_AUTH is not a permitted ExplicitAuthFlow when refresh token rotation is enabled.",
    {
      ExplicitAuthFlows: ["ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"],
      RefreshTokenRotation: { Feature: "ENABLED" },
    },
    ["/ExplicitAuthFlows/1"],
    "rotation-with-refresh-token-auth",
  ],
  [
    PARAMETER,
    "Invalid range for token validity.",
    { AccessTokenValidity: 2, IdTokenValidity: 60 },
    ["/IdTokenValidity"],
    "token-validity-range",
  ],
  [
    PARAMETER,
    "Access and Id Token expiration times must be less than or equal to refresh token expiration times.",
    { AccessTokenValidity: 5, RefreshTokenValidity: 2, TokenValidityUnits: { RefreshToken: "hours" } },
    ["/AccessTokenValidity"],
    "token-validity-exceeds-refresh",
  ],
  [
    PARAMETER,
    "Client Secret is required to set EnablePropagateAdditionalUserContextData as true",
    { EnablePropagateAdditionalUserContextData: true },
    ["/EnablePropagateAdditionalUserContextData"],
    "context-data-requires-secret",
  ],
  [
    PARAMETER,
    "Invalid analytics configuration given, either <application arn> or <application id, role arn, external id> are valid",
    { AnalyticsConfiguration: { ApplicationId: "abc" } },
    ["/AnalyticsConfiguration"],
    "analytics-alternatives",
  ],
  [
    PARAMETER,
    "The integration with Pinpoint is not supported for the requested ap-northeast-1 region.",
    { AnalyticsConfiguration: { ApplicationArn: "arn:aws:mobiletargeting:ap-northeast-1:123456789012:apps/abc" } },
    ["/AnalyticsConfiguration"],
    "analytics-region-unsupported",
  ],
  [
    "ScopeDoesNotExistException",
    "Invalid scope requested: Cognito",
    { AllowedOAuthScopes: ["openid", "Cognito"] },
    ["/AllowedOAuthScopes/1"],
    "scope-unknown-builtin",
  ],
  [
    "ScopeDoesNotExistException",
    "Invalid scope requested: api/read",
    { AllowedOAuthScopes: ["openid", "api/read"] },
    ["/AllowedOAuthScopes/1"],
    "scope-not-found",
  ],
  [
    PARAMETER,
    "Invalid write attributes specified while creating a client",
    { WriteAttributes: ["name", "email_verified"] },
    ["/WriteAttributes/1"],
    "write-attribute-never-writable",
  ],
  [
    PARAMETER,
    "Invalid write attributes specified while creating a client",
    { WriteAttributes: ["name"] },
    ["/WriteAttributes"],
    "write-attribute-not-found",
  ],
  [
    PARAMETER,
    "Invalid read attributes specified while creating a client",
    { ReadAttributes: ["tenant"] },
    ["/ReadAttributes"],
    "read-attribute-not-found",
  ],
  [
    PARAMETER,
    "The provider Google does not exist for User Pool us-east-1_aaaaaaaaa.",
    { SupportedIdentityProviders: ["COGNITO", "Google"] },
    ["/SupportedIdentityProviders/1"],
    "idp-not-found",
  ],
  [
    PARAMETER,
    "REFRESH_TOKEN_AUTH should always be allowed.",
    { ExplicitAuthFlows: ["ALLOW_USER_SRP_AUTH"] },
    ["/ExplicitAuthFlows"],
    "refresh-token-auth-missing",
  ],
  [
    PARAMETER,
    "2 validation errors detected: Value '????' at 'clientName' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\w\\s+=,.@-]+; Value '2' at 'authSessionValidity' failed to satisfy constraint: Member must have value greater than or equal to 3",
    { ClientName: "テスト用", AuthSessionValidity: 2 },
    ["/ClientName", "/AuthSessionValidity"],
    "client-name-format",
  ],
  [
    PARAMETER,
    "1 validation error detected: Value '[https://a b]' at 'callbackURLs' failed to satisfy constraint: Member must satisfy constraint: [Member must have length less than or equal to 1024, Member must satisfy regular expression pattern: [\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+]",
    { CallbackURLs: ["https://a b"] },
    ["/CallbackURLs"],
    "redirect-url-format",
  ],
  [
    PARAMETER,
    "1 validation error detected: Value 'hour' at 'tokenValidityUnits.accessToken' failed to satisfy constraint: Member must satisfy enum value set: [seconds, hours, minutes, days]",
    { TokenValidityUnits: { AccessToken: "hour" } },
    ["/TokenValidityUnits/AccessToken"],
    "token-unit-enum",
  ],
  [
    "FeatureUnavailableInTierException",
    "The feature is not available in the tier.",
    { ExplicitAuthFlows: ["ALLOW_USER_AUTH"] },
    ["/ExplicitAuthFlows/0"],
    "user-auth-tier",
  ],
  ["ResourceNotFoundException", "User pool us-east-1_aaaaaaaaa does not exist.", {}, ["/UserPoolId"], "pool-not-found"],
  [FLOW, "Something new about flows.", { AllowedOAuthFlows: ["code"] }, ["/AllowedOAuthFlows"], undefined],
];

/** Every rule is off, so that what AWS says is heard. */
const silent = { preset: "recommended" as const, rules: new Proxy({}, { get: () => "off" as const }) };

async function refusedWith(exception: string, message: string, members: object, status = 400): Promise<Problem> {
  const source = spec({ UserPoolId: cognito.poolId, ClientName: "refused", ...members });
  const plan = await scene.deploy.plan(scene.connection, source, { settings: silent });
  if (!plan.ok) throw new Error(plan.problem.message);
  proxy.conduct = only("CreateUserPoolClient", (call) => call.answer(awsError(status, exception, message)));
  const result = await scene.deploy.apply(plan.value, { confirmed: plan.value.digest, current: source });
  proxy.conduct = emulated;
  if (!result.ok) throw new Error(result.problem.message);
  const [outcome] = result.value;
  if (outcome?.outcome !== "not-created") throw new Error(outcome?.outcome ?? "nothing");
  return outcome.problem;
}

describe("what AWS refuses is told on the property that is to blame", () => {
  test.each(recorded)("%s: %s", async (exception, message, members, blamed, ruleId) => {
    const problem = await refusedWith(exception, message, members);
    expect(problem.blame?.map(({ path }) => `/${path.join("/")}`)).toEqual(blamed);
    expect(problem.blame?.[0]?.ruleId).toBe(ruleId);
    expect(problem.aws).toEqual({
      operation: "CreateUserPoolClient",
      name: exception,
      message,
      requestId: "11111111-2222-3333-4444-555555555555",
      status: 400,
    });
    expect(problem.message).toContain(message);
  });
});

describe("what no property is to blame for has a next step", () => {
  test.each([
    [
      "AccessDeniedException",
      "User: arn:aws:iam::123456789012:user/dev is not authorized to perform: cognito-idp:CreateUserPoolClient",
      "permission",
      "choose-profile",
    ],
    ["NotAuthorizedException", "Access Denied", "permission", "choose-profile"],
    ["LimitExceededException", "The number of app clients is used up.", "refused", "open"],
    ["OperationNotEnabledException", "Operation is not enabled for this replica.", "refused", "choose-pool"],
    ["ExpiredTokenException", "The security token included in the request is expired", "credentials", "choose-profile"],
    [
      "UnrecognizedClientException",
      "The security token included in the request is invalid.",
      "credentials",
      "choose-profile",
    ],
    [
      "InvalidSignatureException",
      "Signature expired: 20261122T100000Z is now earlier than 20261122T102000Z",
      "credentials",
      "retry",
    ],
    [
      "InvalidSignatureException",
      "The request signature we calculated does not match the signature you provided.",
      "credentials",
      "retry",
    ],
    ["SomethingNewException", "Nobody has seen this yet.", "refused", "fix-spec"],
  ] as const)("%s", async (exception, message, kind, next) => {
    const problem = await refusedWith(exception, message, {});
    expect(problem).toMatchObject({ kind, next: { kind: next }, aws: { name: exception, message } });
    expect(problem.message.length).toBeGreaterThan(30);
  });
});

test("an index in AWS's words leads to the item", async () => {
  const message =
    "1 validation error detected: Value 'https://a b' at 'callbackURLs.2.member' failed to satisfy constraint: Member must satisfy regular expression pattern";
  const problem = await refusedWith(PARAMETER, message, { CallbackURLs: ["https://a.example", "https://a b"] });
  expect(problem.blame).toEqual([{ path: ["CallbackURLs", 1], ruleId: "redirect-url-format" }]);
});

test("in a wrapped spec the blame leads into the wrapper", async () => {
  const source = spec({
    UserPoolClient: { UserPoolId: cognito.poolId, ClientName: "wrapped", AllowedOAuthScopes: ["api/read"] },
  });
  const plan = await scene.deploy.plan(scene.connection, source, { settings: silent });
  if (!plan.ok) throw new Error(plan.problem.message);
  proxy.conduct = only("CreateUserPoolClient", (call) =>
    call.answer(awsError(400, "ScopeDoesNotExistException", "Invalid scope requested: api/read")),
  );
  const result = await scene.deploy.apply(plan.value, { confirmed: plan.value.digest, current: source });
  proxy.conduct = emulated;
  expect(result).toMatchObject({
    ok: true,
    value: [{ problem: { blame: [{ path: ["UserPoolClient", "AllowedOAuthScopes", 0] }] } }],
  });
});
