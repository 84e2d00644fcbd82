import { expect, test } from "vitest";
import { parseSpec } from "../../document/parse.ts";
import { check } from "../../features/check.ts";
import { defaultSettings } from "../settings.ts";

test.each([
  ["yaml", "RefreshTokenValidity: 99999999999999999999\n"],
  ["json", '{ "RefreshTokenValidity": 99999999999999999999 }'],
] as const)("a number of more digits than can be held is not shown as another one: %s", (dialect, text) => {
  const [found] = check(parseSpec(text, dialect), { settings: defaultSettings }).filter(
    ({ rule }) => rule.id === "refresh-token-validity-raw-range",
  );
  expect(found?.message).toMatch(/^RefreshTokenValidity has too many digits, but AWS takes 0 to 315360000 only/);
});
