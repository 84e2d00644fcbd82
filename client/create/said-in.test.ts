import { expect, test } from "vitest";
import { saidIn } from "./said-in.ts";

const set = { CallbackURLs: ["https://a.example"], TokenValidityUnits: { IdToken: "hours" }, ClientName: null };

test.each([
  [
    ["CallbackURLs", 0],
    ["CallbackURLs", 0],
  ],
  [["CallbackURLs", 3], ["CallbackURLs"]],
  [["TokenValidityUnits", "AccessToken"], ["TokenValidityUnits"]],
  [["ClientName"], ["ClientName"]],
  [["LogoutURLs", 0], undefined],
  [["toString"], undefined],
  [[], undefined],
])("%j is said there up to %j", (path, expected) => {
  expect(saidIn(set, path)).toEqual(expected);
});
