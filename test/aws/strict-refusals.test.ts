import {
  CreateUserPoolClientCommand,
  type CreateUserPoolClientRequest,
  UpdateUserPoolClientCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { recorded } from "../support/recorded-refusals.ts";
import { type StrictCognito, startStrictCognito } from "../support/strict-cognito/index.ts";

const PARAMETER = "InvalidParameterException";
let strict: StrictCognito;
beforeAll(async () => {
  strict = await startStrictCognito({
    pool: { tier: "LITE", attributes: ["plan"], required: ["email"], resourceServers: { api: ["write"] } },
  });
});
afterAll(() => strict[Symbol.asyncDispose]());

/** A request like those that AWS was seen to accept. */
const accepted = {
  AllowedOAuthFlowsUserPoolClient: true,
  AllowedOAuthFlows: ["code"],
  AllowedOAuthScopes: ["openid", "api/write"],
  CallbackURLs: ["https://a.example"],
  ReadAttributes: ["custom:plan", "email_verified"],
  WriteAttributes: ["custom:plan", "email"],
} as const;

async function refusal(call: Promise<unknown>): Promise<{ name: string; message: string } | undefined> {
  return call.then(
    () => undefined,
    (error: Error) => ({ name: error.name, message: error.message }),
  );
}

const create = (members: object) =>
  strict.api.send(
    new CreateUserPoolClientCommand({
      UserPoolId: strict.poolId,
      ClientName: "web",
      ...members,
    } as CreateUserPoolClientRequest),
  );

/** The last row is made up; AWS no longer says the one about REFRESH_TOKEN_AUTH; the one about pools has a test of its own. */
const today = recorded.filter(
  ([exception, message]) =>
    exception !== "ResourceNotFoundException" && !/^(?:Something new|REFRESH_TOKEN_AUTH should)/.test(message),
);

/** What a recorded request needs around it to get as far as its refusal. */
function around(message: string): object {
  if (message.startsWith("openid is not supported")) return { GenerateSecret: true };
  if (message.startsWith("CallbackUrls can not be empty")) return { ...accepted, CallbackURLs: [] };
  return message.startsWith("Invalid scope requested") ? accepted : {};
}

describe("what AWS was recorded to refuse is refused in its words", () => {
  test.each(today)("%s: %s", async (exception, message, members) => {
    const found = await refusal(create({ ...around(message), ...members }));
    expect(found?.name).toBe(exception);
    const words = message.replace("us-east-1_aaaaaaaaa", strict.poolId);
    // Of validation errors the order of what is allowed is not compared.
    const compared = (text: string | undefined) =>
      text?.replace(/(failed to satisfy constraint: Member must satisfy \w+).*/, "$1");
    expect(compared(found?.message)).toBe(compared(words));
  });

  test("and so are updates that end there, although the request alone does not say it", async () => {
    strict.knobs.omitted = "kept";
    const { id } = strict.addAppClient({
      ClientName: "web",
      ExplicitAuthFlows: ["ALLOW_USER_SRP_AUTH"],
      RefreshTokenRotation: { Feature: "ENABLED" },
    });
    const update = new UpdateUserPoolClientCommand({
      UserPoolId: strict.poolId,
      ClientId: id,
      ExplicitAuthFlows: ["ALLOW_REFRESH_TOKEN_AUTH"],
    });
    expect((await refusal(strict.api.send(update)))?.message).toContain("refresh token rotation is enabled");
    strict.knobs.omitted = "reset";
    expect(await refusal(strict.api.send(update))).toBeUndefined();
  });
});

test("what AWS was seen to accept is accepted", async () => {
  expect(await refusal(create(accepted))).toBeUndefined();
  // Flows without the switch lead nowhere, and are accepted (boto/boto3#3916).
  expect(await refusal(create({ AllowedOAuthFlows: ["code"] }))).toBeUndefined();
  expect(await refusal(create({ CallbackURLs: ["http://localhost:3000/cb", "myapp://cb"] }))).toBeUndefined();
});

test.each([
  ["an unknown member", { Cient: "x" }, "SerializationException"],
  ["another unknown member, within", { TokenValidityUnits: { Access: "hours" } }, "SerializationException"],
  ["a member of answers", { ClientType: "REGULAR" }, "SerializationException"],
  ["a text for a number", { AccessTokenValidity: "1" }, "SerializationException"],
  ["a fraction", { AccessTokenValidity: 1.5 }, "SerializationException"],
  ["a text for a list", { CallbackURLs: "https://a.example" }, "SerializationException"],
  ["a number in a list", { CallbackURLs: [1] }, "SerializationException"],
  ["a list for an object", { TokenValidityUnits: [] }, "SerializationException"],
  ["too many items", { CallbackURLs: Array(101).fill("https://a.example") }, PARAMETER],
  ["a number beyond its range", { AuthSessionValidity: 16 }, PARAMETER],
  ["no name", { ClientName: null }, PARAMETER],
  ["two kinds of secret", { GenerateSecret: true, ClientSecret: "s".repeat(24) }, PARAMETER],
])("%s is refused, and nothing exists afterwards", async (_, members, exception) => {
  const before = (await strict.appClients()).length;
  const answer = await fetch(strict.url, {
    method: "POST",
    headers: {
      "x-amz-target": "AWSCognitoIdentityProviderService.CreateUserPoolClient",
      authorization: "AWS4-HMAC-SHA256 Credential=local/20261126/us-east-1/cognito-idp/aws4_request",
    },
    body: JSON.stringify({ UserPoolId: strict.poolId, ClientName: "web", ...members }),
  });
  expect([answer.status, ((await answer.json()) as { __type: string }).__type]).toEqual([400, exception]);
  expect(await strict.appClients()).toHaveLength(before);
});

test("a secret is not repeated in a refusal", async () => {
  const found = await refusal(create({ ClientSecret: "too-short" }));
  expect(found?.message).toContain("at 'clientSecret' failed");
  expect(found?.message).not.toContain("too-short");
});
