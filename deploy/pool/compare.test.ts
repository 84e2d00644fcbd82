import { describe, expect, test } from "vitest";
import type { JsonObject } from "../json.ts";
import { differences } from "./compare.ts";

const base = { UserPoolId: "eu-west-1_AbC", ClientName: "web" };

/** What Describe adds to a client for which nothing was set, as Terraform's acceptance tests read it back. */
const described = {
  UserPoolId: "eu-west-1_AbC",
  ClientName: "web",
  RefreshTokenValidity: 30,
  AuthSessionValidity: 3,
  EnableTokenRevocation: true,
  EnablePropagateAdditionalUserContextData: false,
  AllowedOAuthFlowsUserPoolClient: false,
  RefreshTokenRotation: { Feature: "DISABLED", RetryGracePeriodSeconds: 0 },
  ClientType: "REGULAR",
};

const paths = (request: JsonObject, settings: JsonObject, hasSecret = false) =>
  differences({ ...base, ...request }, { settings: { ...described, ...settings }, hasSecret }).map(({ path }) =>
    path.join("."),
  );

describe("how AWS writes things down is no difference", () => {
  test.each<[string, JsonObject, JsonObject, boolean?]>([
    ["defaults", {}, {}],
    ["defaults that are left out", {}, { PreventUserExistenceErrors: "LEGACY" }],
    [
      "the default written out",
      { PreventUserExistenceErrors: "LEGACY", EnableTokenRevocation: true, AuthSessionValidity: 3 },
      {},
    ],
    ["order of lists", { CallbackURLs: ["https://a", "https://b"] }, { CallbackURLs: ["https://b", "https://a"] }],
    ["duplicates of lists", { AllowedOAuthScopes: ["openid", "openid"] }, { AllowedOAuthScopes: ["openid"] }],
    ["empty lists", { CallbackURLs: [], WriteAttributes: [] }, {}],
    [
      "the default sign-in flows",
      {},
      { ExplicitAuthFlows: ["ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_CUSTOM_AUTH"] },
    ],
    ["attribute lists that nobody asked for", {}, { ReadAttributes: ["email"], WriteAttributes: ["name"] }],
    ["a refresh validity of 0", { RefreshTokenValidity: 0 }, { RefreshTokenValidity: 30 }],
    [
      "units completed by AWS",
      { AccessTokenValidity: 5 },
      { AccessTokenValidity: 5, TokenValidityUnits: { AccessToken: "hours", IdToken: "hours", RefreshToken: "days" } },
    ],
    [
      "the same time in another unit",
      { AccessTokenValidity: 60, TokenValidityUnits: { AccessToken: "minutes" } },
      { AccessTokenValidity: 1 },
    ],
    ["lifetimes that read 0", {}, { AccessTokenValidity: 0, IdTokenValidity: 0 }],
    [
      "a grace period without rotation",
      { RefreshTokenRotation: { Feature: "DISABLED", RetryGracePeriodSeconds: 30 } },
      {},
    ],
    [
      "a grace period of 0",
      { RefreshTokenRotation: { Feature: "ENABLED" } },
      { RefreshTokenRotation: { Feature: "ENABLED", RetryGracePeriodSeconds: 0 } },
    ],
    [
      "the role that AWS fills in",
      { AnalyticsConfiguration: { ApplicationArn: "arn:a" } },
      { AnalyticsConfiguration: { ApplicationArn: "arn:a", RoleArn: "arn:r", UserDataShared: false } },
    ],
    ["a generated secret", { GenerateSecret: true }, {}, true],
    ["a secret of the spec", { ClientSecret: "x" }, {}, true],
  ])("%s", (_what, request, settings, hasSecret) => {
    expect(paths(request, settings, hasSecret)).toEqual([]);
  });
});

describe("what differs is named", () => {
  test.each<[string, JsonObject, JsonObject, string[], boolean?]>([
    ["another name", {}, { ClientName: "other" }, ["ClientName"]],
    ["one URL more", { CallbackURLs: ["https://a"] }, { CallbackURLs: ["https://a", "https://b"] }, ["CallbackURLs"]],
    ["a list that vanished", { LogoutURLs: ["https://a"] }, {}, ["LogoutURLs"]],
    ["a list that nobody asked for", {}, { SupportedIdentityProviders: ["COGNITO"] }, ["SupportedIdentityProviders"]],
    [
      "another unit",
      { AccessTokenValidity: 5 },
      { AccessTokenValidity: 5, TokenValidityUnits: { AccessToken: "minutes" } },
      ["AccessTokenValidity"],
    ],
    ["another lifetime", {}, { RefreshTokenValidity: 3650 }, ["RefreshTokenValidity"]],
    ["rotation that was dropped", { RefreshTokenRotation: { Feature: "ENABLED" } }, {}, ["RefreshTokenRotation"]],
    ["a flag", { AllowedOAuthFlowsUserPoolClient: true }, {}, ["AllowedOAuthFlowsUserPoolClient"]],
    ["sign-in flows", { ExplicitAuthFlows: ["ALLOW_USER_AUTH"] }, {}, ["ExplicitAuthFlows"]],
    ["attributes", { ReadAttributes: ["email"] }, { ReadAttributes: ["email", "name"] }, ["ReadAttributes"]],
    ["no secret", { GenerateSecret: true }, {}, ["GenerateSecret"], false],
    ["a secret that nobody asked for", {}, {}, ["GenerateSecret"], true],
  ])("%s", (_what, request, settings, expected, hasSecret) => {
    expect(paths(request, settings, hasSecret)).toEqual(expected);
  });
});

test("whether there is a secret may not be known, which is no difference", () => {
  expect(differences({ ...base, GenerateSecret: true }, { settings: described })).toEqual([]);
});

test("a difference tells both sides", () => {
  expect(
    differences(
      { ...base, AccessTokenValidity: 2 },
      { settings: { ...described, AccessTokenValidity: 1 }, hasSecret: false },
    ),
  ).toEqual([{ path: ["AccessTokenValidity"], asked: "2 hours", found: "1 hour" }]);
});
