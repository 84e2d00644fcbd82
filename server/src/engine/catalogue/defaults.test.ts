import { describe, expect, test } from "vitest";
import { effectiveDefaults } from "./defaults.ts";
import { memberOf } from "./properties.ts";

const minimal = { UserPoolId: "eu-west-1_AbCdEf123", ClientName: "web" };

function filledIn(request: Record<string, unknown>, operation?: "create" | "update"): Record<string, unknown> {
  return Object.fromEntries(effectiveDefaults(request, operation).map(({ path, value }) => [path.join("."), value]));
}

function text(request: Record<string, unknown>, path: string): string | undefined {
  return effectiveDefaults(request).find((entry) => entry.path.join(".") === path)?.text;
}

describe("effectiveDefaults", () => {
  test("a request with nothing but its required members gets every default of the API reference", () => {
    expect(filledIn(minimal)).toMatchObject({
      ExplicitAuthFlows: ["ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_USER_SRP_AUTH", "ALLOW_CUSTOM_AUTH"],
      AccessTokenValidity: 1,
      IdTokenValidity: 1,
      RefreshTokenValidity: 30,
      GenerateSecret: false,
      AllowedOAuthFlowsUserPoolClient: false,
      TokenValidityUnits: { AccessToken: "hours", IdToken: "hours", RefreshToken: "days" },
      RefreshTokenRotation: { Feature: "DISABLED", RetryGracePeriodSeconds: 0 },
      EnableTokenRevocation: true,
      AuthSessionValidity: 3,
      PreventUserExistenceErrors: "LEGACY",
      EnablePropagateAdditionalUserContextData: false,
      ReadAttributes: undefined,
      WriteAttributes: undefined,
    });
  });

  test("each entry has a text and a path that the catalogue knows", () => {
    for (const { path, text } of effectiveDefaults(minimal)) {
      expect(memberOf(path), path.join(".")).toBeDefined();
      expect(text, path.join(".")).not.toBe("");
    }
  });

  test("they come in the catalogue's order, members of an object where the object stands", () => {
    const order = effectiveDefaults({ ...minimal, TokenValidityUnits: {} }).map(({ path }) => path.join("."));
    expect(order.slice(0, 3)).toEqual(["GenerateSecret", "ExplicitAuthFlows", "AllowedOAuthFlowsUserPoolClient"]);
    expect(order.indexOf("TokenValidityUnits.RefreshToken") + 1).toBe(order.indexOf("RefreshTokenRotation"));
  });

  test("what is given is not filled in", () => {
    const given = filledIn({
      ...minimal,
      AuthSessionValidity: 5,
      EnableTokenRevocation: false,
      ReadAttributes: [],
      GenerateSecret: true,
    });
    expect(Object.keys(given)).not.toEqual(expect.arrayContaining(["AuthSessionValidity"]));
    for (const name of ["AuthSessionValidity", "EnableTokenRevocation", "ReadAttributes", "GenerateSecret"])
      expect(given).not.toHaveProperty(name);
  });

  test("a refresh validity of 0 becomes 30 days", () => {
    expect(text({ ...minimal, RefreshTokenValidity: 0 }, "RefreshTokenValidity")).toBe(
      "30 days, because 0 means the default",
    );
    expect(text({ ...minimal, RefreshTokenValidity: 7 }, "RefreshTokenValidity")).toBeUndefined();
  });

  test("a unit without a number: one hour stays one hour; for the refresh token nobody knows", () => {
    const units = { AccessToken: "minutes", IdToken: "days", RefreshToken: "hours" };
    const filled = filledIn({ ...minimal, TokenValidityUnits: units });
    expect(filled).toMatchObject({
      AccessTokenValidity: 60,
      IdTokenValidity: undefined,
      RefreshTokenValidity: undefined,
    });
    expect(text({ ...minimal, TokenValidityUnits: units }, "RefreshTokenValidity")).toContain("not documented");
  });

  test("objects that are given in part are completed", () => {
    const filled = filledIn({
      ...minimal,
      TokenValidityUnits: { AccessToken: "minutes" },
      RefreshTokenRotation: { Feature: "ENABLED" },
      AnalyticsConfiguration: { ApplicationArn: "arn:aws:mobiletargeting:eu-west-1:123456789012:apps/a1" },
    });
    expect(filled).toMatchObject({
      "TokenValidityUnits.IdToken": "hours",
      "TokenValidityUnits.RefreshToken": "days",
      "RefreshTokenRotation.RetryGracePeriodSeconds": 0,
      "AnalyticsConfiguration.UserDataShared": false,
    });
    expect(filled).not.toHaveProperty("TokenValidityUnits");
    expect(filled).not.toHaveProperty(["TokenValidityUnits.AccessToken"]);
  });

  test("with rotation on, the default flows are not claimed to contain ALLOW_REFRESH_TOKEN_AUTH", () => {
    expect(filledIn({ ...minimal, RefreshTokenRotation: { Feature: "ENABLED" } })["ExplicitAuthFlows"]).toBeUndefined();
  });

  test("a secret of one's own leaves nothing to say about GenerateSecret", () => {
    expect(filledIn({ ...minimal, ClientSecret: "not-a-real-secret" })).not.toHaveProperty("GenerateSecret");
  });

  test("an update is only said to reset what nobody saw it keep", () => {
    const filled = filledIn({ UserPoolId: "eu-west-1_AbCdEf123", ClientId: "abc" }, "update");
    expect(Object.keys(filled)).toEqual([
      "ExplicitAuthFlows",
      "AllowedOAuthFlowsUserPoolClient",
      "ReadAttributes",
      "WriteAttributes",
    ]);
  });

  test("values of a wrong type do not make it fail", () => {
    expect(() =>
      effectiveDefaults({ TokenValidityUnits: "hours", RefreshTokenRotation: null, AnalyticsConfiguration: [] }),
    ).not.toThrow();
  });
});
