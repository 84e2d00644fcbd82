import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { differences, normalForm } from "./normal-form.ts";
import { membersFor } from "./properties.ts";

const named = (live: object, wanted: object) =>
  differences(live as Record<string, unknown>, wanted as Record<string, unknown>).map(({ path }) => path[0]);

describe("normalForm", () => {
  test("of nothing says every default that AWS documents", () => {
    expect(normalForm({})).toMatchObject({
      ExplicitAuthFlows: ["ALLOW_CUSTOM_AUTH", "ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_USER_SRP_AUTH"],
      AllowedOAuthFlowsUserPoolClient: false,
      AccessTokenValidity: "1 hour",
      IdTokenValidity: "1 hour",
      RefreshTokenValidity: "30 days",
      RefreshTokenRotation: { Feature: "DISABLED" },
      EnableTokenRevocation: true,
      AuthSessionValidity: 3,
      PreventUserExistenceErrors: "LEGACY",
      EnablePropagateAdditionalUserContextData: false,
    });
  });

  test("is its own normal form, whatever was written; lifetimes aside, which are numbers before and words after", () => {
    const value = fc.oneof(fc.boolean(), fc.integer(), fc.string(), fc.array(fc.string()), fc.constant(null));
    const names = membersFor("update").map(({ name }) => name);
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...names), value), (settings) => {
        const once = normalForm(settings);
        const again = { ...normalForm(once) };
        for (const name of ["AccessTokenValidity", "IdTokenValidity", "RefreshTokenValidity"])
          again[name] = once[name] ?? null;
        expect(again).toEqual(once);
      }),
    );
  });

  test("leaves out ids, the secret, and members that the catalogue does not know", () => {
    const other = { UserPoolId: "p", ClientId: "c", ClientSecret: "s", GenerateSecret: true, Unheard: 1 };
    expect(normalForm(other)).toEqual(normalForm({}));
  });

  test("keeps what is not of the member's type, so that it differs", () => {
    expect(normalForm({ AccessTokenValidity: "soon", CallbackURLs: "https://a.example" })).toMatchObject({
      AccessTokenValidity: "soon",
      CallbackURLs: "https://a.example",
    });
    expect(normalForm({ AccessTokenValidity: 5, TokenValidityUnits: { AccessToken: "weeks" } })).toMatchObject({
      AccessTokenValidity: 5,
    });
  });
});

describe("differences", () => {
  test("tells both sides in normal form, in the catalogue's order", () => {
    const live = { AccessTokenValidity: 60, TokenValidityUnits: { AccessToken: "minutes" }, AuthSessionValidity: 5 };
    expect(differences(live, { ClientName: "web", AccessTokenValidity: 2 })).toEqual([
      { path: ["ClientName"], live: undefined, wanted: "web" },
      { path: ["AccessTokenValidity"], live: "1 hour", wanted: "2 hours" },
      { path: ["AuthSessionValidity"], live: 5, wanted: 3 },
    ]);
  });

  test("silence about attributes differs from nothing, and neither do flows that rotation leaves open", () => {
    expect(named({ ReadAttributes: ["email"], WriteAttributes: ["name"] }, { ReadAttributes: [] })).toEqual([]);
    const rotation = { RefreshTokenRotation: { Feature: "ENABLED" } };
    expect(named({ ...rotation, ExplicitAuthFlows: ["ALLOW_USER_SRP_AUTH"] }, rotation)).toEqual([]);
    expect(named({ ExplicitAuthFlows: ["ALLOW_USER_SRP_AUTH"] }, {})).toEqual(["ExplicitAuthFlows"]);
  });

  test("nested objects do not differ by the order of their members, and do by their values", () => {
    const application = { ApplicationId: "a1", RoleArn: "arn:r", ExternalId: "e" };
    const turned = { ExternalId: "e", UserDataShared: false, RoleArn: "arn:r", ApplicationId: "a1" };
    expect(named({ AnalyticsConfiguration: turned }, { AnalyticsConfiguration: application })).toEqual([]);
    const other = { ...application, RoleArn: "arn:other" };
    expect(named({ AnalyticsConfiguration: other }, { AnalyticsConfiguration: application })).toEqual([
      "AnalyticsConfiguration",
    ]);
  });
});
