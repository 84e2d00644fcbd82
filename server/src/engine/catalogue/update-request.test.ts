import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Property } from "./entry.ts";
import { comparable, differences } from "./normal-form.ts";
import { updateSettings } from "./update-request.ts";

const units = { AccessToken: "hours", IdToken: "hours", RefreshToken: "days" };

describe("updateSettings", () => {
  test.each<[string, object, object, object, string[]?]>([
    ["nothing, where all is the default", {}, { AuthSessionValidity: 3, CallbackURLs: [] }, {}],
    ["what is declared", {}, { ClientName: "web" }, { ClientName: "web" }],
    ["what is live and stays", { AuthSessionValidity: 5 }, { AuthSessionValidity: 5 }, { AuthSessionValidity: 5 }],
    [
      "defaults, written out where something else is live",
      { EnableTokenRevocation: false, AuthSessionValidity: 5, PreventUserExistenceErrors: "ENABLED" },
      {},
      { EnableTokenRevocation: true, AuthSessionValidity: 3, PreventUserExistenceErrors: "LEGACY" },
    ],
    [
      "rotation off, and lists empty",
      { RefreshTokenRotation: { Feature: "ENABLED", RetryGracePeriodSeconds: 10 }, LogoutURLs: ["https://a.example"] },
      {},
      { LogoutURLs: [], RefreshTokenRotation: { Feature: "DISABLED", RetryGracePeriodSeconds: 0 } },
    ],
    [
      "three lifetimes with their units, if one of them is said",
      { AccessTokenValidity: 2 },
      { RefreshTokenValidity: 0, AccessTokenValidity: 30, TokenValidityUnits: { AccessToken: "minutes" } },
      {
        AccessTokenValidity: 30,
        IdTokenValidity: 1,
        RefreshTokenValidity: 30,
        TokenValidityUnits: { ...units, AccessToken: "minutes" },
      },
    ],
    [
      "a default in the unit that is given, where it can be counted in it",
      { AccessTokenValidity: 2 },
      { TokenValidityUnits: { AccessToken: "minutes", IdToken: "days", RefreshToken: "hours" } },
      {
        AccessTokenValidity: 60,
        IdTokenValidity: 1,
        RefreshTokenValidity: 720,
        TokenValidityUnits: { AccessToken: "minutes", IdToken: "hours", RefreshToken: "hours" },
      },
    ],
    [
      "not the role that AWS filled in itself",
      {},
      { AnalyticsConfiguration: { ApplicationArn: "arn:a", RoleArn: "arn:r", UserDataShared: true } },
      { AnalyticsConfiguration: { ApplicationArn: "arn:a", UserDataShared: true } },
    ],
    [
      "but a role of one's own",
      {},
      { AnalyticsConfiguration: { ApplicationId: "a1", RoleArn: "arn:r", ExternalId: "e" } },
      { AnalyticsConfiguration: { ApplicationId: "a1", RoleArn: "arn:r", ExternalId: "e" } },
    ],
    [
      "nothing of four members that have no default to write",
      {
        ReadAttributes: ["email"],
        WriteAttributes: ["name"],
        DefaultRedirectURI: "https://a.example",
        AnalyticsConfiguration: { ApplicationArn: "arn:a" },
      },
      {},
      {},
      ["DefaultRedirectURI", "ReadAttributes", "WriteAttributes", "AnalyticsConfiguration"],
    ],
    [
      "no default flows beside rotation, which excludes them",
      { ExplicitAuthFlows: ["ALLOW_USER_AUTH"] },
      { RefreshTokenRotation: { Feature: "ENABLED" } },
      { RefreshTokenRotation: { Feature: "ENABLED" } },
      ["ExplicitAuthFlows"],
    ],
  ])("says %s", (_what, live, wanted, settings, byOmission = []) => {
    expect(updateSettings(live as Record<string, unknown>, wanted as Record<string, unknown>)).toEqual({
      settings,
      byOmission,
    });
  });
});

/** A value that the member may have, or nothing. */
function anyOf({ name, value }: Property): fc.Arbitrary<unknown> {
  if (value.type === "boolean") return fc.option(fc.boolean(), { nil: undefined });
  if (value.type === "integer") return fc.option(fc.integer({ min: 1, max: 20 }), { nil: undefined });
  if (value.type === "list") return fc.option(fc.subarray([`${name}a`, `${name}b`, `${name}c`]), { nil: undefined });
  if (value.type === "string") return fc.option(fc.constantFrom("ENABLED", "LEGACY"), { nil: undefined });
  const members = Object.fromEntries(value.members.map((inner) => [inner.name, anyOf(inner)]));
  return fc.option(fc.record(members), { nil: undefined });
}
const lifetimeUnits = fc.record({
  AccessToken: fc.constantFrom("minutes", "hours", undefined),
  IdToken: fc.constantFrom("minutes", "hours", undefined),
  RefreshToken: fc.constantFrom("hours", "days", undefined),
});
const clients = fc.record({
  ...Object.fromEntries(comparable.map((member) => [member.name, anyOf(member)])),
  TokenValidityUnits: fc.option(lifetimeUnits, { nil: undefined }),
});

/** Three services: AWS as it documents itself, AWS as it was seen, and one that keeps all, as emulators do. */
const services: Readonly<Record<string, (name: string) => boolean>> = {
  resets: (name) => name === "ClientName",
  "keeps scalars": (name) => !["list"].includes(comparable.find((member) => member.name === name)?.value.type ?? ""),
  keeps: () => true,
};

test.each(Object.entries(services))("ends in the wanted state on a service that %s", (_, keeps) => {
  fc.assert(
    fc.property(clients, clients, (live, wanted) => {
      const { settings, byOmission } = updateSettings(live, wanted);
      const names = [...comparable.map(({ name }) => name), "TokenValidityUnits"];
      const after = Object.fromEntries(
        names.map((name) => [
          name,
          settings[name] ?? (keeps(name) ? (live as Record<string, unknown>)[name] : undefined),
        ]),
      );
      const left = differences(after, wanted).map(({ path }) => path[0]);
      expect(left.filter((name) => !byOmission.includes(name) && name !== "ClientName")).toEqual([]);
    }),
  );
});
