import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Problem } from "../../deploy/index.ts";
import { type LocalCognito, startCognitoLocal } from "../support/cognito-local.ts";
import { type CountProxy, startCountProxy } from "../support/count-proxy.ts";
import { type Scene, sceneAt, spec } from "../support/deploy-scene.ts";
import { awsError, emulated, only } from "../support/fault-proxy.ts";
import { temporaryFolder } from "../support/process.ts";
import { recorded } from "../support/recorded-refusals.ts";

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
  if (outcome?.outcome !== "not-done") throw new Error(outcome?.outcome ?? "nothing");
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
