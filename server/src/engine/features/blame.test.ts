import { describe, expect, test } from "vitest";
import { recorded } from "../../../../test/support/recorded-refusals.ts";
import { membersFor } from "../catalogue/properties.ts";
import { rules } from "../lint/registry.ts";
import { blameOf } from "./blame.ts";

const base = { UserPoolId: "local_2aaaaaaa", ClientName: "refused" };

describe("what AWS is on record to have said", () => {
  test.each(recorded)("%s: %s", (exception, message, members, blamed, ruleId) => {
    const blames = blameOf(exception, message, { ...base, ...members });
    expect(blames.map(({ path }) => `/${path.join("/")}`)).toEqual(blamed);
    expect(blames[0]?.ruleId).toBe(ruleId);
  });
});

describe("the words of each rule", () => {
  const told = rules.flatMap(({ id, refusals = [] }) => refusals.map((refusal) => ({ id, ...refusal })));

  test.each(told)("$id: $message", ({ message, blames = [] }) => {
    expect(message).not.toMatch(/\.\.\./);
    const names = membersFor("create").map(({ name }) => name);
    for (const name of blames) expect(names).toContain(name);
  });

  test("lead somewhere even where the rule is silent and the words name no value", () => {
    for (const { message } of told.filter((each) => !each.message.startsWith("…"))) {
      const same = told.filter((each) => each.message === message);
      expect(
        same.some(({ blames = [] }) => blames.length > 0),
        message,
      ).toBe(true);
    }
  });

  test("a constraint of the model leads to the rule that knows it, of one member as of several", () => {
    const said = told.filter(({ message }) => message.startsWith("…validation error") && !message.includes("null"));
    for (const { id, exception, message } of said) {
      const member = /'(.*?)'/.exec(message)?.[1] ?? "";
      const path = member.split(".").map((step) => step.charAt(0).toUpperCase() + step.slice(1));
      const request = path.reduceRight<Parameters<typeof blameOf>[2] | string>(
        (value, step) => ({ [step]: value }),
        "x",
      );
      const words = message.replace(/^…validation error… detected: …/, "Value 'x' ").replaceAll("…", "y");
      const both = `2 validation errors detected: Value 'z' at 'newMember' failed to satisfy constraint: new; ${words}`;
      expect(blameOf(exception, both, request as Parameters<typeof blameOf>[2])).toEqual([{ path, ruleId: id }]);
    }
    expect(said.length).toBeGreaterThan(20);
  });
});

test("AWS's words name one of several values, and the others are not to blame", () => {
  const urls = { CallbackURLs: ["http://a.example", "http://b.example"], LogoutURLs: ["http://b.example"] };
  expect(blameOf("InvalidParameterException", "http://b.example cannot use the HTTP protocol.", urls)).toEqual([
    { path: ["CallbackURLs", 1], ruleId: "url-http-not-loopback" },
    { path: ["LogoutURLs", 0], ruleId: "url-http-not-loopback" },
  ]);
});

test("a scope that the pool lacks is told from one that no pool has, though the words are the same", () => {
  const scopes = { AllowedOAuthScopes: ["openId", "api/read"] };
  const said = (scope: string) => blameOf("ScopeDoesNotExistException", `Invalid scope requested: ${scope}`, scopes);
  expect(said("openId")).toEqual([{ path: ["AllowedOAuthScopes", 0], ruleId: "scope-unknown-builtin" }]);
  expect(said("api/read")).toEqual([{ path: ["AllowedOAuthScopes", 1], ruleId: "scope-not-found" }]);
});

test("words that nobody knows blame what the exception is about, or nothing", () => {
  expect(blameOf("InvalidParameterException", "Something new.", base)).toEqual([]);
  expect(blameOf("toString", "Something new.", base)).toEqual([]);
  expect(blameOf("ResourceNotFoundException", "local_2aaaaaaa", base)).toEqual([
    { path: ["UserPoolId"], ruleId: "pool-not-found" },
  ]);
});
