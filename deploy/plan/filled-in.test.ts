import { expect, test } from "vitest";
import { filledIn } from "./filled-in.ts";

const texts = (request: Parameters<typeof filledIn>[0]) =>
  Object.fromEntries(filledIn(request).map(({ path, text }) => [path.join("."), text]));

test("what is left out is filled in, what is given is not", () => {
  const all = texts({ UserPoolId: "p", ClientName: "web" });
  expect(all).toMatchObject({
    AccessTokenValidity: "1 hour",
    RefreshTokenValidity: "30 days",
    AuthSessionValidity: "3 minutes",
    PreventUserExistenceErrors: "LEGACY",
  });
  for (const name of ["UserPoolId", "ClientName", "ClientId", "CallbackURLs", "AllowedOAuthScopes"])
    expect(all).not.toHaveProperty(name);
  expect(texts({ AccessTokenValidity: 2, PreventUserExistenceErrors: "ENABLED" })).not.toHaveProperty(
    "AccessTokenValidity",
  );
});

test("a partly given object is completed", () => {
  expect(texts({ TokenValidityUnits: { AccessToken: "minutes" } })).toMatchObject({
    "TokenValidityUnits.IdToken": "hours",
    "TokenValidityUnits.RefreshToken": "days",
  });
  expect(texts({ TokenValidityUnits: { AccessToken: "minutes" } })).not.toHaveProperty(
    "TokenValidityUnits.AccessToken",
  );
});

test("a refresh validity of 0 is said to be the default", () => {
  expect(texts({ RefreshTokenValidity: 0 })).toMatchObject({
    RefreshTokenValidity: "30 days, because 0 means the default",
  });
});
